package dev.untether.review.rule;

import dev.untether.golang.linkname.Rationale;
import dev.untether.module.target.ReleaseRange;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rationales that speak of other releases than those that build the file, or that lack it. */
final class StaleRationaleRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("stale-rationale", Group.REVIEW, Severity.WARNING);

  private static final Pattern RANGE =
      Pattern.compile(
          "\\bgo\\s?1\\.(\\d{1,3})(?:\\.\\d+)?"
              + "(?:\\s*(?:-|–|\\.\\.|to)\\s*(?:go\\s?)?1\\.(\\d{1,3})|\\s*(\\+|and later))?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<RuleInfo> rules() {
    return List.of(RULE);
  }

  @Override
  public void check(
      ReviewedPackage reviewed, Surroundings surroundings, Consumer<CheckFinding> found) {
    reviewed
        .standardPulls(surroundings)
        .forEach((file, pulls) -> pulls.forEach(pull -> check(pull, surroundings, found)));
  }

  private static void check(Pull pull, Surroundings surroundings, Consumer<CheckFinding> found) {
    Optional<Rationale.Answer> source =
        pull.rationale().flatMap(it -> it.answer(Rationale.Question.TARGET_SOURCE));
    Optional<ReleaseRange> stated = source.flatMap(it -> releases(it.text()));
    if (source.isEmpty() || stated.isEmpty()) {
      return;
    }
    SortedSet<Integer> beyond = new TreeSet<>();
    for (CellVerdict cell : pull.judged().verdicts()) {
      if (!stated.get().contains(cell.release())) {
        beyond.add(cell.release());
      }
    }
    if (!beyond.isEmpty()) {
      found.accept(
          pull.finding(
              RULE,
              source.get().position(),
              "the rationale covers "
                  + words(stated.get())
                  + ", but the file is built by "
                  + Words.releases(beyond)
                  + " too: look "
                  + pull.symbol()
                  + " up again and state the releases, or leave them out with //go:build"));
      return;
    }
    SortedSet<Integer> without = new TreeSet<>();
    surroundings
        .life(pull.symbol())
        .forEach(
            (minor, stage) -> {
              if (stated.get().contains(minor) && !stage.exists()) {
                without.add(minor);
              }
            });
    if (!without.isEmpty()) {
      found.accept(
          pull.finding(
              RULE,
              source.get().position(),
              "the rationale covers "
                  + words(stated.get())
                  + ", but "
                  + pull.symbol()
                  + " is not in "
                  + Words.releases(without)
                  + ": look it up again and state the releases that have it"));
    }
  }

  private static String words(ReleaseRange range) {
    if (range.last() == Integer.MAX_VALUE) {
      return "Go 1." + range.first() + " and later";
    }
    return range.first() == range.last()
        ? "Go 1." + range.first()
        : "Go 1." + range.first() + " to 1." + range.last();
  }

  /** Returns the releases that a text names, from the oldest to the newest. */
  static Optional<ReleaseRange> releases(String text) {
    Matcher matcher = RANGE.matcher(text);
    int first = Integer.MAX_VALUE;
    int last = -1;
    while (matcher.find()) {
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      first = Math.min(first, from);
      last = Math.max(last, matcher.group(3) == null ? to : Integer.MAX_VALUE);
    }
    return last < first ? Optional.empty() : Optional.of(new ReleaseRange(first, last));
  }
}
