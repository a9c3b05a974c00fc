package dev.untether.review;

import java.util.List;

/** Looks at the references of a tree, and at what stands around them. */
public interface ReviewRule {

  /** Returns the rules that its findings name. */
  List<RuleInfo> rules();

  /** Returns its findings, in any order. Reads files of the tree only; safe for several threads. */
  List<CheckFinding> check(Facts facts);
}
