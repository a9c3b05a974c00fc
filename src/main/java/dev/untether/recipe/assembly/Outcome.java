package dev.untether.recipe.assembly;

import dev.untether.text.Edits;
import dev.untether.text.Finding;
import java.util.List;

/**
 * What one recipe does to one file.
 *
 * @param edits the changes; none when nothing matches
 * @param refusals places that the recipe is about, but where a precondition is not proven
 * @param notes what a reader of the change should look at
 * @param skipped functions that the recipe is about, but that have nothing to change
 */
public record Outcome(
    Edits edits, List<Finding> refusals, List<Finding> notes, List<Finding> skipped) {
  static final Outcome NOTHING = new Outcome(Edits.none(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Outcome {
    refusals = List.copyOf(refusals);
    notes = List.copyOf(notes);
    skipped = List.copyOf(skipped);
  }
}
