package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.recipe.folder.RecipeCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecipesCommandTest {
  private static final String DROP = "drop-load-g-from-crosscall2";

  @TempDir Path scratch;

  @Test
  void listShowsEachRecipeOnALine() {
    CommandRun run = CommandRun.of("recipes", "list");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).first().asString().matches("RECIPE +SAFETY +RUNS +TITLE");
    assertThat(run.out().lines())
        .hasSize(1 + RecipeCatalogue.bundled().folders().size())
        .anyMatch(line -> line.matches(DROP + " +safe +by default +Remove the redundant .*"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void listIncludesTheRecipesOfADirectory() throws IOException {
    Path mine = copyOf(DROP, "mine");

    CommandRun run = CommandRun.of("recipes", "list", "--recipes", mine.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("\n" + DROP + " ", "\nmine ");
  }

  @Test
  void showTellsWhatARecipeDoesAndWhy() {
    CommandRun run = CommandRun.of("recipes", "show", DROP);

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith(DROP + " (version 1)\nRemove the redundant load_g call")
        .contains("safety:        safe\n", "why:           https://", "Go 1.27.4 accepts");
  }

  @Test
  void showOfAnUnknownRecipeNamesTheNearest() {
    CommandRun run = CommandRun.of("recipes", "show", "drop-load-g");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .first()
        .asString()
        .startsWith("untether: no recipe \"drop-load-g\"; nearest: " + DROP);
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    CommandRun run = CommandRun.of("recipes");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("list, show, test, new or docs", "Usage: untether recipes");
  }

  // Making recipes.

  @ParameterizedTest
  @ValueSource(strings = {"linkname", "assembly", "composite", "file"})
  void aNewRecipeLoadsAndItsCaseFailsUntilItsAuthorIsDone(String kind) {
    Path folder = scratch.resolve("my-recipe");

    CommandRun made = CommandRun.of("recipes", "new", folder.toString(), "--kind", kind);
    CommandRun tested = CommandRun.of("recipes", "test", folder.toString());

    assertThat(made.exit()).isEqualTo(ExitCode.OK);
    assertThat(tested.err()).isEmpty();
    assertThat(tested.out()).endsWith("1 case passed, 1 failed\n").contains("FAIL my-recipe/basic");
    assertThat(tested.exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void aNewRecipeOverwritesNothingAndHasAnIdForAName() {
    CommandRun there = CommandRun.of("recipes", "new", scratch.toString());
    CommandRun odd = CommandRun.of("recipes", "new", scratch.resolve("My_Recipe").toString());
    CommandRun kind =
        CommandRun.of("recipes", "new", scratch.resolve("mine").toString(), "--kind", "x");

    assertThat(there.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(odd.errLines()).first().asString().contains("\"My_Recipe\" is not kebab-case");
    assertThat(kind.errLines()).first().asString().contains("expected linkname, assembly,");
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void theCataloguePageIsThatOfTheRecipes() throws IOException {
    CommandRun run = CommandRun.of("recipes", "docs");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .as("recipes/CATALOGUE.md; ./untether recipes docs -o recipes/CATALOGUE.md renews it")
        .isEqualTo(Files.readString(Path.of("recipes", "CATALOGUE.md")));
  }

  // Testing recipes.

  @Test
  void testRunsTheCasesOfARecipeFolder() {
    CommandRun run = CommandRun.of("recipes", "test", "recipes/" + DROP);

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).matches("[0-9]+ cases passed, 0 failed\n");
  }

  @Test
  void testShowsHowACaseDiffers() throws IOException {
    Path mine = copyOf(DROP, "mine");
    addCase(mine, "kept", "asm_arm64.s", Module.CROSSCALL2);

    CommandRun run = CommandRun.of("recipes", "test", mine.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("FAIL mine/kept: result is not as expected\n", "-\tBL\truntime·load_g(SB)\n")
        .endsWith("0 cases passed, 1 failed\n");
  }

  @Test
  void testWantsACaseThatMustNotChange() throws IOException {
    Path mine = copyOf(DROP, "mine");
    addCase(mine, "basic", "asm_arm64.s", Module.CROSSCALL2);
    Path after = Files.createDirectories(mine.resolve("cases/basic/after"));
    Files.writeString(after.resolve("asm_arm64.s"), Module.MIGRATED);

    CommandRun run = CommandRun.of("recipes", "test", mine.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .isEqualTo(
            """
            mine: no case without after/: add one that must not change
            1 case passed, 1 failed
            """);
  }

  @Test
  void testWantsCases() throws IOException {
    CommandRun run = CommandRun.of("recipes", "test", copyOf(DROP, "mine").toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).endsWith("0 cases passed, 1 failed\n");
  }

  @Test
  void anEmptyCaseFailsAndTheOthersRun() throws IOException {
    Path mine = copyOf(DROP, "mine");
    addCase(mine, "unchanged", "asm_arm64.s", Module.MIGRATED);
    Files.createDirectories(mine.resolve("cases/empty"));

    CommandRun run = CommandRun.of("recipes", "test", mine.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .isEqualTo(
            """
            FAIL mine/empty: before/ holds no files; put there what the recipe starts from
            1 case passed, 1 failed
            """);
  }

  @Test
  void updateWritesWhatHappens() throws IOException {
    Path mine = copyOf(DROP, "mine");
    addCase(mine, "basic", "asm_arm64.s", Module.CROSSCALL2);
    addCase(mine, "refused", "asm_arm64.s", Module.CROSSCALL2.replace("runtime·cgo", "other·"));

    CommandRun run = CommandRun.of("recipes", "test", "--update", mine.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(mine.resolve("cases/basic/after/asm_arm64.s")).hasContent(Module.MIGRATED);
    assertThat(mine.resolve("cases/refused/after")).doesNotExist();
    assertThat(mine.resolve("cases/refused/findings.txt")).content().contains("not changed: ");
    assertThat(CommandRun.of("recipes", "test", mine.toString()).exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aFolderWithAnotherNameThanItsIdIsNotRun() throws IOException {
    Path mine = copyOf(DROP, "mine");
    Files.move(mine, scratch.resolve("yours"));

    CommandRun run = CommandRun.of("recipes", "test", scratch.resolve("yours").toString());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("yours/recipe.yaml:1:5: error: ", "yours");
  }

  @Test
  void testOfSomethingElseSaysWhatIsExpected() {
    CommandRun run = CommandRun.of("recipes", "test", scratch.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("holds no recipes; expected recipe.yaml in it");
  }

  /** Copies a recipe without its cases and gives it another name. */
  private Path copyOf(String id, String name) throws IOException {
    Path folder = Files.createDirectories(scratch.resolve(name));
    String descriptor = Files.readString(Path.of("recipes", id, "recipe.yaml"));
    Files.writeString(folder.resolve("recipe.yaml"), descriptor.replace(id, name));
    return folder;
  }

  private static void addCase(Path recipe, String name, String file, String text)
      throws IOException {
    Path before = Files.createDirectories(recipe.resolve("cases").resolve(name).resolve("before"));
    Files.writeString(before.resolve(file), text);
  }
}
