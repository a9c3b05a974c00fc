package dev.untether.review;

import dev.untether.text.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Something for a person to act on.
 *
 * @param rule the rule that speaks
 * @param finding the place, the severity that counts, and one sentence: what is wrong and what to
 *     do
 * @param symbol the symbol it is about; empty for findings about something else
 * @param verdicts what the linker says, as far as it matters to this finding
 * @param recipes ids of the recipes that do what is asked for, the best first
 */
public record CheckFinding(
    RuleInfo rule,
    Finding finding,
    Optional<String> symbol,
    List<CellVerdict> verdicts,
    List<String> recipes)
    implements Comparable<CheckFinding> {

  /** Copies the lists. */
  public CheckFinding {
    verdicts = List.copyOf(verdicts);
    recipes = List.copyOf(recipes);
  }

  /** A finding that is about no symbol. */
  public CheckFinding(RuleInfo rule, Finding finding) {
    this(rule, finding, Optional.empty(), List.of(), List.of());
  }

  /** Orders by what a finding asks for, then by place. */
  @Override
  public int compareTo(CheckFinding other) {
    int order = rule.group().compareTo(other.rule.group());
    return order != 0 ? order : finding.compareTo(other.finding);
  }
}
