package dev.untether.recipe;

import dev.untether.text.Position;
import java.util.List;

/** What a recipe looks for: one kind of place in a module. */
public sealed interface Match permits AssemblyMatch, LinknameMatch, FileMatch, Match.Composite {

  /**
   * Other recipes, in the order in which they run.
   *
   * @param parts the recipes
   */
  record Composite(List<Part> parts) implements Match {

    /** Copies the list. */
    public Composite {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One recipe of a composite.
   *
   * @param id its id
   * @param place where the descriptor names it
   */
  record Part(String id, Position place) {}
}
