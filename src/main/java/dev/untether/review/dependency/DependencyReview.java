package dev.untether.review.dependency;

import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.dependency.AvailableVersions;
import dev.untether.module.dependency.ModuleVersion;
import dev.untether.module.imports.Reach;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.Facts;
import dev.untether.review.Group;
import dev.untether.review.JudgedReference;
import dev.untether.review.Judging;
import dev.untether.review.ModuleFault;
import dev.untether.review.ReleaseData;
import dev.untether.review.ReviewRule;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Judges what the modules of a build list bring along, as far as the programs and tests of the main
 * module link it, or those of its users would.
 */
public final class DependencyReview {
  private static final String TEST_FILE = "_test.go";
  private static final String UNLINKED =
      " (nothing of yours imports this package; no build of yours or your users' links it)";

  private final Linkage linkage;
  private final SortedSet<Target> targets;
  private final ReleaseData data;
  private final List<ReviewRule> rules;
  private final Function<String, AvailableVersions> versions;
  private final boolean unlinkedToo;

  /**
   * Prepares to judge.
   *
   * @param linkage what links the packages of the build
   * @param rules what to say about references
   * @param versions tells the versions of a module by its path
   * @param unlinkedToo whether to report, as notes, what no build links
   */
  public DependencyReview(
      Linkage linkage,
      SortedSet<Target> targets,
      ReleaseData data,
      List<ReviewRule> rules,
      Function<String, AvailableVersions> versions,
      boolean unlinkedToo) {
    this.linkage = linkage;
    this.targets = targets;
    this.data = data;
    this.rules = List.copyOf(rules);
    this.versions = versions;
    this.unlinkedToo = unlinkedToo;
  }

  /**
   * A module to look at.
   *
   * @param module path and version
   * @param why the chain of requirements that brings it in, as far as it is known
   * @param tree its files
   * @param releases those that can build it together with the main module
   */
  public record Dependency(
      ModuleVersion module, List<ModuleVersion> why, ModuleTree tree, ReleaseRange releases) {
    /** Copies the list. */
    public Dependency {
      why = List.copyOf(why);
    }
  }

  /**
   * What came of modules.
   *
   * @param references those that a build links, with the verdicts of such builds alone
   * @param findings what is wrong with them; paths start with {@code path@version/}
   * @param problems what could not be read; paths likewise
   * @param files how many files were looked at
   */
  public record Result(
      List<JudgedReference> references,
      List<CheckFinding> findings,
      List<Finding> problems,
      int files) {
    /** What comes of no module. */
    public static final Result NOTHING = new Result(List.of(), List.of(), List.of(), 0);

    /** Copies the lists. */
    public Result {
      references = List.copyOf(references);
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  /** Returns what is wrong with modules, in their order. */
  public Result check(List<Dependency> dependencies) {
    List<JudgedReference> references = new ArrayList<>();
    List<CheckFinding> found = new ArrayList<>();
    List<Finding> problems = new ArrayList<>();
    int files = 0;
    for (Dependency dependency : dependencies) {
      Result result = check(dependency);
      references.addAll(result.references());
      found.addAll(result.findings());
      problems.addAll(result.problems());
      files += result.files();
    }
    return new Result(references, found, problems, files);
  }

  private Result check(Dependency dependency) {
    Judging.Result judged =
        new Judging(dependency.tree(), targets, dependency.releases(), data).run();
    Cut linked = new Cut(judged.facts().references());
    List<CheckFinding> found = new ArrayList<>();
    for (CheckFinding each : findings(judged.facts(), linked.references)) {
      found.add(linked.inWords(each));
    }
    Map<String, ModuleFault> faults = faults(dependency, found);
    if (unlinkedToo) {
      findings(judged.facts(), linked.unlinked).forEach(each -> found.add(asNote(each)));
    }
    ModuleFault plain =
        new ModuleFault(
            dependency.module(),
            dependency.why(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String prefix = dependency.module() + "/";
    List<CheckFinding> blamed =
        found.stream()
            .map(it -> it.with(prefixed(prefix, it.finding())))
            .map(it -> it.blamedOn(faults.getOrDefault(it.symbol().orElse(""), plain)))
            .toList();
    List<Finding> problems = judged.problems().stream().map(it -> prefixed(prefix, it)).toList();
    return new Result(linked.references, blamed, problems, judged.files());
  }

  private List<CheckFinding> findings(Facts facts, List<JudgedReference> references) {
    Facts some = new Facts(facts.tree(), references, facts.targets(), facts.releases());
    List<CheckFinding> found = new ArrayList<>();
    // What compilers remark on is for those to mend who write the code.
    rules.forEach(
        rule ->
            rule.check(some).stream().filter(it -> !it.verdicts().isEmpty()).forEach(found::add));
    return found;
  }

  private static CheckFinding asNote(CheckFinding found) {
    Finding it = found.finding();
    return found
        .with(
            new Finding(
                it.rule(), Severity.NOTE, it.path(), it.position(), it.message() + UNLINKED))
        .linkedBy(Reach.By.NOTHING);
  }

  private static Finding prefixed(String prefix, Finding it) {
    return new Finding(it.rule(), it.severity(), prefix + it.path(), it.position(), it.message());
  }

  /** References with the verdicts of those builds alone that link them. */
  private final class Cut {
    private final List<JudgedReference> references = new ArrayList<>();
    private final List<JudgedReference> unlinked = new ArrayList<>();
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Map<SourceFile, Map<List<CellVerdict>, List<CellVerdict>>> known =
        new HashMap<>();

    Cut(List<JudgedReference> all) {
      for (JudgedReference each : all) {
        // What it takes tags to build is not built here, and neither are tests of others.
        if (each.tags().isEmpty() && !each.file().relative().endsWith(TEST_FILE)) {
          add(each);
        }
      }
    }

    private void add(JudgedReference each) {
      SourceFile file = each.file();
      files.put(file.relative(), file);
      // Rules know verdicts that they have seen by their identity: one list for all alike.
      List<CellVerdict> cells =
          known
              .computeIfAbsent(file, it -> new IdentityHashMap<>())
              .computeIfAbsent(each.verdicts(), verdicts -> linked(file, verdicts));
      if (!cells.isEmpty()) {
        references.add(each.with(cells));
      } else if (!each.verdicts().isEmpty()) {
        unlinked.add(each);
      }
    }

    private List<CellVerdict> linked(SourceFile file, List<CellVerdict> verdicts) {
      return List.copyOf(
          verdicts.parallelStream()
              .filter(cell -> isLinked(file, Linkage.context(cell, Set.of())))
              .toList());
    }

    CheckFinding inWords(CheckFinding finding) {
      SourceFile file = files.get(finding.finding().path());
      return file == null ? finding : linkage.inWords(finding, file, Set.of());
    }
  }

  /** Returns by symbol since which version a module is without what breaks. */
  private Map<String, ModuleFault> faults(Dependency dependency, List<CheckFinding> found) {
    Set<String> broken = new HashSet<>();
    for (CheckFinding each : found) {
      if (each.rule().group() == Group.BREAKS) {
        each.symbol().ifPresent(broken::add);
      }
    }
    if (broken.isEmpty()) {
      return Map.of();
    }
    ModuleVersion module = dependency.module();
    List<AvailableVersions.Available> later =
        versions.apply(module.path()).after(module.version()).stream()
            .filter(AvailableVersions.Available::isRelease)
            .toList();
    Set<String> packages = unlinked(dependency.tree(), found);
    Map<String, String> fixed = new HashMap<>();
    Optional<String> newestSeen = Optional.empty();
    for (AvailableVersions.Available version : later) {
      if (version.directory().isEmpty() || fixed.size() == broken.size()) {
        continue;
      }
      newestSeen = Optional.of(version.module().version());
      ModuleTree tree = ModuleTree.ofDependency(version.directory().get(), module.path());
      Set<String> still = broken(tree, dependency.releases(), packages);
      for (String symbol : broken) {
        if (!still.contains(symbol)) {
          fixed.putIfAbsent(symbol, version.module().version());
        }
      }
    }
    Optional<String> newestKnown =
        later.isEmpty()
            ? Optional.empty()
            : Optional.of(later.get(later.size() - 1).module().version());
    Map<String, ModuleFault> faults = new HashMap<>();
    for (String symbol : broken) {
      Optional<String> since = Optional.ofNullable(fixed.get(symbol));
      faults.put(symbol, new ModuleFault(module, dependency.why(), since, newestSeen, newestKnown));
    }
    return faults;
  }

  /** Returns the packages that none of the builds link in which something breaks. */
  private Set<String> unlinked(ModuleTree tree, List<CheckFinding> found) {
    Set<BuildContext> contexts = new HashSet<>();
    for (CheckFinding each : found) {
      if (each.rule().group() == Group.BREAKS) {
        Linkage.refusing(each.verdicts())
            .forEach(cell -> contexts.add(Linkage.context(cell, Set.of())));
      }
    }
    Map<String, SourceFile> packages = new HashMap<>();
    tree.files().forEach(file -> packages.putIfAbsent(file.packagePath(), file));
    packages
        .values()
        .removeIf(file -> contexts.stream().anyMatch(context -> isLinked(file, context)));
    return Set.copyOf(packages.keySet());
  }

  private boolean isLinked(SourceFile file, BuildContext context) {
    return linkage.of(file, context) != Reach.By.NOTHING
        || linkage.isExported(file.packagePath(), context);
  }

  /**
   * Returns the symbols that break another version, outside the packages that no build links now.
   */
  private Set<String> broken(ModuleTree tree, ReleaseRange releases, Set<String> unlinked) {
    Judging.Result judged = new Judging(tree, targets, releases, data).run();
    List<JudgedReference> references =
        judged.facts().references().stream()
            .filter(it -> it.tags().isEmpty() && !it.file().relative().endsWith(TEST_FILE))
            .filter(it -> !unlinked.contains(it.file().packagePath()))
            .toList();
    Set<String> symbols = new HashSet<>();
    for (CheckFinding each : findings(judged.facts(), references)) {
      if (each.rule().group() == Group.BREAKS) {
        each.symbol().ifPresent(symbols::add);
      }
    }
    return symbols;
  }
}
