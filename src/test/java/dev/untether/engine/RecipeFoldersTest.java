package dev.untether.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.module.ModuleTree;
import dev.untether.module.TreeScope;
import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.GoAction;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.Composition;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.report.Command;
import dev.untether.report.diff.FilePatch;
import dev.untether.report.diff.UnifiedDiff;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every recipe folder of this repository keeps what the page recipes/README.md promises of it. */
final class RecipeFoldersTest {
  private static final Path RECIPES = Path.of("recipes");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicContainer> everyCaseIsGreen() {
    return recipes().map(folder -> DynamicContainer.dynamicContainer(folder.id(), cases(folder)));
  }

  private static Stream<DynamicTest> cases(RecipeFolder folder) {
    List<Recipe> recipes = recipesOf(folder);
    return foldersOf(folder).stream()
        .map(
            directory -> {
              RecipeCase one = new RecipeCase(recipes, directory);
              return DynamicTest.dynamicTest(
                  one.name(), () -> assertThat(one.run()).as("mismatches").isEmpty());
            });
  }

  @TestFactory
  Stream<DynamicTest> everyRecipeHasCasesThatMustNotChange() {
    return recipes()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.id(),
                    () -> {
                      List<Recipe> recipes = recipesOf(folder);
                      if (recipes.stream().allMatch(RecipeFoldersTest::onlyReports)) {
                        assertThat(foldersOf(folder))
                            .anyMatch(it -> Files.exists(it.resolve("findings.txt")))
                            .anyMatch(it -> !Files.exists(it.resolve("findings.txt")))
                            .allMatch(it -> new RecipeCase(recipes, it).isNegative());
                        return;
                      }
                      assertThat(foldersOf(folder))
                          .anyMatch(it -> new RecipeCase(recipes, it).isNegative())
                          .anyMatch(it -> !new RecipeCase(recipes, it).isNegative());
                    }));
  }

  private static boolean onlyReports(Recipe recipe) {
    return recipe.actions().stream().allMatch(GoAction.Report.class::isInstance);
  }

  @TestFactory
  Stream<DynamicTest> everyAssemblyRecipeChangesSomethingOnEachArchitectureThatItCovers() {
    return recipes()
        .filter(folder -> recipesOf(folder).get(0).match() instanceof AssemblyMatch)
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.id(),
                    () -> {
                      Recipe recipe = folder.load().recipe().orElseThrow();
                      Set<String> shown = new TreeSet<>();
                      for (Path directory : foldersOf(folder)) {
                        changes(List.of(recipe), directory).forEach(it -> shown.add(endOf(it)));
                      }
                      // The case of mips stands for mipsle too, and so on: one file builds both.
                      assertThat(recipe.architectures())
                          .allMatch(arch -> shown.contains(arch) || shown.contains(familyOf(arch)));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> gitAppliesEachDiffAndTakesItBack() {
    Command.assumePresent("git");
    return recipes()
        .flatMap(
            folder ->
                foldersOf(folder).stream()
                    .map(
                        directory ->
                            DynamicTest.dynamicTest(
                                folder.id() + "/" + directory.getFileName(),
                                () -> applyAndTakeBack(folder, directory))));
  }

  private void applyAndTakeBack(RecipeFolder folder, Path directory) throws IOException {
    List<FilePatch> patches = new ArrayList<>();
    Path copy = Files.createTempDirectory(scratch, "case");
    for (FileChange change : changes(recipesOf(folder), directory)) {
      String name = change.path();
      patches.add(new FilePatch(name, change.before(), change.after()));
      Path file = copy.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      if (change.before().isPresent()) {
        Files.write(file, change.before().get().bytes());
      }
    }
    if (patches.isEmpty()) {
      return;
    }
    byte[] diff = new UnifiedDiff().toBytes(patches);
    new Command(copy).run(diff, "git", "apply", "--whitespace=nowarn");
    for (FilePatch patch : patches) {
      assertSame(patch.after(), copy.resolve(patch.path()));
    }
    new Command(copy).run(diff, "git", "apply", "--whitespace=nowarn", "--reverse");
    for (FilePatch patch : patches) {
      assertSame(patch.before(), copy.resolve(patch.path()));
    }
  }

  private static void assertSame(Optional<SourceText> expected, Path file) {
    if (expected.isPresent()) {
      assertThat(file).hasBinaryContent(expected.get().bytes());
    } else {
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aCaseWithoutAnythingBeforeIsRefused() throws IOException {
    Recipe recipe = recipes().findFirst().orElseThrow().load().recipe().orElseThrow();
    RecipeCase empty = new RecipeCase(recipe, Files.createDirectories(scratch.resolve("empty")));

    assertThatThrownBy(empty::run).isInstanceOf(IOException.class).hasMessageContaining("before/");
  }

  @Test
  void aFolderWithAnotherNameThanItsIdIsRefused() throws IOException {
    RecipeFolder folder = recipes().findFirst().orElseThrow();
    Path renamed = Files.createDirectories(scratch.resolve("renamed"));
    for (String name : List.of("recipe.yaml", "README.md")) {
      Files.copy(folder.directory().orElseThrow().resolve(name), renamed.resolve(name));
    }

    var loaded = RecipeCatalogue.inDirectory(renamed).folder("renamed").orElseThrow().load();

    assertThat(loaded.recipe()).isEmpty();
    assertThat(loaded.findings()).anyMatch(it -> it.message().contains("renamed"));
  }

  @Test
  void aCaseThatDiffersSaysInWhat() throws IOException {
    RecipeFolder folder =
        RecipeCatalogue.inDirectory(RECIPES).folder("drop-load-g-from-crosscall2").orElseThrow();
    Path one = Files.createDirectories(scratch.resolve("one"));
    Path before = Files.createDirectories(one.resolve("before"));
    String kept = "TEXT crosscall2(SB), 4, $0\n\tBL runtime·cgocallback(SB)\n\tRET\n";
    String full = kept.replace("\tBL", "\tBL runtime·load_g(SB)\n\tBL");
    Files.writeString(before.resolve("asm_arm64.s"), full);
    RecipeCase negative = new RecipeCase(folder.load().recipe().orElseThrow(), one);

    assertThat(negative.run()).extracting(RecipeCase.Mismatch::what).contains("result");

    Path after = Files.createDirectories(one.resolve("after"));
    Files.writeString(after.resolve("asm_arm64.s"), kept);
    assertThat(negative.run()).isEmpty();

    Files.writeString(one.resolve("findings.txt"), "asm_arm64.s:1:1: note: nothing [x]\n");
    assertThat(negative.run()).extracting(RecipeCase.Mismatch::what).containsExactly("findings");
  }

  private static List<FileChange> changes(List<Recipe> recipes, Path directory) {
    ModuleTree tree = ModuleTree.discover(directory.resolve("before"), TreeScope.EVERYTHING);
    return new Migration(tree, recipes).run().changes();
  }

  private static List<Recipe> recipesOf(RecipeFolder folder) {
    Composition parts = new Composition(RecipeCatalogue.inDirectory(RECIPES));
    parts.add(folder);
    assertThat(parts.findings()).isEmpty();
    return parts.recipes();
  }

  private static String endOf(FileChange change) {
    String name = change.path();
    return name.substring(name.lastIndexOf('_') + 1, name.lastIndexOf('.'));
  }

  private static String familyOf(String goarch) {
    return switch (goarch) {
      case "mipsle" -> "mips";
      case "mips64le" -> "mips64";
      case "ppc64" -> "ppc64le";
      default -> goarch;
    };
  }

  private static Stream<RecipeFolder> recipes() {
    RecipeCatalogue catalogue = RecipeCatalogue.inDirectory(RECIPES);
    assertThat(catalogue.findings()).isEmpty();
    return catalogue.folders().stream();
  }

  private static List<Path> foldersOf(RecipeFolder folder) {
    try {
      return RecipeCase.foldersOf(folder.directory().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
