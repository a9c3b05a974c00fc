package dev.untether.recipe.folder;

import dev.untether.recipe.Match;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.template.Problems;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes composites apart: into the recipes that they name, in order, each once. */
public final class Composition {
  private final RecipeCatalogue catalogue;
  private final Map<String, Recipe> parts = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  // The composites that are being taken apart, the outermost first.
  private final Set<String> open = new LinkedHashSet<>();

  /** Prepares to look recipes up in {@code catalogue}. */
  public Composition(RecipeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Adds a recipe, or the parts of a composite; a part that is there already stays in its place.
   */
  public void add(RecipeFolder folder) {
    LoadedRecipe loaded = folder.load();
    findings.addAll(loaded.findings());
    loaded.recipe().ifPresent(recipe -> add(recipe, folder));
  }

  private void add(Recipe recipe, RecipeFolder folder) {
    if (!(recipe.match() instanceof Match.Composite composite)) {
      parts.putIfAbsent(recipe.id(), recipe);
      return;
    }
    open.add(recipe.id());
    for (Match.Part part : composite.parts()) {
      Optional<RecipeFolder> next = catalogue.folder(part.id());
      if (open.contains(part.id())) {
        String round = String.join(" → ", open) + " → " + part.id();
        error(folder, part.place(), "a composite that contains itself: " + round);
      } else if (next.isEmpty()) {
        error(folder, part.place(), "no recipe `" + part.id() + "`; expected the id of a recipe");
      } else {
        add(next.get());
      }
    }
    open.remove(recipe.id());
  }

  private void error(RecipeFolder folder, Position place, String message) {
    String path = folder.path() + "/" + RecipeFolder.DESCRIPTOR;
    findings.add(new Finding(Problems.DESCRIPTOR_RULE, Severity.ERROR, path, place, message));
  }

  /** Returns the recipes, in the order in which they run; no composites. */
  public List<Recipe> recipes() {
    return List.copyOf(parts.values());
  }

  /** Returns what is wrong with the recipes, each finding once. */
  public List<Finding> findings() {
    return findings.stream().distinct().toList();
  }
}
