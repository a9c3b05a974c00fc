package dev.untether.review.rule;

import dev.untether.golang.linkname.Rationale;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rationales that do not name the file of Go's source in which somebody looked the target up. */
final class TargetSourceRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("missing-target-source", Group.REVIEW, Severity.NOTE);
  private static final Pattern SOURCE_FILE = Pattern.compile("[\\w./-]*\\w\\.(go|s)\\b");

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
              for (Pull pull : pulls) {
                if (pull.rationale().isPresent() && !namesFile(pull.rationale().get())) {
                  found.accept(finding(pull, pull.rationale().get()));
                }
              }
            });
  }

  private static boolean namesFile(Rationale rationale) {
    Optional<Rationale.Answer> source = rationale.answer(Rationale.Question.TARGET_SOURCE);
    return source.isPresent() && SOURCE_FILE.matcher(source.get().text()).find();
  }

  private static CheckFinding finding(Pull pull, Rationale rationale) {
    return pull.finding(
        RULE,
        rationale.position(),
        "the rationale does not say where "
            + pull.symbol()
            + " was looked up: add a line such as `target source: src/runtime/stubs.go"
            + " (Go 1.21-1.27)`");
  }
}
