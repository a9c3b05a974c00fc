package dev.untether.cli;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Advice from the table of replacements and from recipes, which are read when first needed. */
final class KnownAdvice implements Advice {
  /** Releases up to this one need no mention: nobody builds with older ones any more. */
  private static final int OLD = 20;

  private final Supplier<RecipeCatalogue> catalogue;
  private @Nullable Map<String, List<String>> recipes;

  KnownAdvice(Supplier<RecipeCatalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<String> replacement(String symbol) {
    return Replacements.of(symbol).map(KnownAdvice::words).filter(text -> !text.isEmpty());
  }

  private static String words(Replacement replacement) {
    List<String> words = new ArrayList<>();
    if (replacement.isPublic()) {
      String since = replacement.since() > OLD ? " (since Go 1." + replacement.since() + ")" : "";
      words.add(replacement.text() + since);
    }
    if (!replacement.open().isEmpty()) {
      words.add("still open to others: " + String.join(", ", replacement.open()));
    }
    if (!replacement.note().isEmpty()) {
      words.add(replacement.note());
    }
    return String.join("; ", words);
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
