package dev.untether.recipe.assembly;

import dev.untether.asm.Operand;
import dev.untether.recipe.Note;
import dev.untether.recipe.Recipe;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds registers that a function saves and restores, perhaps for the removed code only. */
final class SavedRegisters {
  private final View view;

  SavedRegisters(View view) {
    this.view = view;
  }

  /** Returns what the recipe's notes have to say about the function. */
  List<Finding> notes(Recipe recipe, String path) {
    List<Finding> notes = new ArrayList<>();
    for (Note note : recipe.notes()) {
      Note.RegisterSaved saved = (Note.RegisterSaved) note;
      Set<String> registers = saved.registers().on(view.architecture().goarch());
      for (String register : new TreeSet<>(registers)) {
        String canonical = view.data().canonical(register);
        int save = firstSave(canonical);
        if (save >= 0 && isRestoredAfter(save, canonical)) {
          notes.add(
              new Finding(
                  recipe.id(),
                  Severity.NOTE,
                  path,
                  view.prog(save).word().outermost().ownPosition(),
                  saved.message()));
        }
      }
    }
    return notes;
  }

  private int firstSave(String register) {
    for (int i = 1; i < view.size(); i++) {
      if (view.data().isPlainMove(view.prog(i)) && isRegister(view.operand(i, 0), register)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isRestoredAfter(int save, String register) {
    for (int i = save + 1; i < view.size(); i++) {
      if (view.data().isPlainMove(view.prog(i)) && isRegister(view.operand(i, 1), register)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRegister(Operand operand, String register) {
    return operand instanceof Operand.Register named
        && view.data().canonical(named.name()).equals(register);
  }
}
