package dev.untether.review.rule;

import dev.untether.module.script.StatedRelease;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.Target;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Pulls for some releases only, of which CI builds either the file or its fallback but not both.
 * Silent where no configuration says which releases it uses: a matrix may come from elsewhere.
 */
final class CiCoverageRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("ci-release-coverage", Group.REVIEW, Severity.NOTE);

  @Override
  public List<RuleInfo> rules() {
    return List.of(RULE);
  }

  @Override
  public void check(
      ReviewedPackage reviewed, Surroundings surroundings, Consumer<CheckFinding> found) {
    reviewed
        .standardPulls(surroundings)
        .forEach(
            (file, pulls) -> {
              if (!file.constraint().releasesAskedFor().isEmpty()) {
                check(file, pulls.get(0), surroundings, found);
              }
            });
  }

  private static void check(
      GoSource file, Pull pull, Surroundings surroundings, Consumer<CheckFinding> found) {
    List<StatedRelease> stated = StatedRelease.in(surroundings.scripts().ci());
    SortedSet<Integer> tested = new TreeSet<>();
    stated.forEach(one -> release(one).ifPresent(minor -> tested.add(minor)));
    if (tested.isEmpty()) {
      return;
    }
    SortedSet<Integer> building = new TreeSet<>();
    for (int minor : candidates(surroundings, file)) {
      if (isBuilt(file, minor, surroundings)) {
        building.add(minor);
      }
    }
    boolean fallbackExists = building.size() < candidates(surroundings, file).size();
    boolean testsLinkname = tested.stream().anyMatch(minor -> building.contains(minor));
    boolean testsFallback = tested.stream().anyMatch(minor -> !building.contains(minor));
    if (testsLinkname && (testsFallback || !fallbackExists)) {
      return;
    }
    String seen = Words.releases(tested) + " (" + where(stated) + ")";
    String lacking =
        testsLinkname
            ? "never a release that leaves this file out, so its fallback is not built"
            : "never a release that builds this file";
    found.accept(pull.finding(RULE, "CI uses " + seen + ", " + lacking + ": add one"));
  }

  /** Returns the releases asked for, and the next one. */
  private static SortedSet<Integer> candidates(Surroundings surroundings, GoSource file) {
    SortedSet<Integer> minors = new TreeSet<>();
    int last = surroundings.releases(file.source()).last();
    for (int minor = surroundings.releases(file.source()).first(); minor <= last; minor++) {
      minors.add(minor);
    }
    if (last == Surroundings.newestKnown()) {
      minors.add(last + 1);
    }
    return minors;
  }

  private static boolean isBuilt(GoSource file, int minor, Surroundings surroundings) {
    Set<String> tags = file.constraint().settableTags();
    for (Target target : surroundings.facts().targets()) {
      for (boolean cgo : new boolean[] {true, false}) {
        if (file.constraint().matches(new BuildContext(target, cgo, tags, minor))
            || file.constraint().matches(new BuildContext(target, cgo, Set.of(), minor))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<Integer> release(StatedRelease stated) {
    int newest = Surroundings.newestKnown();
    boolean open = stated.text().startsWith(">") || stated.text().startsWith("^");
    return switch (stated.text()) {
      case "stable" -> Optional.of(newest);
      case "oldstable" -> Optional.of(newest - 1);
      case "tip", "gotip", "master" -> Optional.of(newest + 1);
      default -> open ? Optional.of(newest) : stated.minor();
    };
  }

  private static String where(List<StatedRelease> stated) {
    return Words.some(stated.stream().map(it -> it.script().relative()).distinct().toList());
  }
}
