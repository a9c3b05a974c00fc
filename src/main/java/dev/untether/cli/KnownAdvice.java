package dev.untether.cli;

import dev.untether.access.AccessData;
import dev.untether.access.view.Replacements;
import dev.untether.access.view.Replacements.Replacement;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.review.Advice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Advice from the table of replacements and from recipes, which are read when first needed. */
final class KnownAdvice implements Advice {
  private final Supplier<RecipeCatalogue> catalogue;
  private @Nullable List<Recipe> recipes;

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
  public List<String> recipes(String symbol, boolean assembly) {
    return recipes().stream()
        .filter(
            it -> assembly ? it.replacesAssemblyReferencesTo(symbol) : it.replacesPullsOf(symbol))
        .map(Recipe::id)
        .toList();
  }

  /** Returns all recipes, the recommended ones first. */
  private synchronized List<Recipe> recipes() {
    List<Recipe> known = recipes;
    if (known == null) {
      known =
          catalogue.get().folders().stream()
              .flatMap(folder -> folder.load().recipe().stream())
              .sorted(Comparator.comparing(recipe -> !recipe.recommended()))
              .toList();
      recipes = known;
    }
    return known;
  }
}
