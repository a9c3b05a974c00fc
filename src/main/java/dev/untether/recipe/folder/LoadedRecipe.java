package dev.untether.recipe.folder;

import dev.untether.recipe.Recipe;
import dev.untether.text.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a recipe folder.
 *
 * @param recipe the recipe; nothing when there are findings
 * @param findings the mistakes in the folder, sorted
 */
public record LoadedRecipe(Optional<Recipe> recipe, List<Finding> findings) {

  /** Copies the list. */
  public LoadedRecipe {
    findings = List.copyOf(findings);
  }
}
