package dev.untether.review.rule;

import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Targets;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** A reason, and the first release that it speaks against. */
  private record Objection(String words, int from) {}

  private static Optional<Objection> reason(Pull pull, Surroundings surroundings) {
    Optional<CellVerdict> refused =
        pull.judged().verdicts().stream()
            .filter(cell -> !cell.verdict().isAccepted())
            .min(Comparator.comparingInt(CellVerdict::release));
    if (refused.isPresent()) {
      return Optional.of(objection(refused.get()));
    }
    if (INTERNAL.matcher(pull.target().packagePath()).matches()) {
      return Optional.of(unseen(pull.target().packagePath() + " may change in any release"));
    }
    SortedMap<Integer, Surroundings.Stage> life = surroundings.life(pull.symbol());
    if (!life.isEmpty()) {
      Surroundings.Stage last = life.get(life.lastKey());
      if (last != null && last.exists() && !last.pushed()) {
        return Optional.of(
            unseen("Go 1." + life.lastKey() + " links it without having opened it to all"));
      }
    }
    return Optional.empty();
  }

  private static Objection unseen(String words) {
    return new Objection(words, Surroundings.newestKnown() + 1);
  }

  private static Objection objection(CellVerdict cell) {
    String words =
        switch (cell.verdict().outcome()) {
          case REJECTED -> "Go 1." + cell.release() + " rejects it";
          case UNDEFINED -> "Go 1." + cell.release() + " does not have it";
          default -> "whether Go 1." + cell.release() + " takes it is not certain";
        };
    return new Objection(words, cell.release());
  }

  private static CheckFinding finding(Pull pull, Objection why) {
    return pull.finding(
        RULE,
        "every later Go release builds this file, but "
            + why.words()
            + ": keep to the releases that are known to take it (//go:build !go1."
            + why.from()
            + ") and put a declaration of "
            + pull.localName()
            + " without linkname beside it for the others");
  }
}
