package dev.untether.review;

import dev.untether.access.Rule;
import dev.untether.access.Verdict;
import dev.untether.text.Severity;
import java.util.Optional;

/** The rules about what the linker says, the gravest first. */
enum LinkRule {
  LINKER_CRASH("linker-crash", Group.BREAKS, Severity.ERROR),
  DUPLICATE("duplicate-definition", Group.BREAKS, Severity.ERROR),
  LINKNAME_REJECTED("linkname-rejected", Group.BREAKS, Severity.ERROR),
  ASSEMBLY_REJECTED("assembly-reference-rejected", Group.BREAKS, Severity.ERROR),
  UNDEFINED("symbol-undefined", Group.BREAKS, Severity.ERROR),
  NEW_VARIABLE("silent-new-variable", Group.BREAKS, Severity.ERROR),
  IMPORT_DEPENDENT("import-dependent-pull", Group.TOLERATED, Severity.WARNING),
  UNKNOWN("verdict-unknown", Group.TOLERATED, Severity.NOTE),
  TOLERATED("tolerated-reference", Group.TOLERATED, Severity.NOTE);

  private final String id;
  private final Group group;
  private final Severity severity;

  LinkRule(String id, Group group, Severity severity) {
    this.id = id;
    this.group = group;
    this.severity = severity;
  }

  RuleInfo info() {
    return new RuleInfo(id, group, severity);
  }

  /** Returns whether the linker itself says no. */
  boolean isRejection() {
    return compareTo(ASSEMBLY_REJECTED) <= 0;
  }

  /** Returns what to say to a verdict; empty for those that are nobody's business. */
  static Optional<LinkRule> of(Verdict verdict) {
    return switch (verdict.outcome()) {
      case REJECTED ->
          Optional.of(
              switch (verdict.rule()) {
                case LINKER_PANIC -> LINKER_CRASH;
                case DUPLICATE_DEFINITION -> DUPLICATE;
                default -> LINKNAME_REJECTED;
              });
      case UNDEFINED -> Optional.of(UNDEFINED);
      case UNCERTAIN ->
          Optional.of(verdict.rule() == Rule.MAYBE_THROUGH_IMPORT ? IMPORT_DEPENDENT : UNKNOWN);
      case UNKNOWN -> verdict.rule() == Rule.OUTSIDE_STD ? Optional.empty() : Optional.of(UNKNOWN);
      case ACCEPTED ->
          Optional.of(
              switch (verdict.rule()) {
                case NEW_VARIABLE -> NEW_VARIABLE;
                case METHOD_THROUGH_IMPORT -> IMPORT_DEPENDENT;
                default -> TOLERATED;
              });
    };
  }
}
