package dev.untether.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.recipe.Action;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written in Java for recipes is used by one, and what it writes can be read. */
final class StepsTest {
  private static final Path RECIPES = Path.of("recipes");

  @Test
  void everyStepIsUsedByARecipeAndDescribed() throws IOException {
    Set<String> used = new TreeSet<>();
    for (RecipeFolder folder : RecipeCatalogue.inDirectory(RECIPES).folders()) {
      Recipe recipe = folder.load().recipe().orElseThrow();
      recipe.actions(Action.Run.class).forEach(run -> used.add(run.name()));
    }
    assertThat(used).isEqualTo(new TreeSet<>(Action.Run.KNOWN.keySet()));
    assertThat(Files.readString(RECIPES.resolve("README.md"))).contains(used);
  }

  @TestFactory
  Stream<DynamicTest> yamlIsYamlAfterwards() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(RECIPES)) {
      files =
          all.filter(file -> file.toString().matches(".*/cases/[^/]+/after/.*\\.ya?ml"))
              .sorted()
              .toList();
    }
    assertThat(files).isNotEmpty();
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    RECIPES.relativize(file).toString(),
                    () ->
                        assertThat(
                                new Load(LoadSettings.builder().build())
                                    .loadFromString(Files.readString(file)))
                            .isInstanceOf(Map.class)));
  }
}
