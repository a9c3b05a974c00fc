package dev.untether.review.rule;

import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Comment;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Promises to remove a linkname that do not say when. */
final class RemovalTriggerRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("no-removal-trigger", Group.REVIEW, Severity.NOTE);

  private static final int LONGEST = 2000;
  private static final Pattern PROMISE =
      Pattern.compile(
          "\\b(TODO|FIXME|XXX|HACK)\\b.*\\b(remov\\w*|drop\\w*|delet\\w*|get rid|replac\\w*|clean)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TRIGGER =
      Pattern.compile(
          "\\bgo\\s?1\\.\\d+|\\b1\\.\\d{2}\\b|#\\d+|https?://|\\b[A-Z]{2,}-\\d+\\b"
              + "|\\b20\\d\\d-\\d\\d|\\b(when|once|after|until|as soon as)\\s+\\S+\\s+\\S+"
              + "|\\bv\\d+\\.\\d+",
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
        .forEach(
            (file, pulls) -> {
              Set<Position> told = new HashSet<>();
              for (Pull pull : pulls) {
                for (Comment remark : pull.remarks()) {
                  if (isPromise(remark.text()) && told.add(remark.position())) {
                    found.accept(finding(pull, remark));
                  }
                }
              }
            });
  }

  private static boolean isPromise(String remark) {
    // Looking for two words in order takes quadratic time in a comment of a megabyte.
    String text = remark.substring(0, Math.min(remark.length(), LONGEST));
    return PROMISE.matcher(text).find() && !TRIGGER.matcher(text).find();
  }

  private static CheckFinding finding(Pull pull, Comment remark) {
    return pull.finding(
        RULE,
        remark.position(),
        "says that the linkname to "
            + pull.symbol()
            + " is to go, but not when: name the event (a Go release, an issue, a public"
            + " replacement) that makes it possible");
  }
}
