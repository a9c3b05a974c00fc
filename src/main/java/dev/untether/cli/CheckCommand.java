package dev.untether.cli;

import dev.untether.access.AccessData;
import dev.untether.access.goroot.GorootImport;
import dev.untether.access.goroot.NotGorootException;
import dev.untether.cli.option.Counts;
import dev.untether.cli.option.Dependencies;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.GoInstallation;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Prefixed;
import dev.untether.cli.option.RecipeFolders;
import dev.untether.cli.option.Terminal;
import dev.untether.module.ModuleTree;
import dev.untether.module.dependency.AvailableVersions;
import dev.untether.module.dependency.GoEnvironment;
import dev.untether.module.dependency.ModuleCache;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.report.CheckJson;
import dev.untether.report.CheckText;
import dev.untether.report.exchange.GithubAnnotations;
import dev.untether.report.exchange.Sarif;
import dev.untether.report.html.CheckPage;
import dev.untether.review.Advice;
import dev.untether.review.CheckFinding;
import dev.untether.review.Facts;
import dev.untether.review.Judging;
import dev.untether.review.LinkRules;
import dev.untether.review.ReleaseData;
import dev.untether.review.ReviewRule;
import dev.untether.review.RuleInfo;
import dev.untether.review.SignatureRule;
import dev.untether.review.configuration.Configuration;
import dev.untether.review.dependency.DependencyReview;
import dev.untether.review.dependency.Linkage;
import dev.untether.review.rule.ReviewRules;
import dev.untether.review.suppression.Suppressions;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
  private static final List<String> FORMATS = List.of("text", "jsonl", "sarif", "html", "github");
  private static final Sarif.Suppression BASELINE =
      new Sarif.Suppression(/* inSource= */ false, "known by the baseline");

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Inputs inputs = new Inputs();
  @Mixin private final Output output = new Output();
  @Mixin private final RecipeFolders recipes = new RecipeFolders();
  @Mixin private final FindingPolicy policy = new FindingPolicy();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, jsonl, sarif, html or github (default: text)")
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
  private @Nullable String failOn;

  @Option(
      names = "--deps",
      description =
          "Judge the modules of the build list too, as far as programs, tests or users of this"
              + " module link them; with -v all of them")
  private boolean deps;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    refuseContradictions();
    boolean colours = output.colours(terminal);
    List<Inputs.Root> roots = inputs.roots();
    Advice advice = new KnownAdvice(recipes::catalogue);
    FindingPolicy.Configured configured =
        policy.configuration(roots.get(0).tree().root(), ids(everyRule(advice)));
    inputs.useDefaults(configured.values());
    recipes.useDefault(configured.values().recipes());
    Optional<Severity> threshold = threshold(configured.values());
    Judges judges = judges();
    SortedSet<Target> targets = inputs.targets(judges.releases());
    List<Finding> problems = new ArrayList<>();
    List<CheckFinding> all = new ArrayList<>();
    List<Sarif.Result> dealtWith = new ArrayList<>();
    int files = 0;
    for (Inputs.Root root : roots) {
      Dependencies.Found build =
          deps ? Dependencies.of(root.tree(), System.getenv()) : Dependencies.Found.NOTHING;
      Part part = output.parallel(() -> check(root, build, targets, judges, advice));
      UnaryOperator<String> names = FindingPolicy.relativeTo(configured.directory(), root.base());
      all.addAll(configured.values().apply(part.findings(), names));
      dealtWith.addAll(part.suppressed());
      addNew(Prefixed.findings(root.prefix(), part.problems()), problems);
      // The build list and the tree read the same go.mod; PATHs may share dependencies.
      addNew(build.problems(), problems);
      addNew(part.outside().problems(), problems);
      addNew(part.outside().findings(), all);
      files += part.files();
    }
    Collections.sort(all);
    Function<String, Optional<SourceText>> texts = name -> Inputs.text(roots, name);
    FindingPolicy.Judged judged = policy.judged(all, roots.get(0).base(), texts);
    List<CheckFinding> findings = judged.findings();
    output.report(terminal, output.mentioned(problems), texts);
    boolean fails =
        threshold.isPresent()
            && findings.stream()
                .anyMatch(it -> it.finding().severity().compareTo(threshold.get()) <= 0);
    int exit = Output.exitCode(problems, fails ? ExitCode.FINDINGS : ExitCode.OK);
    judged.known().forEach(it -> dealtWith.add(new Sarif.Result(it, Optional.of(BASELINE))));
    var run = new Sarif.Run(everyRule(advice), results(findings, dealtWith), problems, exit);
    int read = files;
    CheckText text = new CheckText(colours, output.isVerbose(), advice);
    output.write(
        terminal,
        out -> {
          switch (format) {
            case "jsonl" -> CheckJson.write(findings, out);
            case "github" -> GithubAnnotations.write(findings, out);
            case "sarif" -> Sarif.write(run, texts, out);
            case "html" ->
                CheckPage.of(findings, summary(findings, read), advice, texts).write(out);
            default -> text.write(findings, out);
          }
        });
    if (!output.isQuiet() && (files > 0 || problems.isEmpty())) {
      terminal.err().println(summary(findings, files));
    }
    return exit;
  }

  private void refuseContradictions() {
    if (!FORMATS.contains(format)) {
      throw new ParameterException(
          spec.commandLine(),
          "--format " + format + ": check prints " + String.join(", ", FORMATS));
    }
    policy.check();
    GoInstallation.check(goroot, spec);
  }

  private static <T> void addNew(List<T> more, List<T> all) {
    Set<T> known = new HashSet<>(all);
    more.stream().filter(known::add).forEach(all::add);
  }

  /**
   * What is found below one PATH.
   *
   * @param outside what the modules bring along that it is built from
   */
  private record Part(
      List<CheckFinding> findings,
      List<Sarif.Result> suppressed,
      List<Finding> problems,
      DependencyReview.Result outside,
      int files) {}

  /** Returns what is found below one PATH, without what comments there keep quiet. */
  private Part check(
      Inputs.Root root,
      Dependencies.Found build,
      SortedSet<Target> targets,
      Judges judges,
      Advice advice) {
    Judging.Result judged =
        new Judging(root.tree(), targets, judges.releases(), judges.data()).run();
    DependencyReview.Result outside = outside(root.tree(), build, targets, judges, advice);
    Facts facts = deps ? judged.facts().with(outside.references()) : judged.facts();
    List<ReviewRule> rules = rules(judges.data(), advice);
    List<CheckFinding> found = new ArrayList<>();
    rules.forEach(rule -> found.addAll(rule.check(facts)));
    List<RuleInfo> infos = rules.stream().flatMap(rule -> rule.rules().stream()).toList();
    Suppressions.Result rest =
        Suppressions.of(root.tree())
            .apply(
                Linkage.of(root.tree()).tell(found, facts),
                judges.releases(),
                LocalDate.now(ZoneOffset.UTC),
                ids(infos));
    List<Sarif.Result> suppressed =
        rest.suppressed().stream()
            .map(
                it ->
                    new Sarif.Result(
                        Prefixed.of(root.prefix(), it.finding()),
                        Optional.of(
                            new Sarif.Suppression(
                                /* inSource= */ true, it.suppression().reason()))))
            .toList();
    return new Part(
        rest.findings().stream().map(it -> Prefixed.of(root.prefix(), it)).toList(),
        suppressed,
        judged.problems(),
        outside,
        judged.files() + outside.files());
  }

  /** Returns what the modules of a build bring along that {@code tree} links. */
  private DependencyReview.Result outside(
      ModuleTree tree,
      Dependencies.Found build,
      SortedSet<Target> targets,
      Judges judges,
      Advice advice) {
    List<DependencyReview.Dependency> dependencies =
        build.dependencies().stream()
            .map(
                it ->
                    new DependencyReview.Dependency(
                        it.module(),
                        it.chain(),
                        it.tree(),
                        it.language().admitted(judges.releases())))
            .toList();
    List<ModuleTree> trees = dependencies.stream().map(DependencyReview.Dependency::tree).toList();
    if (trees.isEmpty()) {
      return DependencyReview.Result.NOTHING;
    }
    ModuleCache cache =
        ModuleCache.of(
            GoEnvironment.of(System.getenv(), Path.of(System.getProperty("user.home", "."))));
    Linkage linkage = Linkage.of(tree, trees);
    DependencyReview review =
        new DependencyReview(
            linkage,
            targets,
            judges.data(),
            ofLinker(judges.data(), advice),
            path -> AvailableVersions.in(cache, path),
            output.isVerbose());
    return review.check(dependencies);
  }

  private static List<Sarif.Result> results(
      List<CheckFinding> findings, List<Sarif.Result> dealtWith) {
    List<Sarif.Result> results = new ArrayList<>();
    findings.forEach(it -> results.add(new Sarif.Result(it, Optional.empty())));
    results.addAll(dealtWith);
    return results;
  }

  private static List<ReviewRule> rules(ReleaseData data, Advice advice) {
    List<ReviewRule> rules = new ArrayList<>();
    rules.addAll(ofLinker(data, advice));
    rules.addAll(ReviewRules.all());
    return rules;
  }

  /** Returns the rules that matter for code of others too. */
  private static List<ReviewRule> ofLinker(ReleaseData data, Advice advice) {
    return List.of(new LinkRules(advice), new SignatureRule(data, advice));
  }

  /** Returns the rules that findings of this command can name. */
  static List<RuleInfo> everyRule(Advice advice) {
    List<RuleInfo> all = new ArrayList<>();
    rules(ReleaseData.shipped(), advice).forEach(rule -> all.addAll(rule.rules()));
    all.addAll(Suppressions.rules());
    all.addAll(FindingPolicy.rules());
    return all;
  }

  private static Set<String> ids(List<RuleInfo> rules) {
    return rules.stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
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

  private Optional<Severity> threshold(Configuration configuration) {
    String from = failOn == null ? configuration.failOn().orElse("error") : failOn;
    if (from.equals(NEVER)) {
      return Optional.empty();
    }
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(from)) {
        return Optional.of(severity);
      }
    }
    throw new ParameterException(
        spec.commandLine(), "--fail-on " + from + ": expected error, warning, note or never");
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
