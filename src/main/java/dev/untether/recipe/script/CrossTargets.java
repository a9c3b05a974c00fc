package dev.untether.recipe.script;

import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The targets on which a module has something to link that no build on linux/amd64 sees: assembly,
 * and files with pulls. One system for each architecture will do, Linux where there is a choice.
 */
final class CrossTargets {
  private static final Target HOST = Target.parse("linux/amd64");
  // https://go.dev/src/internal/platform/supported.go, MustLinkExternal
  private static final Set<String> WITH_CGO_ONLY =
      Set.of("android/386", "android/amd64", "android/arm", "ios/amd64", "ios/arm64");

  private CrossTargets() {}

  /** Returns the targets, in order; none without assembly and pulls. */
  static List<String> of(ModuleView module) {
    List<BuildConstraint> constraints = new ArrayList<>();
    for (String file : module.files()) {
      if (file.endsWith(".s") && !("/" + file).contains("/testdata/")) {
        constraints.add(BuildConstraint.of(file, module.text(file).orElse(SourceText.of(""))));
      }
    }
    module.pulls().stream()
        .map(Pulled::constraint)
        .filter(constraint -> !constraint.isAlwaysMet())
        .distinct()
        .forEach(constraints::add);
    ReleaseRange newest = ReleaseRange.only(Targets.known().releases().last());
    SortedSet<Target> chosen = new TreeSet<>();
    for (BuildConstraint constraint : constraints) {
      SortedSet<Target> targets = constraint.targets(Targets.known(), newest);
      for (Target target : targets) {
        boolean onLinux = targets.contains(new Target("linux", target.goarch()));
        if (target.goos().equals("linux") || !onLinux) {
          chosen.add(target);
        }
      }
    }
    return chosen.stream()
        .filter(target -> !target.equals(HOST))
        .map(Target::toString)
        .filter(target -> !WITH_CGO_ONLY.contains(target))
        .toList();
  }
}
