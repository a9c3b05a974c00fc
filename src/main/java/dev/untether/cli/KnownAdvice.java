package dev.untether.cli;

import dev.untether.access.AccessData;
import dev.untether.access.view.Replacements;
import dev.untether.access.view.Replacements.Replacement;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.review.Advice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Advice from the table of replacements and from recipes, which are read when first needed. */
final class KnownAdvice implements Advice {
  private final Supplier<RecipeCatalogue> catalogue;
  private @Nullable Map<String, List<String>> recipes;

  KnownAdvice(Supplier<RecipeCatalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<String> replacement(String symbol) {
    return Replacements.of(symbol).map(Replacement::sentence);
  }

  @Override
  public List<String> knownUsers(String symbol) {
    SortedSet<String> users = new TreeSet<>();
    for (int release : AccessData.releases()) {
      AccessData.of(release).ifPresent(data -> users.addAll(data.knownUsers(symbol)));
    }
    return List.copyOf(users);
  }

  @Override
  public synchronized List<String> recipes(String symbol) {
    Map<String, List<String>> known = recipes;
    if (known == null) {
      known = read(catalogue.get());
      recipes = known;
    }
    return known.getOrDefault(symbol, List.of());
  }

  /** Returns the recipes by symbol, the recommended ones first. */
  private static Map<String, List<String>> read(RecipeCatalogue catalogue) {
    Map<String, List<String>> bySymbol = new HashMap<>();
    for (boolean recommended : new boolean[] {true, false}) {
      for (RecipeFolder folder : catalogue.folders()) {
        Optional<Recipe> recipe = folder.load().recipe();
        if (recipe.isPresent() && recipe.get().recommended() == recommended) {
          recipe
              .get()
              .symbols()
              .forEach(
                  it ->
                      bySymbol.computeIfAbsent(it, s -> new ArrayList<>()).add(recipe.get().id()));
        }
      }
    }
    return bySymbol;
  }
}
