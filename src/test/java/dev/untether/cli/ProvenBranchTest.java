package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate --branch --verify}: commits hold what was proven, and nothing of the proof. */
final class ProvenBranchTest {
  private static final String DROP = "drop-load-g-from-crosscall2";
  private static final String INLINE = "inline-g-in-setg-trampoline";

  private static final String RECIPES = "src/test/resources/verify/recipes";

  @TempDir Path scratch;
  private GitModule repository = new GitModule(new Module(Path.of("")));

  @BeforeAll
  static void onTheBuildMachineOnly() {
    BuildMachine.require("proofs of branches");
  }

  @BeforeEach
  void theSampleInARepository() {
    repository = GitModule.empty(scratch.resolve("clone"));
    CommandRun.copy(Path.of("samples", "fakecgo"), repository.directory().resolve("mod"));
    repository.commit("Start");
  }

  @Test
  void whatBreaksIsInNoCommitOfTheSeriesAndTheRestIs() {
    CommandRun run =
        migrateFor(
            "linux/arm64,linux/s390x",
            "--branch",
            "b",
            "--recipe",
            "call-what-is-not-there," + DROP + "," + INLINE);

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err())
        .contains("mod/internal/fakecgo/asm_arm64.s: warning: withdrawn")
        .contains("[call-what-is-not-there]", "relocation target")
        .contains("Branch b was made: 2 commits");
    assertThat(repository.git("log", "-p", "main..b")).doesNotContain("notThereAtAll");
    assertThat(subjects("b"))
        .containsExactly(
            "Reload g from its argument instead of calling load_g",
            "Remove the redundant load_g call from crosscall2");
    assertThat(repository.git("show", "b~1:mod/internal/fakecgo/asm_arm64.s"))
        .doesNotContain("load_g");
  }

  @Test
  void everyStepIsWhatItsRecipesDoMinusWhatWasWithdrawn() throws IOException {
    // Breaks arm64's file, and works on the other one of the two.
    String wrong = repository.directory().resolve("mod/internal/other").toString();
    Files.createDirectories(Path.of(wrong));
    Files.writeString(
        Path.of(wrong, "trampolines_arm64.s"), "// crosscall2PC\n// TEXT ·crosscall2PC(SB)\n");
    Files.writeString(Path.of(wrong, "other.go"), "package other\n");
    repository.commit("Add a comment that the recipe is about");

    CommandRun run = migrate("--branch", "b", "--recipe", "lose-a-function," + DROP);

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(files("main..b~1")).containsExactly("mod/internal/other/trampolines_arm64.s");
    assertThat(files("b~1..b")).contains("mod/internal/fakecgo/asm_arm64.s");
    assertThat(files("main..b")).doesNotContain("mod/internal/fakecgo/trampolines_arm64.s");
  }

  @Test
  void aProofThatFindsNothingLeavesNoTraceInTheCommits() {
    CommandRun plain =
        repository.migrate(
            "--branch",
            "plain",
            "--recipe",
            DROP,
            "--go",
            "1.26",
            "--target",
            "linux/arm64",
            "--recipes",
            RECIPES);
    CommandRun proven =
        migrate("--branch", "proven", "--recipe", DROP, "--evidence", scratch + "/evidence");

    assertThat(plain.exit()).as(plain.err()).isEqualTo(ExitCode.OK);
    assertThat(proven.exit()).as(proven.err()).isEqualTo(ExitCode.OK);
    assertThat(repository.tree("proven")).isEqualTo(repository.tree("plain"));
    assertThat(repository.git("log", "-1", "--format=%B", "proven"))
        .isEqualTo(repository.git("log", "-1", "--format=%B", "plain"))
        .doesNotContain("real toolchain", "--verify", "evidence");
  }

  @Test
  void theProofIsPrintedForThePullRequestAndKeptAsEvidence() {
    Path evidence = scratch.resolve("evidence");

    CommandRun run = migrate("--branch", "b", "--recipe", DROP, "--evidence", evidence.toString());

    assertThat(run.out())
        .contains("### Built with the real toolchain: `mod`", "| linux/arm64 | same |");
    assertThat(evidence.resolve("proof.md")).hasContent(run.out());
    assertThat(evidence.resolve("proof.json")).isNotEmptyFile();
  }

  @Test
  void whereSomethingWasWithdrawnTheCommandInTheMessageProvesTheSame() throws IOException {
    migrate("--branch", "b", "--recipe", "call-what-is-not-there," + DROP);
    String message = repository.git("log", "-1", "--format=%B", "b");

    assertThat(message).contains(" --verify");
  }

  @Test
  void mailsAreProvenToo() throws IOException {
    Path mails = scratch.resolve("mails");

    CommandRun run =
        migrate("--format-patch", mails.toString(), "--recipe", "lose-the-result," + DROP);

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    try (Stream<Path> files = Files.list(mails)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      assertThat(all.get(0)).content().contains("load_g").doesNotContain("ret+0(FP)");
    }
  }

  @Test
  void whatIsBuiltIsTheBaseAndNotTheWorkingTree() throws IOException {
    Files.writeString(repository.directory().resolve("mod/main.go"), "package broken {\n");

    CommandRun run = migrate("--branch", "b", "--recipe", DROP);

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("| linux/arm64 | same |");
  }

  @Test
  void aPathBelowTheModuleIsBuiltWithAllOfTheModule() {
    CommandRun run =
        CommandRun.of(
            "migrate",
            "--branch",
            "b",
            "--verify",
            "--go",
            "1.26",
            "--target",
            "linux/arm64",
            "--recipe",
            DROP,
            repository.directory().resolve("mod/internal/fakecgo").toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("| linux/arm64 | same |");
    assertThat(files("main..b")).contains("mod/internal/fakecgo/asm_arm64.s");
  }

  private List<String> subjects(String branch) {
    return repository.git("log", "--format=%s", "main.." + branch).lines().toList();
  }

  private List<String> files(String range) {
    return repository.git("diff", "--name-only", range).lines().toList();
  }

  private CommandRun migrate(String... arguments) {
    return migrateFor("linux/arm64", arguments);
  }

  private CommandRun migrateFor(String targets, String... arguments) {
    return repository.migrate(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--verify", "--go", "1.26", "--target", targets, "--recipes", RECIPES))
            .toArray(String[]::new));
  }
}
