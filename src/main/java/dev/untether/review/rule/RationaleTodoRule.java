package dev.untether.review.rule;

import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rationales with answers that somebody still has to write. */
final class RationaleTodoRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("rationale-todo", Group.REVIEW, Severity.NOTE);
  private static final Pattern TODO = Pattern.compile("\\b(TODO|FIXME|TBD|XXX)\\b");

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
    if (pull.rationale().isEmpty()) {
      return;
    }
    new TreeMap<>(pull.rationale().get().answers())
        .forEach(
            (question, answer) -> {
              if (TODO.matcher(answer.text()).find()) {
                found.accept(
                    pull.finding(
                        RULE,
                        answer.position(),
                        "`"
                            + question.words()
                            + ":` of the rationale for "
                            + pull.symbol()
                            + " is still to be written: "
                            + answer.text()));
              }
            });
  }
}
