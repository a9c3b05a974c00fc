package dev.untether.recipe;

import java.util.List;

/** What a recipe looks for: one kind of place in a module. */
public sealed interface Match permits AssemblyMatch, LinknameMatch, FileMatch, Match.Composite {

  /**
   * Other recipes, in the order in which they run.
   *
   * @param recipes their ids
   */
  record Composite(List<String> recipes) implements Match {

    /** Copies the list. */
    public Composite {
      recipes = List.copyOf(recipes);
    }
  }
}
