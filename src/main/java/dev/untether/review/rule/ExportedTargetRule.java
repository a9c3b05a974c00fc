package dev.untether.review.rule;

import dev.untether.golang.LinkTarget;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Pulls of what any program may import and use. */
final class ExportedTargetRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("linkname-to-exported", Group.REVIEW, Severity.WARNING);

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
                if (isExported(pull.target())) {
                  check(pull, surroundings, found);
                }
              }
            });
  }

  private static boolean isExported(LinkTarget target) {
    String path = "/" + target.packagePath() + "/";
    boolean importable = !path.contains("/internal/") && !path.startsWith("/vendor/");
    return importable
        && startsUpper(target.name())
        && target.receiver().map(ExportedTargetRule::startsUpper).orElse(true);
  }

  private static boolean startsUpper(String name) {
    return Character.isUpperCase(name.codePointAt(0));
  }

  private static void check(Pull pull, Surroundings surroundings, Consumer<CheckFinding> found) {
    SortedSet<Integer> releases = new TreeSet<>();
    surroundings
        .life(pull.symbol())
        .forEach(
            (minor, stage) -> {
              if (stage.exists()) {
                releases.add(minor);
              }
            });
    if (releases.isEmpty()) {
      return;
    }
    LinkTarget target = pull.target();
    String use =
        target
            .receiver()
            .map(type -> "call the method " + target.name() + " of " + type)
            .orElse("use " + lastElement(target.packagePath()) + "." + target.name());
    found.accept(
        pull.finding(
            RULE,
            pull.symbol()
                + " is exported in "
                + Words.releases(releases)
                + ": import "
                + target.packagePath()
                + " and "
                + use));
  }

  private static String lastElement(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
