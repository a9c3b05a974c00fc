package dev.untether.cli;

import dev.untether.golang.LinkTarget;
import dev.untether.module.AssemblyReference;
import dev.untether.module.AssemblyScan;
import dev.untether.module.ModuleTree;
import dev.untether.module.linkname.DeclarationIndex;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.linkname.LinknameScan;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.report.ReferenceJson;
import dev.untether.report.ReferenceRow;
import dev.untether.report.ReferenceText;
import dev.untether.text.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
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
      description = "Go installation to look up the targets of linknames in (jsonl only)")
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
    List<Finding> problems = new ArrayList<>();
    List<ReferenceText.Section> sections = new ArrayList<>();
    int assemblyFiles = 0;
    int goFiles = 0;
    List<Inputs.Root> roots = inputs.roots();
    for (Inputs.Root root : roots) {
      Found found = output.parallel(() -> find(root.tree(), targets, releases, json));
      sections.add(new ReferenceText.Section(root.prefix(), found.rows()));
      problems.addAll(Prefixed.findings(root.prefix(), found.problems()));
      assemblyFiles += found.assemblyFiles();
      goFiles += found.goFiles();
    }
    if (deps) {
      for (Inputs.Root root : roots) {
        for (Dependencies.Dependency dependency :
            Dependencies.of(root.tree(), it -> problems.addAll(notAgain(it, problems)))) {
          ModuleTree tree = ModuleTree.discover(dependency.directory());
          Found found = output.parallel(() -> find(tree, targets, releases, json));
          String prefix = dependency.module() + "/";
          sections.add(new ReferenceText.Section(prefix, found.rows(), dependency.why()));
          problems.addAll(Prefixed.findings(prefix, found.problems()));
          assemblyFiles += found.assemblyFiles();
          goFiles += found.goFiles();
        }
      }
    }
    output.report(terminal, output.mentioned(problems), name -> Inputs.text(roots, name));
    output.write(
        terminal,
        out -> {
          if (json) {
            ReferenceJson.write(sorted(sections), out);
            for (ReferenceText.Section section : sections) {
              if (!section.why().isEmpty()) {
                ReferenceJson.writeDependency(section.rows().stream(), section.why(), out);
              }
            }
          } else {
            new ReferenceText(colours, targets).write(sections, out);
          }
        });
    if (!output.isQuiet() && (assemblyFiles + goFiles > 0 || problems.isEmpty())) {
      terminal.err().println(summary(sections, assemblyFiles, goFiles));
    }
    return Output.exitCode(problems, ExitCode.OK);
  }

  /** The build list and the tree read the same go.mod, and find the same mistakes in it. */
  private static List<Finding> notAgain(List<Finding> findings, List<Finding> known) {
    return findings.stream().filter(finding -> !known.contains(finding)).toList();
  }

  private record Found(
      List<ReferenceRow> rows, List<Finding> problems, int assemblyFiles, int goFiles) {}

  private Found find(
      ModuleTree tree, SortedSet<Target> targets, ReleaseRange releases, boolean json) {
    AssemblyScan.Result assembly = new AssemblyScan(tree, targets, releases).run();
    LinknameScan.Result linknames = new LinknameScan(tree, targets, releases).run();
    List<AssemblyReference> references =
        assembly.references().stream().filter(it -> all || !it.ownedByPackage()).toList();
    List<LinknameReference> directives =
        json ? resolved(tree, targets, releases, linknames.references()) : linknames.references();
    List<LinknameReference> shown =
        directives.stream().filter(it -> all || it.isForeign()).toList();
    List<Finding> problems = new ArrayList<>(assembly.problems());
    problems.addAll(linknames.problems());
    return new Found(
        ReferenceRow.merged(references, shown),
        problems.stream().distinct().toList(),
        assembly.files(),
        linknames.files());
  }

  /**
   * Returns the linknames with the places of what they name, for which many more files are read;
   * text does not print them.
   */
  private List<LinknameReference> resolved(
      ModuleTree tree,
      SortedSet<Target> targets,
      ReleaseRange releases,
      List<LinknameReference> linknames) {
    var scope = new DeclarationIndex.Scope(tree, Optional.ofNullable(goroot), targets, releases);
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

  private String summary(List<ReferenceText.Section> sections, int assemblyFiles, int goFiles) {
    List<ReferenceRow> rows =
        sections.stream().flatMap(section -> section.rows().stream()).toList();
    if (assemblyFiles + goFiles == 0) {
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
        + Counts.of(assemblyFiles, "assembly file")
        + " and "
        + Counts.of(goFiles, "Go file")
        + " read";
  }
}
