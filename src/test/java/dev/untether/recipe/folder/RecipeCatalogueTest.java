package dev.untether.recipe.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeCatalogueTest {
  @TempDir private Path temp;

  @Test
  void theBundledRecipesAreFoundOnTheClassPath() {
    RecipeCatalogue bundled = RecipeCatalogue.bundled();

    assertThat(bundled.findings()).isEmpty();
    assertThat(bundled.folders())
        .extracting(RecipeFolder::id)
        .contains("drop-load-g-from-crosscall2", "inline-g-in-setg-trampoline")
        .isSorted();
    assertThat(bundled.folder("drop-load-g-from-crosscall2").orElseThrow().path())
        .isEqualTo("recipes/drop-load-g-from-crosscall2");
  }

  @Test
  void recipesInAJarAreFoundWithoutTheirCases() throws IOException {
    Path jar = temp.resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      entry(out, "recipes/README.md", "the vocabulary");
      entry(out, "recipes/sample-recipe/recipe.yaml", FolderBuilder.DESCRIPTOR);
      entry(out, "recipes/sample-recipe/code.stg", FolderBuilder.TEMPLATES);
      entry(out, "recipes/sample-recipe/README.md", "prose");
      entry(out, "recipes/sample-recipe/cases/basic/recipe.yaml", "not: this");
      entry(out, "recipes/no-recipe/notes.txt", "nothing");
      entry(out, "other/recipes/stray/recipe.yaml", "not: this");
    }
    try (var loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      RecipeCatalogue catalogue = RecipeCatalogue.bundled(loader);

      assertThat(catalogue.folders()).extracting(RecipeFolder::id).containsExactly("sample-recipe");
      RecipeFolder folder = catalogue.folders().get(0);
      assertThat(folder.directory()).isEmpty();
      assertThat(folder.readme()).contains("prose");
      assertThat(folder.load().findings()).isEmpty();
      assertThat(folder.load().recipe()).isPresent();
    }
  }

  @Test
  void aProgramWithoutRecipesHasAnEmptyCatalogue() {
    assertThat(RecipeCatalogue.bundled(ClassLoader.getPlatformClassLoader()).folders()).isEmpty();
  }

  @Test
  void aDirectoryMayBeOneRecipeOrHoldSeveral() throws IOException {
    Path folder = new FolderBuilder(temp).folder();

    for (Path directory : List.of(folder, temp)) {
      RecipeCatalogue catalogue = RecipeCatalogue.inDirectory(directory);
      assertThat(catalogue.findings()).isEmpty();
      assertThat(catalogue.folders()).extracting(RecipeFolder::id).containsExactly("sample-recipe");
      assertThat(catalogue.folders().get(0).directory()).contains(folder.toRealPath());
    }
  }

  @Test
  void hiddenFoldersAreIgnoredAndStrayOnesReported() throws IOException {
    new FolderBuilder(temp);
    Files.createDirectories(temp.resolve(".git"));
    Files.createDirectories(temp.resolve("_old"));
    Files.createDirectories(temp.resolve("stray"));
    Files.writeString(temp.resolve("README.md"), "");

    assertThat(RecipeCatalogue.inDirectory(temp).findings())
        .containsExactly(warning("stray", "holds no recipe.yaml; expected a recipe folder"));
  }

  @Test
  void aPlaceWithoutRecipesIsReported() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertThat(RecipeCatalogue.inDirectory(temp).findings())
        .singleElement()
        .asString()
        .contains("holds no recipes; expected recipe.yaml in it");
    for (Path place : List.of(file, temp.resolve("nowhere"))) {
      assertThat(RecipeCatalogue.inDirectory(place).findings())
          .singleElement()
          .asString()
          .contains("is not a directory");
    }
  }

  @Test
  void linksOutOfTheDirectoryAreNotFollowed() throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Path inside = Files.createDirectories(temp.resolve("inside"));
    FolderBuilder target = new FolderBuilder(outside);
    FolderBuilder builder = new FolderBuilder(inside);
    Files.createSymbolicLink(inside.resolve("linked-recipe"), target.folder());
    Files.delete(builder.folder().resolve("code.stg"));
    Files.createSymbolicLink(
        builder.folder().resolve("code.stg"), target.folder().resolve("code.stg"));

    RecipeCatalogue catalogue = RecipeCatalogue.inDirectory(inside);

    assertThat(catalogue.findings())
        .singleElement()
        .asString()
        .contains("linked-recipe: warning: is a symbolic link and is not followed");
    assertThat(catalogue.folders()).hasSize(1);
    assertThat(builder.findings())
        .anyMatch(finding -> finding.startsWith("code.stg: error: is a symbolic link"));
  }

  @Test
  void theDirectoryItselfMayBeALink() throws IOException {
    Path folder = new FolderBuilder(temp).folder();
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);

    assertThat(RecipeCatalogue.inDirectory(link).folders().get(0).load().findings()).isEmpty();
  }

  @Test
  void filesThatCannotBeTextAreReported() throws IOException {
    FolderBuilder builder = new FolderBuilder(temp);
    Files.write(builder.folder().resolve("code.stg"), new byte[] {'t', (byte) 0xff});
    assertThat(builder.findings())
        .contains("code.stg: error: is not UTF-8; expected UTF-8 text [recipe-folder]");

    builder.write("code.stg", " ".repeat(FolderFiles.MAX_BYTES + 1));
    assertThat(builder.findings())
        .contains("code.stg: error: is larger than 65536 bytes; expected less [recipe-folder]");

    Files.delete(builder.folder().resolve("code.stg"));
    Files.createDirectory(builder.folder().resolve("code.stg"));
    assertThat(builder.findings())
        .contains("code.stg: error: is not a regular file [recipe-folder]");
  }

  @Test
  void aDescriptorThatIsNoFileIsReported() throws IOException {
    FolderBuilder builder = new FolderBuilder(temp);
    Files.delete(builder.folder().resolve("recipe.yaml"));
    Files.createDirectory(builder.folder().resolve("recipe.yaml"));

    assertThat(builder.findings())
        .containsExactly("recipe.yaml: error: is not a regular file [recipe-folder]");
  }

  @Test
  void aFolderWithTooManyFilesIsReported() throws IOException {
    FolderBuilder builder = new FolderBuilder(temp);
    for (int i = 0; i < FolderFiles.MAX_FILES; i++) {
      builder.write("note" + i + ".txt", "");
    }

    assertThat(builder.findings())
        .anyMatch(finding -> finding.contains("holds more than 100 entries"));
  }

  @Test
  void anotherCatalogueAddsRecipesAndStandsInForThoseOfTheSameName() throws IOException {
    Path mine = Files.createDirectories(temp.resolve("mine"));
    RecipeCatalogue first = RecipeCatalogue.inDirectory(new FolderBuilder(temp).folder());
    RecipeCatalogue second = RecipeCatalogue.inDirectory(new FolderBuilder(mine).folder());

    RecipeCatalogue both = first.with(second).with(RecipeCatalogue.bundled());

    assertThat(both.folders())
        .extracting(RecipeFolder::id)
        .contains("sample-recipe")
        .hasSizeGreaterThan(2);
    assertThat(both.folder("sample-recipe").orElseThrow().path()).contains("mine");
    assertThat(both.findings()).singleElement().asString().contains(": note: is used instead of ");
  }

  private Finding warning(String name, String message) {
    return new Finding(
        "recipe-folder", Severity.WARNING, temp + "/" + name, Finding.WHOLE_FILE, message);
  }

  private static void entry(JarOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
