package dev.untether.cli;

import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.LoadedRecipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.text.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--recipes",
      paramLabel = "DIR",
      description = "Use the recipes in DIR too: a recipe folder or a folder of them")
  private @Nullable Path directory;

  /** Returns the recipes to choose from: those of the jar, and those of {@code --recipes}. */
  RecipeCatalogue catalogue() {
    RecipeCatalogue bundled = RecipeCatalogue.bundled();
    return directory == null ? bundled : bundled.with(RecipeCatalogue.inDirectory(directory));
  }

  /**
   * Returns the recipes chosen, in the order in which they run.
   *
   * @param problems where mistakes in recipe folders are added
   * @throws ParameterException for an id that no folder has
   */
  List<Recipe> chosen(List<Finding> problems) {
    RecipeCatalogue catalogue = catalogue();
    problems.addAll(catalogue.findings());
    List<Recipe> chosen = new ArrayList<>();
    if (ids.isEmpty()) {
      for (RecipeFolder folder : catalogue.folders()) {
        load(folder, problems).filter(Recipe::recommended).ifPresent(chosen::add);
      }
      return chosen;
    }
    for (String id : ids) {
      RecipeFolder folder =
          catalogue
              .folder(id)
              .orElseThrow(() -> new ParameterException(spec.commandLine(), unknown(id)));
      load(folder, problems).ifPresent(chosen::add);
    }
    return chosen;
  }

  private static String unknown(String id) {
    return "--recipe " + id + ": no such recipe; `untether recipes list` shows those there are";
  }

  private static Optional<Recipe> load(RecipeFolder folder, List<Finding> problems) {
    LoadedRecipe loaded = folder.load();
    problems.addAll(loaded.findings());
    return loaded.recipe();
  }
}
