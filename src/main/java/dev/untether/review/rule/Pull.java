package dev.untether.review.rule;

import dev.untether.golang.Declaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.linkname.Rationale;
import dev.untether.review.CheckFinding;
import dev.untether.review.JudgedReference;
import dev.untether.review.RuleInfo;
import dev.untether.text.Comment;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import java.util.List;
import java.util.Optional;

/**
 * One linkname that pulls a symbol of another package.
 *
 * @param judged the directive with the verdicts
 * @param source the file with the directive
 * @param target the symbol
 * @param declaration what the directive names, if the same file declares it
 * @param rationale the comment that says why it is there
 * @param remarks the comments at the directive and at the declaration
 */
record Pull(
    JudgedReference.OfLinkname judged,
    GoSource source,
    LinkTarget target,
    Optional<Declaration> declaration,
    Optional<Rationale> rationale,
    List<Comment> remarks) {

  /** Copies the list. */
  Pull {
    remarks = List.copyOf(remarks);
  }

  String symbol() {
    return judged.symbol();
  }

  String localName() {
    return judged.reference().localName();
  }

  /** Returns a finding at the directive. */
  CheckFinding finding(RuleInfo rule, String message) {
    return finding(rule, judged.position(), message);
  }

  /** Returns a finding about this symbol at another place of the file. */
  CheckFinding finding(RuleInfo rule, Position place, String message) {
    return new CheckFinding(
        rule,
        new Finding(rule.id(), rule.severity(), judged.file().relative(), place, message),
        Optional.of(symbol()),
        List.of(),
        List.of());
  }
}
