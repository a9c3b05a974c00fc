package dev.untether.cli;

import static dev.untether.cli.Module.CROSSCALL2;
import static dev.untether.cli.Module.MIGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipe folders of users with mistakes in them, and recipes that get in each other's way. */
final class BadRecipesTest {
  private static final String DROP = "drop-load-g-from-crosscall2";
  private static final String INLINE = "inline-g-in-setg-trampoline";

  @TempDir Path scratch;
  private Module module = new Module(Path.of(""));
  private Path recipes = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    module = Module.in(scratch.resolve("module"));
    module.write("asm_arm64.s", CROSSCALL2);
    recipes = Files.createDirectories(scratch.resolve("recipes"));
  }

  @Test
  void aMistakeInYamlIsShownWithItsPlaceAndTheOtherRecipesRun() throws IOException {
    Path broken = copyOf(DROP, "broken");
    edit(broken.resolve("recipe.yaml"), "safety: safe", "safety: [safe");

    CommandRun run = migrate();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err())
        .containsPattern("broken/recipe\\.yaml:\\d+:\\d+: error: .*\\[recipe-desc");
    assertThat(run.out()).contains("-\tBL\truntime·load_g(SB)");
  }

  @Test
  void anUnknownWordInADescriptorIsShownWithItsPlace() throws IOException {
    edit(copyOf(DROP, "broken").resolve("recipe.yaml"), "safety: safe", "safety: harmless");

    assertThat(migrate().err()).containsPattern("broken/recipe\\.yaml:15:9: error: .*harmless");
  }

  @Test
  void aMistakeInATemplateIsShownWithItsPlace() throws IOException {
    Path broken = copyOf(INLINE, "broken");
    edit(
        broken.resolve("reload-g.stg"),
        "reload-g_arm(slot, g) ::= \"MOVW <slot>, <g>\"",
        "reload-g_arm(slot, g) ::= \"MOVW <slot, <g>\"");

    CommandRun run = migrate();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err())
        .containsPattern("broken/reload-g\\.stg:5:\\d+: error: .*\\[recipe-template\\]");
  }

  @Test
  void aRecipeWithAMistakeThatIsAskedForDoesNotRun() throws IOException {
    edit(copyOf(DROP, "broken").resolve("recipe.yaml"), "safety: safe", "safety: harmless");

    CommandRun run =
        CommandRun.of(
            "migrate",
            "--write",
            "--recipes",
            recipes.toString(),
            "--recipe",
            "broken",
            module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(module.read("asm_arm64.s")).isEqualTo(CROSSCALL2);
  }

  @Test
  void aFolderOfRecipesThatIsNoneIsReportedAndTheBundledOnesRun() {
    CommandRun run =
        CommandRun.of("migrate", "--recipes", scratch.resolve("none").toString(), module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("none: error: is not a directory; expected a recipe folder");
    assertThat(run.out()).contains("load_g");
  }

  @Test
  void twoRecipesThatWantTheSameEditAgree() throws IOException {
    copyOf(DROP, "another");

    CommandRun run = migrate("-v");

    assertThat(run.err()).doesNotContain("recipes-overlap");
    assertThat(run.out().lines().filter(line -> line.startsWith("-\t"))).hasSize(1);
  }

  @Test
  void ofTwoRecipesThatWantTheSamePlaceTheFirstWins() throws IOException {
    module.write(
        "asm_arm64.s", CROSSCALL2.replace("\tBL\truntime·l", "\t// load g\n\tBL\truntime·l"));
    edit(copyOf(DROP, "another").resolve("recipe.yaml"), "[load_g, load g,", "[unheard of,");

    CommandRun run = migrate("-v", "--recipe", "another", "--recipe", DROP);

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.errLines())
        .contains(
            "asm_arm64.s:3:1: note: drop-load-g-from-crosscall2 waits for another, which edits the"
                + " same place [recipes-overlap]");
    assertThat(run.out().lines().filter(line -> line.startsWith("-\t"))).hasSize(1);
  }

  @Test
  void aRecipeAskedForTwiceRunsOnce() {
    CommandRun run =
        CommandRun.of("migrate", "-v", "--recipe", DROP, "--recipe", DROP, module.path());

    assertThat(run.err()).doesNotContain("recipes-overlap").contains("; 1 recipe, ");
  }

  @Test
  void recipesThatUndoEachOtherLeaveTheFileAlone() throws IOException {
    String there =
        """
        TEXT setg_trampoline(SB), 4, $0-16
        \tMOVD\tsetg+0(FP), R8
        \tMOVD\tnewg+8(FP), R0
        \tCALL\t(R8)
        \tCALL\truntime·load_g(SB)
        \tRET
        """;
    module.write("asm_arm64.s", there);
    for (String name : new String[] {"ping", "pong"}) {
      Path folder = copyOf(INLINE, name);
      String from = name.equals("ping") ? "load_g" : "other";
      String to = name.equals("ping") ? "other" : "load_g";
      edit(
          folder.resolve("recipe.yaml"),
          "call: {symbol: runtime.load_g}",
          "call: {symbol: runtime." + from + "}");
      edit(
          folder.resolve("reload-g.stg"),
          "reload-g(slot, g) ::= \"MOVD <slot>, <g>\"",
          "reload-g(slot, g) ::= \"CALL runtime·" + to + "(SB)\"");
    }

    CommandRun run =
        CommandRun.of(
            "migrate",
            "--write",
            "--recipes",
            recipes.toString(),
            "--recipe",
            "ping,pong",
            module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(module.read("asm_arm64.s")).isEqualTo(there);
    assertThat(run.err())
        .contains("keep changing each other's result; the file was left alone")
        .contains("[recipes-do-not-settle]");
  }

  @Test
  void aRecipeForOtherReleasesDoesNotRun() throws IOException {
    Path old = copyOf(DROP, "old");
    edit(old.resolve("recipe.yaml"), "releases: \">=1.21\"", "releases: \"<1.25\"");

    CommandRun named =
        CommandRun.of(
            "migrate",
            "--go",
            "1.26..1.27",
            "--recipes",
            recipes.toString(),
            "--recipe",
            "old",
            module.path());
    assertThat(named.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(named.err()).contains("--recipe old is for Go <1.25, not for --go 1.26..1.27");

    CommandRun all = migrate("--go", "1.26..1.27");
    assertThat(all.exit()).isEqualTo(ExitCode.OK);
    long recommended =
        RecipeCatalogue.bundled().folders().stream()
            .flatMap(folder -> folder.load().recipe().stream())
            .filter(Recipe::recommended)
            .count();
    assertThat(all.err()).contains("; " + recommended + " recipes, ");
  }

  @Test
  void aFolderWithTheNameOfABundledRecipeReplacesIt() throws IOException {
    Path own = copyOf(DROP, DROP);
    edit(own.resolve("recipe.yaml"), "function: crosscall2", "function: somethingElse");

    CommandRun run = migrate("-v");

    assertThat(run.bytes()).isEmpty();
    assertThat(run.err()).contains("is used instead of recipes/" + DROP);
    assertThat(module.read("asm_arm64.s")).isNotEqualTo(MIGRATED);
  }

  private CommandRun migrate(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "migrate";
    args[1] = "--recipes";
    args[2] = recipes.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    args[args.length - 1] = module.path();
    return CommandRun.of(args);
  }

  private Path copyOf(String id, String name) throws IOException {
    Path folder = Files.createDirectories(recipes.resolve(name));
    Path original = Path.of("recipes", id);
    String descriptor = Files.readString(original.resolve("recipe.yaml"));
    Files.writeString(
        folder.resolve("recipe.yaml"), descriptor.replace("id: " + id, "id: " + name));
    Path templates = original.resolve("reload-g.stg");
    if (Files.exists(templates)) {
      Files.copy(templates, folder.resolve("reload-g.stg"));
    }
    return folder;
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
