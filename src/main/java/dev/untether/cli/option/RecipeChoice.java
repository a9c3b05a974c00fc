package dev.untether.cli.option;

import dev.untether.module.target.ReleaseRange;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.ReleaseRange.Release;
import dev.untether.recipe.folder.Composition;
import dev.untether.recipe.folder.LoadedRecipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments that say which recipes to run. */
public final class RecipeChoice {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--recipe",
      paramLabel = "ID",
      split = ",",
      description = "Run only this recipe; may be given several times (default: every recommended)")
  private List<String> ids = new ArrayList<>();

  @Mixin private final RecipeFolders source = new RecipeFolders();

  @Option(
      names = "--option",
      paramLabel = "RECIPE.NAME=VALUE",
      description = "Set an option of a recipe; may be given several times")
  private List<String> options = new ArrayList<>();

  /** Returns whether the user chose recipes. */
  public boolean isGiven() {
    return !ids.isEmpty();
  }

  /**
   * Returns the recipes chosen, in the order in which they run: those named, or the recommended
   * ones, as far as they are for a release of {@code go}. Composites are taken apart.
   *
   * @param problems where mistakes in recipe folders are added
   * @throws ParameterException for an id that no folder has, and for options that do not fit
   */
  public List<Recipe> chosen(ReleaseRange go, List<Finding> problems) {
    RecipeCatalogue catalogue = source.catalogue();
    problems.addAll(catalogue.findings());
    Composition composition = new Composition(catalogue);
    if (ids.isEmpty()) {
      for (RecipeFolder folder : catalogue.folders()) {
        LoadedRecipe loaded = folder.load();
        problems.addAll(loaded.findings());
        if (loaded
            .recipe()
            .filter(recipe -> recipe.recommended() && isFor(go, recipe))
            .isPresent()) {
          composition.add(folder);
        }
      }
    } else {
      for (String id : new LinkedHashSet<>(ids)) {
        composition.add(named(id, go, catalogue, problems));
      }
    }
    problems.addAll(composition.findings());
    return configured(composition.recipes().stream().filter(one -> isFor(go, one)).toList());
  }

  private RecipeFolder named(
      String id, ReleaseRange go, RecipeCatalogue catalogue, List<Finding> problems) {
    RecipeFolder folder =
        catalogue
            .folder(id)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "--recipe: " + RecipeFolders.unknown(id, catalogue)));
    LoadedRecipe loaded = folder.load();
    problems.addAll(loaded.findings());
    if (loaded.recipe().filter(recipe -> !isFor(go, recipe)).isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "--recipe "
              + id
              + " is for Go "
              + loaded.recipe().get().releases()
              + ", not for --go "
              + go);
    }
    return folder;
  }

  private List<Recipe> configured(List<Recipe> recipes) {
    Map<String, Map<String, String>> chosen = new LinkedHashMap<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      // Ids hold dots, names of options do not.
      int dot = option.lastIndexOf('.', equals);
      String id = dot > 0 ? option.substring(0, dot) : "";
      if (recipes.stream().noneMatch(recipe -> recipe.id().equals(id))) {
        throw new ParameterException(
            spec.commandLine(),
            "--option " + option + ": expected RECIPE.NAME=VALUE with a recipe that runs");
      }
      chosen
          .computeIfAbsent(id, key -> new LinkedHashMap<>())
          .put(option.substring(dot + 1, equals), option.substring(equals + 1));
    }
    List<Recipe> configured = new ArrayList<>();
    for (Recipe recipe : recipes) {
      try {
        configured.add(recipe.with(chosen.getOrDefault(recipe.id(), Map.of())));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "--option: " + e.getMessage(), e);
      }
    }
    return configured;
  }

  private static boolean isFor(ReleaseRange go, Recipe recipe) {
    return IntStream.rangeClosed(go.first(), go.last())
        .anyMatch(minor -> recipe.releases().contains(new Release(1, minor)));
  }
}
