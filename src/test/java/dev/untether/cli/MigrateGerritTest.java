package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.git.transport.GerritHook;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate --pr --forge gerrit}, to a remote that answers as Gerrit does. */
final class MigrateGerritTest {
  private static final String RECIPE = "drop-load-g-from-crosscall2";

  @TempDir Path scratch;
  private GitModule repository = new GitModule(new Module(Path.of("")));
  private Path remote = Path.of("");

  @BeforeEach
  void gerrit() throws IOException {
    repository = GitModule.in(scratch.resolve("clone"));
    remote = scratch.toRealPath().resolve("remote.git");
    new Command(scratch)
        .run(
            new byte[0], "git", "init", "--quiet", "--bare", "--initial-branch=main", "remote.git");
    repository.git("remote", "add", "origin", remote.toString());
    repository.git("push", "--quiet", "origin", "main");
    GerritHook.in(remote);
  }

  private CommandRun push(String... more) {
    List<String> all = new ArrayList<>(List.of("--pr", "--forge", "gerrit"));
    all.addAll(List.of(more));
    return repository.migrate(all.toArray(String[]::new));
  }

  @Test
  void theCommitsArePushedForReviewWithTopicAndReviewers() throws IOException {
    Map<String, List<Byte>> before = GitModule.files(repository.directory());

    CommandRun run = push("--reviewer", "ann@example.com,bob");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err())
        .contains("1 change pushed for review to main, topic untether-" + RECIPE)
        .contains("https://gerrit.example/c/x/+/17");
    assertThat(GerritHook.notes(remote))
        .singleElement()
        .asString()
        .endsWith(" refs/for/main%topic=untether-" + RECIPE + ",r=ann@example.com,r=bob");
    assertThat(GitModule.files(repository.directory())).isEqualTo(before);
  }

  @Test
  void aSecondRunIsNothingNew() throws IOException {
    push();

    CommandRun run = push();

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("Gerrit has the 1 change already");
    assertThat(GerritHook.notes(remote)).hasSize(1);
  }

  @Test
  void onANewBaseItIsAPatchSetOfTheSameChange() throws IOException {
    push();
    repository.module().write("b.go", "package m\n");
    repository.commit("Go on");
    repository.git("push", "--quiet", "origin", "main");

    assertThat(push().exit()).isEqualTo(ExitCode.OK);

    assertThat(GerritHook.notes(remote)).hasSize(2);
    assertThat(GerritHook.notes(remote))
        .extracting(it -> it.split(" ", -1)[0])
        .doesNotHaveDuplicates();
    assertThat(GerritHook.notes(remote).stream().map(it -> it.split(" ", -1)[1]).distinct())
        .hasSize(1);
  }

  @Test
  void anotherTopicIsAnotherChange() throws IOException {
    push();

    push("--branch", "second");

    assertThat(GerritHook.notes(remote).stream().map(it -> it.split(" ", -1)[1]).distinct())
        .hasSize(2);
  }

  @Test
  void commitsThatNobodyHasSeenDoNotBecomeChanges() throws IOException {
    repository.module().write("secret.go", "package m\n");
    repository.commit("Not for everybody");

    CommandRun run = push();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("does not have the commit");
    assertThat(GerritHook.notes(remote)).isEmpty();
  }

  @Test
  void whatGerritForbidsIsSaidInItsWords() {
    repository.git("push", "--quiet", "origin", "main:refs/heads/main2");
    repository.git("branch", "main2");

    CommandRun run = push("--base", "main2");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("prohibited by Gerrit", "refs/for/main2");
  }

  @Test
  void withNothingToDoNothingIsPushed() throws IOException {
    repository.module().write("asm_arm64.s", Module.MIGRATED);
    repository.commit("Do it by hand");

    CommandRun run = push();

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("Nothing was pushed: nothing to do");
    assertThat(GerritHook.notes(remote)).isEmpty();
  }
}
