package dev.untether.review.rule;

import dev.untether.review.CheckFinding;
import dev.untether.review.RuleInfo;
import java.util.List;
import java.util.function.Consumer;

/** Looks at the linknames of one package that pull something of another package. */
interface PullRule {

  /** Returns the rules that its findings name. */
  List<RuleInfo> rules();

  /** Gives its findings about a package to {@code found}. */
  void check(ReviewedPackage reviewed, Surroundings surroundings, Consumer<CheckFinding> found);
}
