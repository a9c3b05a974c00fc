package dev.untether.recipe.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.Registers;
import dev.untether.recipe.Step;
import dev.untether.recipe.template.Rendering;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BundledRecipesTest {

  static Stream<String> ids() {
    return RecipeCatalogue.bundled().folders().stream().map(RecipeFolder::id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyBundledRecipeLoadsAndHasProse(String id) {
    RecipeFolder folder = RecipeCatalogue.bundled().folder(id).orElseThrow();

    assertThat(folder.load().findings()).isEmpty();
    assertThat(folder.load().recipe()).isPresent();
    assertThat(folder.readme().orElseThrow()).startsWith("# " + id + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "arm, MOVW",
    "arm64, MOVD",
    "loong64, MOVV",
    "mips, MOVW",
    "mipsle, MOVW",
    "mips64, MOVV",
    "mips64le, MOVV",
    "ppc64, MOVD",
    "ppc64le, MOVD",
    "riscv64, MOV",
    "s390x, MOVD"
  })
  void gIsReloadedByTheWordMoveOfTheArchitecture(String goarch, String move) {
    Rendering rendering =
        recipe("inline-g-in-setg-trampoline")
            .templates()
            .render("reload-g", goarch, Map.of("slot", "newg+8(FP)", "g", "g"));

    assertThat(rendering.text()).contains(move + " newg+8(FP), g");
  }

  @Test
  void bothRecipesForLoadGAgreeOnWhatItChanges() {
    assertThat(clobbersOfLoadG("drop-load-g-from-crosscall2"))
        .isEqualTo(clobbersOfLoadG("inline-g-in-setg-trampoline"));
  }

  private static Registers clobbersOfLoadG(String id) {
    AssemblyMatch match = (AssemblyMatch) recipe(id).match();
    Step.Call load = (Step.Call) match.sequence().get(match.indexOf("load").orElseThrow());
    return load.clobbers().orElseThrow();
  }

  private static Recipe recipe(String id) {
    return RecipeCatalogue.bundled().folder(id).orElseThrow().load().recipe().orElseThrow();
  }
}
