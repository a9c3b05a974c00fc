package dev.untether.recipe;

import dev.untether.text.Position;
import java.util.List;
import java.util.Optional;

/** What a recipe looks for: one kind of place in a module. */
public sealed interface Match
    permits AssemblyMatch, LinknameMatch, FileMatch, Match.References, Match.Composite {

  /**
   * References from the assembly of one Go package, over all its builds at once.
   *
   * @param targets the symbols, and what takes their place
   */
  record References(List<LinknameMatch.Target> targets) implements Match {

    /** Copies the list. */
    public References {
      targets = List.copyOf(targets);
    }

    /** Returns what to do about a symbol, if the table has it. */
    public Optional<LinknameMatch.Target> target(String symbol) {
      return targets.stream().filter(target -> target.symbol().equals(symbol)).findFirst();
    }
  }

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
