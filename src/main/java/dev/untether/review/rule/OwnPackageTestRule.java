package dev.untether.review.rule;

import dev.untether.golang.LinkTarget;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.List;
import java.util.function.Consumer;

/** Tests that pull an unexported name out of a package of their own module. */
final class OwnPackageTestRule implements PullRule {
  static final RuleInfo RULE =
      new RuleInfo("test-linkname-to-own-package", Group.REVIEW, Severity.NOTE);

  @Override
  public List<RuleInfo> rules() {
    return List.of(RULE);
  }

  @Override
  public void check(
      ReviewedPackage reviewed, Surroundings surroundings, Consumer<CheckFinding> found) {
    for (Pull pull : reviewed.pulls()) {
      if (pull.source().isTest() && isOwn(pull) && isUnexported(pull.target())) {
        found.accept(finding(pull));
      }
    }
  }

  private static boolean isOwn(Pull pull) {
    String module = pull.source().source().modulePath();
    String path = pull.target().packagePath();
    return !module.isEmpty() && (path.equals(module) || path.startsWith(module + "/"));
  }

  private static boolean isUnexported(LinkTarget target) {
    return !Character.isUpperCase(target.name().codePointAt(0));
  }

  private static CheckFinding finding(Pull pull) {
    LinkTarget target = pull.target();
    boolean beside = target.packagePath().equals(pull.source().source().packagePath());
    String instead =
        beside
            ? "a file export_test.go of package "
                + pull.source().packageName().replaceFirst("_test$", "")
                + " can export it to tests alone"
            : "move what both need into a package below internal/, or test it in its own package";
    return pull.finding(
        RULE, "a test pulls " + pull.symbol() + " out of its own module: " + instead);
  }
}
