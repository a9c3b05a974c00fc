package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recipes that delete a wrong line, each caught by another witness: the real toolchain throughout.
 */
final class WrongRecipesTest {
  private static final Path TRAMPOLINES = Path.of("internal/fakecgo/trampolines_arm64.s");

  @TempDir Path directory;
  private Path module = Path.of("");

  @BeforeAll
  static void onTheBuildMachineOnly() {
    BuildMachine.require("proofs against wrong recipes");
  }

  @BeforeEach
  void aCopyOfTheSample() throws Exception {
    module = directory.toRealPath().resolve("m");
    CommandRun.copy(Path.of("samples/fakecgo"), module);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remove-the-wrong-call | trampolines_arm64.s | machine code of"
            + " example.com/fakecgo/internal/fakecgo.setg_trampoline: removes CALL (R8)",
        "lose-the-result | trampolines_arm64.s | RET without writing to 8-byte ret+0(FP)",
        "lose-a-store | asm_arm64.s | machine code of crosscall2: removes MOVD R3, 24(RSP)",
        "lose-a-function | trampolines_arm64.s | crosscall2PC not defined",
      })
  void isCaughtAndWithdrawnAndTheFileStaysAsItWas(String recipe, String file, String witness) {
    Map<String, List<Byte>> before = GitModule.files(module);

    CommandRun unproven = migrate("--recipe", recipe);
    CommandRun run = migrate("--verify", "--write", "--recipe", recipe);

    assertThat(unproven.out()).as(unproven.err()).contains("--- a/", file);
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err())
        .contains("internal/fakecgo/" + file + ": warning: withdrawn")
        .contains("[" + recipe + "]")
        .contains(witness)
        .contains("0 files changed");
    assertThat(GitModule.files(module)).isEqualTo(before);
  }

  @Test
  void whatARightRecipeDoesBesideItStays() throws Exception {
    CommandRun run =
        migrate("--verify", "--write", "--recipe", "lose-a-function,drop-load-g-from-crosscall2");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("1 file changed");
    assertThat(Files.readString(module.resolve("internal/fakecgo/asm_arm64.s")))
        .doesNotContain("load_g");
    assertThat(module.resolve(TRAMPOLINES))
        .hasSameBinaryContentAs(Path.of("samples/fakecgo").resolve(TRAMPOLINES));
  }

  private CommandRun migrate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("migrate", "--go", "1.26"));
    all.addAll(List.of("--target", "linux/arm64"));
    all.addAll(List.of("--recipes", "src/test/resources/verify/recipes"));
    all.addAll(List.of(arguments));
    all.add(module.toString());
    return CommandRun.of(all.toArray(String[]::new));
  }
}
