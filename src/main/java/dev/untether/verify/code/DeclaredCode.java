package dev.untether.verify.code;

import dev.untether.recipe.AssemblyAction;
import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.Callee;
import dev.untether.recipe.FileMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What recipes for assembly say they do to machine code: which calls they take away, and whether
 * they put something in their place.
 *
 * @param removedCalls the symbols whose calls may be gone, as the linker knows them
 * @param replacedCalls the symbols whose calls may have become something else
 */
public record DeclaredCode(Set<String> removedCalls, Set<String> replacedCalls) {
  /** Copies the sets. */
  public DeclaredCode {
    removedCalls = Set.copyOf(removedCalls);
    replacedCalls = Set.copyOf(replacedCalls);
  }

  /**
   * Returns what {@code recipes} declare together; empty if one of them is for Go packages, whose
   * assembly may become anything. Those for other files declare nothing: where they happen on
   * assembly, it is to mean what it did.
   */
  public static Optional<DeclaredCode> of(Collection<Recipe> recipes) {
    Set<String> removed = new HashSet<>();
    Set<String> replaced = new HashSet<>();
    for (Recipe recipe : recipes) {
      if (recipe.match() instanceof FileMatch) {
        continue;
      }
      if (!(recipe.match() instanceof AssemblyMatch match)) {
        return Optional.empty();
      }
      for (AssemblyAction action : recipe.actions(AssemblyAction.class)) {
        Set<String> calls = action instanceof AssemblyAction.Remove ? removed : replaced;
        match.indexOf(action.step()).ifPresent(at -> addCalls(match.sequence().get(at), calls));
      }
    }
    return Optional.of(new DeclaredCode(removed, replaced));
  }

  private static void addCalls(Step step, Set<String> calls) {
    if (step instanceof Step.Call call && call.callee() instanceof Callee.Symbol symbol) {
      symbol.anyOf().forEach(name -> calls.add(name.toString()));
    }
  }

  /** Returns what a change does beyond what is declared. */
  public List<String> beyond(CodeChange change) {
    List<String> beyond = new ArrayList<>(change.problems());
    boolean replaces = false;
    for (String instruction : change.removed()) {
      boolean mayBeReplaced = isCallOfAny(instruction, replacedCalls);
      replaces |= mayBeReplaced;
      if (!mayBeReplaced && !isCallOfAny(instruction, removedCalls)) {
        beyond.add("removes " + instruction.replace('\t', ' '));
      }
    }
    for (String instruction : replaces ? change.inserted() : change.added()) {
      beyond.add("adds " + instruction.replace('\t', ' '));
    }
    return beyond;
  }

  private static boolean isCallOfAny(String instruction, Set<String> symbols) {
    int end = instruction.indexOf("(SB)");
    // JAL X1 is the call of riscv64.
    boolean isCall = instruction.startsWith("CALL\t") || instruction.startsWith("JAL\tX1, ");
    if (!isCall || end < 0) {
      return false;
    }
    String operand = instruction.substring(0, end);
    int start = Math.max(operand.lastIndexOf('\t'), operand.lastIndexOf(' ')) + 1;
    return symbols.contains(operand.substring(start));
  }
}
