package dev.untether.review.rule;

import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Targets;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Files that every later release builds too, though nobody promised them the symbol. A symbol that
 * Go pushes needs no bound: the push is the promise, and a bound would break the next release.
 */
final class ReleaseBoundRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("missing-release-bound", Group.REVIEW, Severity.NOTE);
  private static final Pattern INTERNAL = Pattern.compile("(.*/)?internal(/.*)?");

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
              if (isBuiltByLaterReleases(file)) {
                pulls.forEach(
                    pull ->
                        reason(pull, surroundings)
                            .ifPresent(why -> found.accept(finding(pull, why))));
              }
            });
  }

  private static boolean isBuiltByLaterReleases(GoSource file) {
    ReleaseRange next = ReleaseRange.only(Surroundings.newestKnown() + 1);
    return !file.constraint().targets(Targets.known(), next).isEmpty();
  }

  private static Optional<String> reason(Pull pull, Surroundings surroundings) {
    OptionalInt refused =
        pull.judged().verdicts().stream()
            .filter(cell -> !cell.verdict().isAccepted())
            .mapToInt(CellVerdict::release)
            .min();
    if (refused.isPresent()) {
      return Optional.of("Go 1." + refused.getAsInt() + " does not simply accept it");
    }
    if (INTERNAL.matcher(pull.target().packagePath()).matches()) {
      return Optional.of(pull.target().packagePath() + " may change in any release");
    }
    SortedMap<Integer, Surroundings.Stage> life = surroundings.life(pull.symbol());
    if (!life.isEmpty()) {
      Surroundings.Stage last = life.get(life.lastKey());
      if (last != null && last.exists() && !last.pushed()) {
        return Optional.of("Go 1." + life.lastKey() + " links it without having opened it to all");
      }
    }
    return Optional.empty();
  }

  private static CheckFinding finding(Pull pull, String why) {
    int next = Surroundings.newestKnown() + 1;
    return pull.finding(
        RULE,
        "every later Go release builds this file, but "
            + why
            + ": pin the releases that were looked at (//go:build !go1."
            + next
            + ") and put a declaration of "
            + pull.localName()
            + " without linkname beside it for the others");
  }
}
