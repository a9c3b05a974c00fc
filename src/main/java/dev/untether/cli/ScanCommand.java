package dev.untether.cli;

import dev.untether.cli.option.Counts;
import dev.untether.cli.option.Dependencies;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.GoInstallation;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Prefixed;
import dev.untether.cli.option.Terminal;
import dev.untether.golang.LinkTarget;
import dev.untether.module.AssemblyReference;
import dev.untether.module.AssemblyScan;
import dev.untether.module.dependency.ModuleVersion;
import dev.untether.module.linkname.AssemblyPairing;
import dev.untether.module.linkname.DeclarationIndex;
import dev.untether.module.linkname.DeclarationIndex.Scope;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.linkname.LinknameScan;
import dev.untether.report.ReferenceJson;
import dev.untether.report.ReferenceRow;
import dev.untether.report.ReferenceText;
import dev.untether.text.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code untether scan}: every reference, no judgement. */
@Command(
    name = "scan",
    description = "Lists every reference of assembly and linknames to symbols of other packages.",
    mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Inputs inputs = new Inputs();
  @Mixin private final Output output = new Output();

  @Option(
      names = "--all",
      description =
          "List every symbol reference, definition and linkname, those of the own package too")
  private boolean all;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or jsonl (default: text)")
  private String format = "text";

  @Option(
      names = "--deps",
      description =
          "Look at the modules of the build list too, in the module cache or vendor/, and say which"
              + " requirement brings each in")
  private boolean deps;

  @Option(
      names = "--goroot",
      paramLabel = "DIR",
      description =
          "Go installation to look up the targets of linknames in (jsonl only; with --deps default:"
              + " GOROOT, or where the go on PATH is)")
  private @Nullable Path goroot;

  ScanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    boolean json = format.equals("jsonl");
    if (!json && !format.equals("text")) {
      throw new ParameterException(
          spec.commandLine(), "--format " + format + ": scan prints text or jsonl");
    }
    GoInstallation.check(goroot, spec);
    boolean colours = output.colours(terminal);
    var targets = inputs.targets();
    var releases = inputs.releases();
    List<Inputs.Root> roots = inputs.roots();
    Scanned scanned = new Scanned();
    for (Inputs.Root root : roots) {
      Dependencies.Found build =
          deps ? Dependencies.of(root.tree(), System.getenv()) : Dependencies.Found.NOTHING;
      var scope = new Scope(root.tree(), goroot(), build.modules(), targets, releases);
      scanned.add(root.prefix(), List.of(), scope, output.parallel(() -> find(scope, json)));
      scanned.addProblems(build.problems());
      for (Dependencies.Dependency dependency : build.dependencies()) {
        if (scanned.isFirst(dependency)) {
          var inside = dependency.scope(scope);
          List<String> why = dependency.chain().stream().map(ModuleVersion::toString).toList();
          Found found = output.parallel(() -> find(inside, json));
          scanned.add(dependency.module() + "/", why, inside, found);
        }
      }
    }
    output.report(terminal, output.mentioned(scanned.problems), it -> Inputs.text(roots, it));
    output.write(terminal, out -> write(scanned.sections(), json, new ReferenceText(colours), out));
    if (!output.isQuiet() && (scanned.files() > 0 || scanned.problems.isEmpty())) {
      terminal.err().println(summary(scanned));
    }
    return Output.exitCode(scanned.problems, ExitCode.OK);
  }

  /** Returns where standard packages are looked up; by default only for what this machine tells. */
  private Optional<Path> goroot() {
    return deps ? GoInstallation.find(goroot, System.getenv()) : Optional.ofNullable(goroot);
  }

  private static void write(
      List<ReferenceText.Section> sections, boolean json, ReferenceText text, OutputStream out)
      throws IOException {
    if (!json) {
      text.write(sections, out);
      return;
    }
    ReferenceJson.write(sorted(sections), out);
    for (ReferenceText.Section section : sections) {
      if (!section.why().isEmpty()) {
        ReferenceJson.writeDependency(section.rows().stream(), section.why(), out);
      }
    }
  }

  /** What all PATHs and their dependencies hold: the PATHs first. */
  private static final class Scanned {
    private final List<ReferenceText.Section> own = new ArrayList<>();
    private final List<ReferenceText.Section> dependencies = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private int assemblyFiles;
    private int goFiles;

    void add(String prefix, List<String> why, Scope scope, Found found) {
      (why.isEmpty() ? own : dependencies)
          .add(
              new ReferenceText.Section(
                  prefix,
                  found.rows(),
                  why,
                  it -> scope.tree().targets(it, scope.releases(), scope.targets())));
      problems.addAll(Prefixed.findings(prefix, found.problems()));
      assemblyFiles += found.assemblyFiles();
      goFiles += found.goFiles();
    }

    /** The build list and the tree read the same go.mod, and find the same mistakes in it. */
    void addProblems(List<Finding> more) {
      more.stream().filter(finding -> !problems.contains(finding)).forEach(problems::add);
    }

    /** Returns whether no other PATH is built with a dependency, which it would show again. */
    boolean isFirst(Dependencies.Dependency dependency) {
      return seen.add(dependency.directory());
    }

    List<ReferenceText.Section> sections() {
      return Stream.concat(own.stream(), dependencies.stream()).toList();
    }

    int files() {
      return assemblyFiles + goFiles;
    }
  }

  private record Found(
      List<ReferenceRow> rows, List<Finding> problems, int assemblyFiles, int goFiles) {}

  private Found find(Scope scope, boolean json) {
    AssemblyScan.Result assembly =
        new AssemblyScan(scope.tree(), scope.targets(), scope.releases()).run();
    LinknameScan.Result linknames =
        new LinknameScan(scope.tree(), scope.targets(), scope.releases()).run();
    List<AssemblyReference> references =
        assembly.references().stream().filter(it -> all || !it.ownedByPackage()).toList();
    List<LinknameReference> directives =
        json ? resolved(scope, linknames.references()) : linknames.references();
    List<LinknameReference> shown =
        directives.stream().filter(it -> all || it.isForeign()).toList();
    List<Finding> problems = new ArrayList<>(assembly.problems());
    problems.addAll(linknames.problems());
    List<AssemblyPairing.Pair> pairs = List.of();
    if (all) {
      AssemblyPairing.Result paired =
          new AssemblyPairing(scope.tree(), scope.targets(), scope.releases())
              .pair(assembly, linknames);
      problems.addAll(paired.problems());
      pairs = paired.pairs();
    }
    return new Found(
        ReferenceRow.merged(references, shown, pairs),
        problems.stream().distinct().toList(),
        assembly.files(),
        linknames.files());
  }

  /**
   * Returns the linknames with the places of what they name, for which many more files are read;
   * text does not print them.
   */
  private static List<LinknameReference> resolved(Scope scope, List<LinknameReference> linknames) {
    List<LinkTarget> wanted =
        linknames.stream().flatMap(it -> it.target().stream()).distinct().toList();
    return DeclarationIndex.of(scope, wanted, linknames).resolve(linknames);
  }

  /** Returns all references as one list; names are relative to the PATHs, so they may be alike. */
  private static Stream<ReferenceRow> sorted(List<ReferenceText.Section> sections) {
    return sections.stream()
        .filter(section -> section.why().isEmpty())
        .flatMap(section -> section.rows().stream())
        .sorted(ReferenceRow.ORDER);
  }

  private String summary(Scanned scanned) {
    List<ReferenceRow> rows =
        scanned.sections().stream().flatMap(section -> section.rows().stream()).toList();
    if (scanned.files() == 0) {
      return inputs.nothingFound("Go or assembly files");
    }
    long symbols = rows.stream().map(ReferenceRow::symbol).distinct().count();
    long in = rows.stream().map(ReferenceRow::source).distinct().count();
    return Counts.of(rows.size(), all ? "record" : "reference")
        + " to "
        + Counts.of(symbols, "symbol")
        + " in "
        + Counts.of(in, "file")
        + "; "
        + Counts.of(scanned.assemblyFiles, "assembly file")
        + " and "
        + Counts.of(scanned.goFiles, "Go file")
        + " read";
  }
}
