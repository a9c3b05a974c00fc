package dev.untether.cli;

import dev.untether.access.AccessData;
import dev.untether.access.goroot.GorootImport;
import dev.untether.access.goroot.NotGorootException;
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
import dev.untether.review.SignatureRule;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  @Mixin private final RecipeFolders recipes = new RecipeFolders();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or jsonl (default: text)")
  private String format = "text";

  @Option(
      names = "--goroot",
      paramLabel = "DIR",
      description = "Judge by the sources of this Go installation instead of the releases known")
  private @Nullable Path goroot;

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
    GoInstallation.check(goroot, spec);
    Judges judges = judges();
    ReleaseRange releases = judges.releases();
    SortedSet<Target> targets = inputs.targets(releases);
    Advice advice = new KnownAdvice(recipes::catalogue);
    List<ReviewRule> rules =
        List.of(new LinkRules(advice), new SignatureRule(judges.data(), advice));
    List<Finding> problems = new ArrayList<>();
    List<CheckFinding> findings = new ArrayList<>();
    int files = 0;
    List<Inputs.Root> roots = inputs.roots();
    for (Inputs.Root root : roots) {
      Judging.Result judged =
          output.parallel(() -> new Judging(root.tree(), targets, releases, judges.data()).run());
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

  private record Judges(ReleaseRange releases, ReleaseData data) {}

  /** Returns which releases judge: those asked for, or the one that an installation holds. */
  private Judges judges() throws Exception {
    if (goroot == null) {
      return new Judges(inputs.releasesEvenUnknown(), ReleaseData.shipped());
    }
    Path root = goroot.toAbsolutePath().normalize();
    try {
      int release = GorootImport.release(root);
      Optional<ReleaseRange> asked = inputs.releasesGiven();
      if (asked.isPresent() && !asked.get().equals(ReleaseRange.only(release))) {
        throw new ParameterException(
            spec.commandLine(),
            "--go "
                + asked.get()
                + " contradicts --goroot "
                + goroot
                + ", which is Go 1."
                + release);
      }
      AccessData data = output.parallel(() -> GorootImport.read(root));
      return new Judges(ReleaseRange.only(release), ReleaseData.only(release, data));
    } catch (NotGorootException e) {
      throw new ParameterException(
          spec.commandLine(), "--goroot " + goroot + ": " + e.getMessage(), e);
    }
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
