package dev.untether.review.rule;

import dev.untether.review.CheckFinding;
import dev.untether.review.RuleInfo;
import java.util.List;
import java.util.function.Consumer;

/** Looks at the build scripts of a tree. */
interface ScriptRule {

  /** Returns the rules that its findings name. */
  List<RuleInfo> rules();

  /** Gives its findings to {@code found}. */
  void check(Surroundings surroundings, Consumer<CheckFinding> found);
}
