package dev.untether.cli;

import static dev.untether.cli.Module.CROSSCALL2;
import static dev.untether.cli.Module.MIGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code migrate --branch}: whose branches are written, when, and with which commits. */
final class MigrateBranchTest {
  private static final String ONE = "drop-load-g-from-crosscall2";

  @TempDir Path scratch;
  private GitModule repository = new GitModule(new Module(Path.of("")));

  @BeforeEach
  void repository() {
    repository = GitModule.in(scratch.resolve("clone"));
  }

  // What is written.

  @Test
  void theBranchHasTheChangesAndTheBaseIsItsParent() {
    CommandRun run = repository.migrate("--branch", "untether/load_g");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.bytes()).isEmpty();
    assertThat(run.err())
        .contains("1 file changed")
        .contains("Branch untether/load_g was made: 1 commit on HEAD");
    assertThat(repository.git("show", "untether/load_g:asm_arm64.s") + "\n").isEqualTo(MIGRATED);
    assertThat(repository.id("untether/load_g~1")).isEqualTo(repository.id("main"));
    assertThat(repository.git("fsck", "--strict")).isEmpty();
  }

  @Test
  void theMessageSaysWhatWhyAndHowAndNamesTheRecipe() {
    repository.migrate("--branch", "b", "--go", "1.24..1.27");

    String message = repository.git("log", "-1", "--format=%B", "b");
    assertThat(message)
        .startsWith("Remove the redundant load_g call from crosscall2\n\n")
        .contains("\n  https://github.com/golang/go/issues/")
        .contains("\n  git switch --detach " + repository.id("main") + "\n")
        .contains("\n  untether migrate --write --recipe " + ONE + " --go 1.24..1.27 .\n");
    assertThat(repository.git("log", "-1", "--format=%(trailers:key=Untether-Recipe)", "b"))
        .matches("Untether-Recipe: " + ONE + "@\\d+ sha256:[0-9a-f]{64}");
    assertThat(repository.git("log", "-1", "--format=%an <%ae>|%cn", "b"))
        .isEqualTo("Gopher Ä <gopher@example.com>|Gopher Ä");
  }

  @Test
  void eachRecipeHasACommitOfItsOwnUnlessTheyAreSquashed() {
    CommandRun.copy(Path.of("samples", "fakecgo"), repository.directory().resolve("fakecgo"));
    repository.commit("Add fakecgo");

    assertThat(repository.migrate("--branch", "each").exit()).isEqualTo(ExitCode.OK);
    assertThat(repository.migrate("--branch", "one", "--squash").exit()).isEqualTo(ExitCode.OK);

    assertThat(repository.git("rev-list", "--count", "main..each")).isEqualTo("2");
    assertThat(repository.git("rev-list", "--count", "main..one")).isEqualTo("1");
    assertThat(repository.tree("each")).isEqualTo(repository.tree("one"));
    assertThat(repository.git("log", "-1", "--format=%B", "one").lines())
        .filteredOn(line -> line.startsWith("Untether-Recipe: "))
        .hasSize(2);
    assertThat(repository.git("log", "--format=%(trailers:key=Untether-Recipe)", "main..each"))
        .containsSubsequence("inline-g-in-setg-trampoline@", ONE + "@");
  }

  @Test
  void theCommitsAreWhatTheirCommandsMake() throws IOException {
    CommandRun.copy(Path.of("samples", "fakecgo"), repository.directory().resolve("fakecgo"));
    repository.commit("Add fakecgo");
    repository.migrate("--branch", "b");
    for (String commit : List.of("b~1", "b")) {
      String message = repository.git("log", "-1", "--format=%B", commit);
      String command =
          message.lines().filter(line -> line.startsWith("  untether ")).findFirst().orElseThrow();
      Path copy = Files.createTempDirectory(scratch, "copy").resolve("clone");
      repository.git("clone", "--quiet", repository.module().path(), copy.toString());
      List<String> words = List.of(command.strip().split(" ", -1));
      // All but the program's name, and the root in place of the dot.
      List<String> arguments = new ArrayList<>(words.subList(1, words.size() - 1));
      arguments.add(copy.toString());

      CommandRun.of(arguments.toArray(String[]::new));

      GitModule written = new GitModule(new Module(copy));
      written.git("add", "--all");
      assertThat(written.git("write-tree")).isEqualTo(repository.tree(commit));
    }
  }

  @Test
  void signOffVouchesInTheCommittersName() {
    repository.migrate("--branch", "b", "--signoff");

    assertThat(repository.git("log", "-1", "--format=%(trailers:key=Signed-off-by)", "b"))
        .isEqualTo("Signed-off-by: Gopher Ä <gopher@example.com>");
  }

  @Test
  void theBaseMayBeAnyCommit() {
    repository.git("tag", "old");
    repository.module().write("other_arm64.s", CROSSCALL2.replace("crosscall2", "crosscall2 "));
    repository.commit("Add another");

    CommandRun run = repository.migrate("--branch", "b", "--base", "old");

    assertThat(run.err()).contains("1 commit on old (");
    assertThat(repository.id("b~1")).isEqualTo(repository.id("old"));
  }

  @Test
  void aPathBelowTheRootIsMigratedAlone() {
    repository.module().write("sub/asm_arm64.s", CROSSCALL2);
    repository.commit("Add a package");

    CommandRun run = CommandRun.of("migrate", "--branch", "b", repository.module().path("sub"));

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(repository.git("diff", "--name-only", "main", "b")).isEqualTo("sub/asm_arm64.s");
    assertThat(repository.git("log", "-1", "--format=%B", "b")).contains(ONE + " sub\n");
  }

  // What is left alone.

  @Test
  void workingTreeIndexAndHeadStayAsTheyAreHoweverDirty() throws IOException {
    repository.module().write("asm_arm64.s", "// not committed\n" + CROSSCALL2);
    repository.module().write("staged_arm64.s", CROSSCALL2);
    repository.git("add", "staged_arm64.s");
    repository.module().write("untracked_arm64.s", CROSSCALL2);
    Map<String, List<Byte>> before = GitModule.files(repository.directory());
    before.keySet().removeIf(name -> name.startsWith(".git/objects"));
    String status = repository.git("status", "--porcelain");

    repository.migrate("--branch", "b");

    Map<String, List<Byte>> after = GitModule.files(repository.directory());
    after.keySet().removeIf(name -> name.startsWith(".git/objects"));
    assertThat(after.remove(".git/refs/heads/b")).isNotNull();
    assertThat(after.remove(".git/logs/refs/heads/b")).isNotNull();
    assertThat(after).isEqualTo(before);
    assertThat(repository.git("status", "--porcelain")).isEqualTo(status);
    // The migration is about what is committed.
    assertThat(repository.git("diff", "--name-only", "main", "b")).isEqualTo("asm_arm64.s");
    assertThat(repository.git("show", "b:asm_arm64.s") + "\n").isEqualTo(MIGRATED);
  }

  @Test
  void aSecondRunChangesNothing() {
    repository.migrate("--branch", "b");
    String first = repository.id("b");

    CommandRun run = repository.migrate("--branch", "b", "--jobs", "1");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("Branch b has them already: 1 commit");
    assertThat(repository.id("b")).isEqualTo(first);
  }

  @Test
  void onANewerBaseTheBranchIsMadeAnewWithTheSameChanges() {
    repository.migrate("--branch", "b");
    String first = repository.id("b");
    repository.module().write("README", "new\n");
    repository.commit("Go on");

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(run.err()).contains("Branch b was made anew: 1 commit");
    assertThat(repository.id("b~1")).isEqualTo(repository.id("main"));
    assertThat(repository.git("diff", "main", "b"))
        .isEqualTo(repository.git("diff", first + "~1", first));
  }

  @Test
  void withNothingToDoNoBranchIsMade() {
    repository.module().write("asm_arm64.s", MIGRATED);
    repository.commit("Migrate by hand");

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("nothing to do");
    assertThat(repository.git("branch", "--list", "b")).isEmpty();
  }

  // Branches that are not ours.

  @Test
  void aBranchWithACommitOfSomebodyElseIsNeverTouched() {
    repository.migrate("--branch", "b");
    repository.git("switch", "--quiet", "b");
    repository.module().write("mine.txt", "mine\n");
    repository.commit("Work on it");
    repository.git("switch", "--quiet", "main");

    assertRefused("is not ours", "\"Work on it\" by Gopher Ä", "git branch -D b");
  }

  @Test
  void aCommitOfOursThatSomebodyAmendedIsTheirs() {
    repository.migrate("--branch", "b");
    repository.git("switch", "--quiet", "b");
    repository.module().write("mine.txt", "mine\n");
    repository.git("add", "--all");
    repository.git("commit", "--quiet", "--amend", "--no-edit");
    repository.git("switch", "--quiet", "main");

    assertRefused("is not ours");
  }

  @Test
  void aMessageThatSomebodyRewordedIsTheirs() {
    repository.migrate("--branch", "b");
    repository.git("switch", "--quiet", "b");
    String message = repository.git("log", "-1", "--format=%B");
    repository.git("commit", "--quiet", "--amend", "-m", "Better: " + message);
    repository.git("switch", "--quiet", "main");

    assertRefused("is not ours");
  }

  @Test
  void workBelowOurCommitsKeepsTheBranchTheirs() {
    repository.git("switch", "--quiet", "--create", "theirs");
    repository.module().write("mine.txt", "mine\n");
    repository.commit("Work first");
    repository.git("switch", "--quiet", "main");
    repository.migrate("--branch", "b", "--base", "theirs");
    repository.git("branch", "--quiet", "-D", "theirs");

    assertRefused("\"Work first\"");
  }

  @Test
  void aBranchThatOnlyMarksAnOldCommitIsNotOurs() {
    repository.git("branch", "b");

    assertRefused("is not ours");
  }

  @Test
  void theCurrentBranchIsNeverTouched() {
    CommandRun run = repository.migrate("--branch", "main");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("is the current branch of").contains("choose another name");
  }

  @Test
  void theBranchOfAnotherWorkingTreeIsNeverTouched() {
    repository.migrate("--branch", "b");
    repository.git("worktree", "add", "--quiet", scratch.resolve("other").toString(), "b");

    assertRefused("is the current branch of");
  }

  @Test
  void theDefaultBranchOfARemoteIsNeverTouched() {
    repository.git("switch", "--quiet", "--create", "work");
    repository.git("branch", "--quiet", "-D", "main");
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");

    CommandRun run = repository.migrate("--branch", "main");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("default branch of the remote origin");
  }

  private void assertRefused(String... words) {
    String before = repository.id("b");
    CommandRun run = repository.migrate("--branch", "b");
    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains(words);
    assertThat(repository.id("b")).isEqualTo(before);
  }

  // Mistakes.

  @ParameterizedTest
  @ValueSource(strings = {"a b", "-x", "a..b", "HEAD", "x.lock", "refs/heads/x", "a/", ""})
  void aNameThatGitDoesNotTakeIsAUsageError(String name) {
    CommandRun run = repository.migrate("--branch=" + name);

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--branch " + name + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--base=main", "--squash", "--sign", "--signoff"})
  void optionsOfBranchesNeedABranch(String option) {
    assertThat(repository.migrate(option).exit()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--write", "--check"})
  void branchesGoWithoutOtherOutcomes(String option) {
    assertThat(repository.migrate("--branch", "b", option).exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void outsideOfARepositoryThereIsNoPlaceForABranch() {
    Module plain = Module.in(scratch.resolve("plain"));

    CommandRun run = CommandRun.of("migrate", "--branch", "b", plain.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("is in no git repository").contains("--write");
  }

  @Test
  void aRepositoryWithoutACommitHasNothingToStartFrom() {
    CommandRun run = GitModule.empty(scratch.resolve("new")).migrate("--branch", "b");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("has no commit yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "main:asm_arm64.s", "main~99", "^^", "0123456789"})
  void aBaseThatIsNoCommitIsNamed(String base) {
    CommandRun run = repository.migrate("--branch", "b", "--base=" + base);

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("--base " + base + ": ");
    assertThat(repository.git("branch", "--list", "b")).isEmpty();
  }

  @Test
  void aDetachedHeadIsACommitLikeAnyOther() {
    repository.git("switch", "--quiet", "--detach");

    assertThat(repository.migrate("--branch", "b").exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aPathThatIsNotCommittedIsNamed() {
    repository.module().write("new/asm_arm64.s", CROSSCALL2);

    CommandRun run = CommandRun.of("migrate", "--branch", "b", repository.module().path("new"));

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("new: is not in the commit").contains("commit it first");
  }

  @Test
  void pathsInTwoRepositoriesAreRefused() {
    GitModule other = GitModule.in(scratch.resolve("other"));

    CommandRun run = repository.migrate("--branch", "b", other.module().path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("run untether once for each");
  }

  @Test
  void aNameInTheWayOfTheBranchIsNamed() {
    repository.git("branch", "b/inner");

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("cannot be beside refs/heads/b/inner");
  }

  @Test
  void aLockedBranchIsLeftAloneAndTheNextRunMakesIt() throws IOException {
    Path lock = repository.directory().resolve(".git/refs/heads/b.lock");
    Files.createFile(lock);

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("could not be moved").contains("*.lock");
    assertThat(repository.git("branch", "--list", "b")).isEmpty();
    assertThat(repository.git("fsck")).doesNotContain("error", "missing");
    Files.delete(lock);
    assertThat(repository.migrate("--branch", "b").exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void namesByAnotherHashAreRefused() {
    Path directory = scratch.resolve("sha256");
    repository.git("init", "--quiet", "--object-format=sha256", directory.toString());

    CommandRun run = CommandRun.of("migrate", "--branch", "b", directory.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("sha256").contains("--patch");
  }
}
