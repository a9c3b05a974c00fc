package dev.untether.verify.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A recipe does to machine code what it says, or it is caught. */
final class DeclaredCodeTest {
  private static final String LOAD = "CALL\truntime.load_g(SB)";
  private static final String CALLBACK = "CALL\truntime.cgocallback(SB)";

  @Test
  void theDeclaredCallMayBeGone() {
    assertThat(beyond("drop-load-g-from-crosscall2", List.of(LOAD), List.of())).isEmpty();
    assertThat(
            beyond(
                "drop-load-g-from-crosscall2", List.of("JAL\tX1, runtime.load_g(SB)"), List.of()))
        .isEmpty();
  }

  @Test
  void anyOtherInstructionMayNot() {
    assertThat(beyond("drop-load-g-from-crosscall2", List.of(CALLBACK), List.of()))
        .containsExactly("removes CALL runtime.cgocallback(SB)");
    assertThat(beyond("drop-load-g-from-crosscall2", List.of(LOAD, "MOVD\tR3, 24(RSP)"), List.of()))
        .containsExactly("removes MOVD R3, 24(RSP)");
  }

  @Test
  void aJumpToTheSameFunctionIsNoCall() {
    assertThat(beyond("drop-load-g-from-crosscall2", List.of("JMP\truntime.load_g(SB)"), List.of()))
        .hasSize(1);
  }

  @Test
  void whatOnlyRemovesMayAddNothing() {
    assertThat(beyond("drop-load-g-from-crosscall2", List.of(LOAD), List.of("NOOP")))
        .containsExactly("adds NOOP");
  }

  @Test
  void whatReplacesMayAdd() {
    assertThat(beyond("inline-g-in-setg-trampoline", List.of(LOAD), List.of("MOVD\tnewg+8(R1), g")))
        .isEmpty();
  }

  @Test
  void otherDifferencesAreBeyondAnyDeclaration() {
    CodeChange change =
        new CodeChange(
            "a.s", "f", List.of(LOAD), List.of(), List.of(), List.of("BNE leads elsewhere"));

    assertThat(declared("drop-load-g-from-crosscall2").beyond(change))
        .containsExactly("BNE leads elsewhere");
  }

  private static List<String> beyond(String recipe, List<String> removed, List<String> added) {
    return declared(recipe)
        .beyond(new CodeChange("a.s", "f", removed, added, List.of(), List.of()));
  }

  private static DeclaredCode declared(String id) {
    Recipe recipe =
        RecipeCatalogue.bundled().folder(id).orElseThrow().load().recipe().orElseThrow();
    return DeclaredCode.of(List.of(recipe)).orElseThrow();
  }
}
