package dev.untether.cli;

import dev.untether.module.AssemblyReference;
import dev.untether.module.AssemblyScan;
import dev.untether.report.ReferenceJson;
import dev.untether.report.ReferenceText;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code untether scan}: every reference, no judgement. */
@Command(
    name = "scan",
    description = "Lists every reference of assembly to symbols of other packages.",
    mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Inputs inputs = new Inputs();
  @Mixin private final Output output = new Output();

  @Option(
      names = "--all",
      description = "List every symbol reference and definition, those of the own package too")
  private boolean all;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or jsonl (default: text)")
  private String format = "text";

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
    boolean colours = output.colours(terminal);
    var targets = inputs.targets();
    var releases = inputs.releases();
    List<Finding> problems = new ArrayList<>();
    List<ReferenceText.Section> sections = new ArrayList<>();
    int files = 0;
    List<Inputs.Root> roots = inputs.roots();
    for (Inputs.Root root : roots) {
      var result = output.parallel(() -> new AssemblyScan(root.tree(), targets, releases).run());
      List<AssemblyReference> shown =
          result.references().stream().filter(it -> all || !it.ownedByPackage()).toList();
      sections.add(new ReferenceText.Section(root.prefix(), shown));
      problems.addAll(Prefixed.findings(root.prefix(), result.problems()));
      files += result.files();
    }
    output.report(terminal, output.mentioned(problems), name -> Inputs.text(roots, name));
    output.write(
        terminal,
        out -> {
          if (json) {
            ReferenceJson.write(sorted(sections), out);
          } else {
            new ReferenceText(colours).write(sections, out);
          }
        });
    if (!output.isQuiet() && (files > 0 || problems.isEmpty())) {
      terminal.err().println(summary(sections, files));
    }
    return Output.exitCode(problems, ExitCode.OK);
  }

  /** Returns all references as one list; names are relative to the PATHs, so they may be alike. */
  private static Stream<AssemblyReference> sorted(List<ReferenceText.Section> sections) {
    return sections.stream()
        .flatMap(section -> section.references().stream())
        .sorted(
            Comparator.comparing((AssemblyReference it) -> it.file().relative())
                .thenComparing(it -> it.reference().position()));
  }

  private String summary(List<ReferenceText.Section> sections, int files) {
    List<AssemblyReference> references =
        sections.stream().flatMap(section -> section.references().stream()).toList();
    if (files == 0) {
      return inputs.nothingFound();
    }
    long symbols = references.stream().map(AssemblyReference::symbol).distinct().count();
    long in = references.stream().map(AssemblyReference::file).distinct().count();
    return Counts.of(references.size(), all ? "record" : "reference")
        + " to "
        + Counts.of(symbols, "symbol")
        + " in "
        + Counts.of(in, "file")
        + "; "
        + Counts.of(files, "assembly file")
        + " read";
  }
}
