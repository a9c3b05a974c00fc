package dev.untether.review;

import dev.untether.module.imports.Reach;
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
 * @param linkedBy what links it in the builds that it is about; empty if nobody looked
 * @param fault the dependency that holds it; empty for what the tree itself holds
 */
public record CheckFinding(
    RuleInfo rule,
    Finding finding,
    Optional<String> symbol,
    List<CellVerdict> verdicts,
    List<String> recipes,
    Optional<Reach.By> linkedBy,
    Optional<ModuleFault> fault)
    implements Comparable<CheckFinding> {

  /** Copies the lists. */
  public CheckFinding {
    verdicts = List.copyOf(verdicts);
    recipes = List.copyOf(recipes);
  }

  /** A finding of the tree itself; what links it is not known. */
  public CheckFinding(
      RuleInfo rule,
      Finding finding,
      Optional<String> symbol,
      List<CellVerdict> verdicts,
      List<String> recipes) {
    this(rule, finding, symbol, verdicts, recipes, Optional.empty(), Optional.empty());
  }

  /** A finding that is about no symbol. */
  public CheckFinding(RuleInfo rule, Finding finding) {
    this(rule, finding, Optional.empty(), List.of(), List.of());
  }

  /** Returns the same with another place, severity or message. */
  public CheckFinding with(Finding other) {
    return new CheckFinding(rule, other, symbol, verdicts, recipes, linkedBy, fault);
  }

  /** Returns the same with what links it. */
  public CheckFinding linkedBy(Reach.By by) {
    return new CheckFinding(rule, finding, symbol, verdicts, recipes, Optional.of(by), fault);
  }

  /** Returns the same as something that a dependency brings along. */
  public CheckFinding blamedOn(ModuleFault module) {
    return new CheckFinding(
        rule, finding, symbol, verdicts, recipes, linkedBy, Optional.of(module));
  }

  /** Returns the finding with what to do about the dependency that holds it. */
  public Finding advised() {
    if (rule.group() != Group.BREAKS || fault.isEmpty()) {
      return finding;
    }
    String message = finding.message() + "; " + fault.get().remedy(recipes);
    return new Finding(
        finding.rule(), finding.severity(), finding.path(), finding.position(), message);
  }

  /** Orders by what a finding asks for, then by place. */
  @Override
  public int compareTo(CheckFinding other) {
    int order = rule.group().compareTo(other.rule.group());
    return order != 0 ? order : finding.compareTo(other.finding);
  }
}
