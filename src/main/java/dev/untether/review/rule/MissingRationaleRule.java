package dev.untether.review.rule;

import dev.untether.golang.linkname.Rationale;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Pulls that nobody explains, and explanations that leave questions open. */
final class MissingRationaleRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("missing-rationale", Group.REVIEW, Severity.NOTE);

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
              if (!file.isGenerated()) {
                pulls.forEach(pull -> check(pull, found));
              }
            });
  }

  private static void check(Pull pull, Consumer<CheckFinding> found) {
    if (pull.rationale().isEmpty()) {
      found.accept(
          pull.finding(
              RULE,
              "nothing says why "
                  + pull.symbol()
                  + " is needed: add a comment `linkname rationale:` with why, measured gain,"
                  + " target source, removed when and owner"));
      return;
    }
    List<String> open = new ArrayList<>();
    // The other two have rules of their own, which know when an answer is one.
    for (Rationale.Question question :
        List.of(
            Rationale.Question.WHY, Rationale.Question.REMOVED_WHEN, Rationale.Question.OWNER)) {
      if (pull.rationale().get().answer(question).isEmpty()) {
        open.add("`" + question.words() + ":`");
      }
    }
    if (!open.isEmpty()) {
      found.accept(
          pull.finding(
              RULE,
              pull.rationale().get().position(),
              "the rationale for " + pull.symbol() + " lacks " + String.join(", ", open)));
    }
  }
}
