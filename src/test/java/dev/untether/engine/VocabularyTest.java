package dev.untether.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each match and action does what recipes/README.md says, in the cases of a recipe of its own. */
final class VocabularyTest {
  private static final Path RECIPES =
      Path.of("src", "test", "resources", "dev", "untether", "engine", "vocabulary");

  @TestFactory
  Stream<DynamicTest> everyCaseIsGreen() {
    RecipeCatalogue catalogue = RecipeCatalogue.inDirectory(RECIPES);
    assertThat(catalogue.findings()).isEmpty();
    return catalogue.folders().stream().flatMap(VocabularyTest::cases);
  }

  private static Stream<DynamicTest> cases(RecipeFolder folder) {
    var loaded = folder.load();
    assertThat(loaded.findings()).isEmpty();
    Recipe recipe = loaded.recipe().orElseThrow();
    List<Path> directories;
    try {
      directories = RecipeCase.foldersOf(folder.directory().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directories.stream()
        .map(
            directory ->
                DynamicTest.dynamicTest(
                    folder.id() + "/" + directory.getFileName(),
                    () ->
                        assertThat(new RecipeCase(recipe, directory).run())
                            .as("mismatches")
                            .isEmpty()));
  }
}
