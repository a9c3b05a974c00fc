package dev.untether.cli;

import dev.untether.module.target.ReleaseRange;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.ReleaseRange.Release;
import dev.untether.recipe.folder.LoadedRecipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments that say which recipes to run. */
final class RecipeChoice {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--recipe",
      paramLabel = "ID",
      split = ",",
      description = "Run only this recipe; may be given several times (default: every recommended)")
  private List<String> ids = new ArrayList<>();

  @Mixin private final RecipeFolders source = new RecipeFolders();

  /** Returns whether the user chose recipes. */
  boolean isGiven() {
    return !ids.isEmpty();
  }

  /**
   * Returns the recipes chosen, in the order in which they run: those named, or the recommended
   * ones, as far as they are for a release of {@code go}.
   *
   * @param problems where mistakes in recipe folders are added
   * @throws ParameterException for an id that no folder has
   */
  List<Recipe> chosen(ReleaseRange go, List<Finding> problems) {
    RecipeCatalogue catalogue = source.catalogue();
    problems.addAll(catalogue.findings());
    List<Recipe> chosen = new ArrayList<>();
    if (ids.isEmpty()) {
      for (RecipeFolder folder : catalogue.folders()) {
        load(folder, problems)
            .filter(recipe -> recipe.recommended() && isFor(go, recipe))
            .ifPresent(chosen::add);
      }
      return chosen;
    }
    for (String id : new LinkedHashSet<>(ids)) {
      RecipeFolder folder =
          catalogue
              .folder(id)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), "--recipe: " + RecipeFolders.unknown(id, catalogue)));
      Optional<Recipe> recipe = load(folder, problems);
      if (recipe.isPresent() && !isFor(go, recipe.get())) {
        throw new ParameterException(
            spec.commandLine(),
            "--recipe " + id + " is for Go " + recipe.get().releases() + ", not for --go " + go);
      }
      recipe.ifPresent(chosen::add);
    }
    return chosen;
  }

  private static boolean isFor(ReleaseRange go, Recipe recipe) {
    return IntStream.rangeClosed(go.first(), go.last())
        .anyMatch(minor -> recipe.releases().contains(new Release(1, minor)));
  }

  private static Optional<Recipe> load(RecipeFolder folder, List<Finding> problems) {
    LoadedRecipe loaded = folder.load();
    problems.addAll(loaded.findings());
    return loaded.recipe();
  }
}
