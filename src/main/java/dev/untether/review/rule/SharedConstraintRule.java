package dev.untether.review.rule;

import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Files with one release constraint for pulls whose targets do not share a history: when one of
 * them breaks, the others go with it. Targets that came, changed and went together belong together.
 */
final class SharedConstraintRule implements PullRule {
  static final RuleInfo RULE =
      new RuleInfo("shared-release-constraint", Group.REVIEW, Severity.NOTE);

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
              if (pulls.size() > 1 && !file.constraint().releasesAskedFor().isEmpty()) {
                check(pulls, surroundings, found);
              }
            });
  }

  private static void check(
      List<Pull> pulls, Surroundings surroundings, Consumer<CheckFinding> found) {
    Map<SortedMap<Integer, Surroundings.Stage>, Set<String>> fates = new LinkedHashMap<>();
    for (Pull pull : pulls) {
      // Signatures of different functions differ; what counts is when they change.
      fates
          .computeIfAbsent(Fates.of(surroundings.life(pull.symbol())), it -> new TreeSet<>())
          .add(pull.symbol());
    }
    if (fates.size() < 2) {
      return;
    }
    List<String> groups = fates.values().stream().map(Words::some).toList();
    found.accept(
        pulls
            .get(0)
            .finding(
                RULE,
                "one release constraint for symbols that change in different releases: "
                    + String.join(" | ", groups)
                    + "; give each its own file, so that one can go without the others"));
  }

  /** Histories without what is a symbol's own. */
  private static final class Fates {
    private Fates() {}

    static SortedMap<Integer, Surroundings.Stage> of(SortedMap<Integer, Surroundings.Stage> life) {
      SortedMap<Integer, Surroundings.Stage> fate = new TreeMap<>();
      List<String> known = List.of();
      int version = 0;
      for (Map.Entry<Integer, Surroundings.Stage> entry : life.entrySet()) {
        Surroundings.Stage stage = entry.getValue();
        if (stage.exists() && !stage.signatures().equals(known)) {
          version++;
          known = stage.signatures();
        }
        fate.put(
            entry.getKey(),
            new Surroundings.Stage(
                stage.exists(), stage.pushed(), List.of(String.valueOf(version))));
      }
      return fate;
    }
  }
}
