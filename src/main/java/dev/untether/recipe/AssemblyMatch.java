package dev.untether.recipe;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Steps that every path through an assembly function takes in order.
 *
 * <p>From each step every path reaches the next one before it leaves the function. A step that an
 * action edits, unless it is the first, is reached only by paths that took the steps before it.
 *
 * @param functions names of the TEXT symbols to look into, without package; any package matches
 * @param sequence the steps, at least one
 * @param between what must hold between them
 */
public record AssemblyMatch(List<String> functions, List<Step> sequence, List<Between> between)
    implements Match {

  /** Copies the lists. */
  public AssemblyMatch {
    functions = List.copyOf(functions);
    sequence = List.copyOf(sequence);
    between = List.copyOf(between);
  }

  /** Returns the index in {@link #sequence()} of the step with that name. */
  public OptionalInt indexOf(String stepName) {
    for (int i = 0; i < sequence.size(); i++) {
      if (sequence.get(i).name().filter(stepName::equals).isPresent()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns what the calls among the steps named go to. */
  List<SymbolName> callees(Set<String> steps) {
    return sequence.stream()
        .filter(step -> step.name().filter(steps::contains).isPresent())
        .filter(Step.Call.class::isInstance)
        .map(step -> ((Step.Call) step).callee())
        .filter(Callee.Symbol.class::isInstance)
        .flatMap(callee -> ((Callee.Symbol) callee).anyOf().stream())
        .toList();
  }
}
