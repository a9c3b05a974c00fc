package dev.untether.review.explain;

import dev.untether.access.view.Replacements;
import dev.untether.access.view.Replacements.Replacement;
import dev.untether.recipe.Recipe;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What to do about references to a symbol.
 *
 * @param replacement what to use instead, if known
 * @param recipes what does it, by id
 */
public record Remedy(Optional<Replacement> replacement, List<Fix> recipes) {

  /** Copies the list. */
  public Remedy {
    recipes = List.copyOf(recipes);
  }

  /**
   * A recipe.
   *
   * @param id its id
   * @param title what it does
   */
  public record Fix(String id, String title) {}

  /** Returns what to do about references to {@code symbol}, given the recipes there are. */
  public static Remedy on(String symbol, Collection<Recipe> recipes) {
    List<Fix> fixes =
        recipes.stream()
            .filter(it -> it.replacesPullsOf(symbol) || it.replacesAssemblyReferencesTo(symbol))
            .map(recipe -> new Fix(recipe.id(), recipe.title()))
            .toList();
    return new Remedy(Replacements.of(symbol), fixes);
  }
}
