package dev.untether.review.rule;

import dev.untether.golang.linkname.Rationale;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Comment;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Pulls that are there for speed, by what the comments say, without a number that says how much.
 */
final class MeasuredGainRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("missing-measured-gain", Group.REVIEW, Severity.NOTE);

  private static final Pattern SPEED =
      Pattern.compile(
          "\\b(fast(er|est)?|slow(er)?|speed|perf(ormance)?|hot (path|loop)|overhead|cheap(er)?"
              + "|efficient(ly)?|latency|throughput|zero.alloc|alloc(ation)?s?|optimi[sz]\\w+)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d\\s*(ns|µs|μs|us|ms|s|%|x|×|times|allocs?|bytes?|[KMG]i?B|B|cycles?|ops|percent)"
              + "(?![\\w])",
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
        .forEach((file, pulls) -> pulls.forEach(pull -> check(pull, found)));
  }

  private static void check(Pull pull, Consumer<CheckFinding> found) {
    Optional<Rationale> rationale = pull.rationale();
    if (rationale.isPresent()) {
      Optional<Rationale.Answer> gain = rationale.get().answer(Rationale.Question.MEASURED_GAIN);
      boolean measured = gain.filter(it -> isMeasured(it.text())).isPresent();
      boolean forSpeed =
          rationale
              .get()
              .answer(Rationale.Question.WHY)
              .filter(it -> SPEED.matcher(it.text()).find())
              .isPresent();
      // A pull without which there is no function has no gain to measure.
      boolean none =
          gain.filter(it -> it.text().matches("(?i)(none|n/?a|not applicable)\\b.*")).isPresent();
      if (!measured && (forSpeed || !none)) {
        found.accept(
            finding(pull, gain.map(Rationale.Answer::position).orElse(rationale.get().position())));
      }
      return;
    }
    String remarks =
        String.join("\n", pull.remarks().stream().map(MeasuredGainRule::prose).toList());
    if (SPEED.matcher(remarks).find() && !isMeasured(remarks)) {
      found.accept(finding(pull, pull.judged().position()));
    }
  }

  private static boolean isMeasured(String text) {
    return NUMBER.matcher(text).find();
  }

  /** Returns nothing for directives, whose names say {@code fastrand} without praising it. */
  private static String prose(Comment comment) {
    return comment.text().startsWith("//go:") ? "" : comment.text();
  }

  private static CheckFinding finding(Pull pull, Position place) {
    return pull.finding(
        RULE,
        place,
        "no number says what "
            + pull.symbol()
            + " gains: measure it against the public way with a benchmark and write the result down"
            + " (`measured gain: 15 ns a call, see bench_test.go`), or drop the linkname");
  }
}
