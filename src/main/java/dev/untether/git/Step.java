package dev.untether.git;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One commit to be made.
 *
 * @param recipes the recipes whose work it is, in the order in which they ran
 * @param changes all that differs from the base after this step, not from the step before; by path
 *     below the root of the repository
 * @param command the command that makes these files out of the base, run at the root
 */
public record Step(List<AppliedRecipe> recipes, SortedMap<String, Change> changes, String command) {

  /** Copies the list and the map. */
  public Step {
    recipes = List.copyOf(recipes);
    changes = new TreeMap<>(changes);
  }
}
