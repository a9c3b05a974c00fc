package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate --write} does not write over changes that no commit has. */
final class MigrateDirtyTest {
  private static final String FILE = "asm_arm64.s";
  private static final String EDITED = Module.CROSSCALL2 + "// Mine.\n";

  @TempDir Path directory;
  private GitModule git = new GitModule(new Module(Path.of("")));

  @BeforeEach
  void aModuleInARepository() {
    git = GitModule.in(directory.resolve("m"));
  }

  @Test
  void aFileAsItWasCommittedIsWritten() {
    assertThat(git.migrate("--write").exit()).isZero();
    assertThat(git.git("status", "--porcelain").strip()).isEqualTo("M " + FILE);
  }

  @Test
  void aFileWithChangesIsNotWrittenAndTheReasonTold() {
    git.module().write(FILE, EDITED);

    CommandRun run = git.migrate("--write");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains(FILE + ": error: not written: it has changes that are in no commit")
        .contains("commit or stash them, or say --allow-dirty", "[unwritable-file]")
        .contains("0 files changed");
    assertThat(git.directory().resolve(FILE)).hasContent(EDITED);
  }

  @Test
  void othersAreWrittenAllTheSame() {
    git.module().write("b/go.mod", "module example.com/m/b\n\ngo 1.24\n");
    git.module().write("b/b_arm64.s", Module.CROSSCALL2);
    git.commit("More");
    git.module().write(FILE, EDITED);

    assertThat(git.migrate("--write").exit()).isEqualTo(3);

    assertThat(git.git("diff", "--name-only").lines()).containsExactly(FILE, "b/b_arm64.s");
    assertThat(git.directory().resolve(FILE)).hasContent(EDITED);
  }

  @Test
  void whatWasStagedIsNoCommitEither() {
    git.module().write(FILE, EDITED);
    git.git("add", FILE);

    CommandRun run = git.migrate("--write");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("it has staged changes that are in no commit");
    assertThat(git.directory().resolve(FILE)).hasContent(EDITED);
  }

  @Test
  void whoWantsItGetsIt() throws IOException {
    git.module().write(FILE, EDITED);

    assertThat(git.migrate("--write", "--allow-dirty").exit()).isZero();

    assertThat(Files.readString(git.directory().resolve(FILE)))
        .endsWith("// Mine.\n")
        .isNotEqualTo(EDITED);
  }

  @Test
  void allowingItWithoutWritingIsAMistake() {
    CommandRun run = git.migrate("--allow-dirty");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--allow-dirty is about files that --write changes");
  }

  @Test
  void filesThatGitDoesNotKnowAreWritten() {
    git.module().write("new_arm64.s", Module.CROSSCALL2);

    assertThat(git.migrate("--write").exit()).isZero();
    assertThat(git.git("status", "--porcelain").lines()).contains("?? new_arm64.s");
  }

  @Test
  void changesToFilesThatAreNotWrittenDoNotMatter() {
    git.module().write("go.mod", "module example.com/m\n\ngo 1.24\n\n// Mine.\n");

    assertThat(git.migrate("--write").exit()).isZero();
  }

  @Test
  void lineEndsThatTheCheckoutMadeAreNoChanges() throws IOException {
    git.git("config", "core.autocrlf", "true");
    Files.delete(git.directory().resolve(FILE));
    git.git("checkout", "--quiet", "--", FILE);
    assertThat(Files.readString(git.directory().resolve(FILE))).contains("\r\n");

    assertThat(git.migrate("--write").exit()).isZero();
  }

  @Test
  void aProgramThatTheRepositoryNamesIsNotRun() {
    Path trace = directory.resolve("trace");
    git.module().write(".gitattributes", "*.s filter=x\n");
    git.git("config", "filter.x.clean", "touch " + trace + "; cat");
    git.module().write(FILE, EDITED);

    git.migrate("--write");

    assertThat(trace).doesNotExist();
  }

  @Test
  void aFileWhoseStateCannotBeToldIsNotWritten() throws IOException {
    Files.writeString(git.directory().resolve(".git/index"), "no index");

    CommandRun run = git.migrate("--write");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("--allow-dirty does without");
    assertThat(git.directory().resolve(FILE)).hasContent(Module.CROSSCALL2);
  }

  @Test
  void outsideOfRepositoriesEverythingIsWritten() throws IOException {
    Module module = new Module(Files.createDirectories(directory.resolve("plain")));
    module.write("go.mod", "module example.com/m\n\ngo 1.24\n");
    module.write(FILE, Module.CROSSCALL2);

    assertThat(CommandRun.of("migrate", "--write", module.path()).exit()).isZero();
  }

  @Test
  void filesThatOneRecipeChangesTogetherAreNotTornApart() throws IOException {
    // What the recipe makes of one file there is two new ones, and a rest.
    GitModule torn = GitModule.empty(directory.resolve("torn"));
    CommandRun.copy(
        Path.of("recipes/fastrand-to-math-rand-v2/cases/constrained-files/before"),
        torn.directory());
    torn.commit("Start");
    Path poll = torn.directory().resolve("poll_linux.go");
    String mine = Files.readString(poll) + "\n// Mine.\n";
    Files.writeString(poll, mine);

    CommandRun run = torn.migrate("--write", "--recipe", "fastrand-to-math-rand-v2");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("poll_linux.go: error: not written: it has changes")
        .contains("poll_go122_linux.go: error: not written: fastrand-to-math-rand-v2 changes it")
        .contains("together with poll_linux.go, which is refused");
    assertThat(poll).hasContent(mine);
    assertThat(torn.git("status", "--porcelain", "--untracked-files=all")).doesNotContain("??");
    assertThat(torn.migrate("--write", "--allow-dirty").exit()).isZero();
    assertThat(torn.directory().resolve("poll_go122_linux.go")).exists();
  }
}
