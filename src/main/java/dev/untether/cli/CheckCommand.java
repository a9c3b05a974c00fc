package dev.untether.cli;

import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.report.CheckJson;
import dev.untether.report.CheckText;
import dev.untether.review.Advice;
import dev.untether.review.CheckFinding;
import dev.untether.review.Judging;
import dev.untether.review.LinkRules;
import dev.untether.review.ReleaseData;
import dev.untether.review.ReviewRule;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code untether check}: what the linkers of Go's releases say to every reference. */
@Command(
    name = "check",
    description =
        "Says which Go releases refuse which references, on which targets, and what to do.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final String NEVER = "never";

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Inputs inputs = new Inputs();
  @Mixin private final Output output = new Output();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or jsonl (default: text)")
  private String format = "text";

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exit with 1 at findings from error, warning or note on, or never (default: error)")
  private String failOn = "error";

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (!format.equals("text") && !format.equals("jsonl")) {
      throw new ParameterException(
          spec.commandLine(), "--format " + format + ": check prints text or jsonl");
    }
    Optional<Severity> threshold = threshold();
    boolean colours = output.colours(terminal);
    SortedSet<Target> targets = inputs.targets();
    ReleaseRange releases = inputs.releases();
    Advice advice = Advice.none();
    List<ReviewRule> rules = List.of(new LinkRules(advice));
    List<Finding> problems = new ArrayList<>();
    List<CheckFinding> findings = new ArrayList<>();
    int files = 0;
    List<Inputs.Root> roots = inputs.roots();
    for (Inputs.Root root : roots) {
      Judging.Result judged =
          output.parallel(
              () -> new Judging(root.tree(), targets, releases, ReleaseData.shipped()).run());
      for (ReviewRule rule : rules) {
        rule.check(judged.facts()).forEach(it -> findings.add(Prefixed.of(root.prefix(), it)));
      }
      problems.addAll(Prefixed.findings(root.prefix(), judged.problems()));
      files += judged.files();
    }
    Collections.sort(findings);
    output.report(terminal, output.mentioned(problems), name -> Inputs.text(roots, name));
    output.write(
        terminal,
        out -> {
          if (format.equals("jsonl")) {
            CheckJson.write(findings, out);
          } else {
            new CheckText(colours, output.isVerbose(), advice).write(findings, out);
          }
        });
    if (!output.isQuiet() && (files > 0 || problems.isEmpty())) {
      terminal.err().println(summary(findings, files));
    }
    boolean fails =
        threshold.isPresent()
            && findings.stream()
                .anyMatch(it -> it.finding().severity().compareTo(threshold.get()) <= 0);
    return Output.exitCode(problems, fails ? ExitCode.FINDINGS : ExitCode.OK);
  }

  private Optional<Severity> threshold() {
    if (failOn.equals(NEVER)) {
      return Optional.empty();
    }
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(failOn)) {
        return Optional.of(severity);
      }
    }
    throw new ParameterException(
        spec.commandLine(), "--fail-on " + failOn + ": expected error, warning, note or never");
  }

  private String summary(List<CheckFinding> findings, int files) {
    if (files == 0) {
      return inputs.nothingFound("Go or assembly files");
    }
    StringBuilder text = new StringBuilder();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(it -> it.finding().severity() == severity).count();
      text.append(Counts.of(count, severity.word().toLowerCase(Locale.ROOT))).append(", ");
    }
    text.setLength(text.length() - 2);
    return text + "; " + Counts.of(files, "file") + " read";
  }
}
