package dev.untether.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.git.Base;
import dev.untether.git.BaseCheckout;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitException.Reason;
import dev.untether.git.GitRepository;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clones of ours: what is in them, and what happens to them. */
final class CloneTest {
  @TempDir Path directory;
  private Sandbox sandbox;
  private Path place;

  @BeforeEach
  void sandbox() throws IOException {
    sandbox = Sandbox.in(directory);
    place = sandbox.root().resolve("clones/one");
  }

  private Clone refresh() throws GitException, InterruptedException {
    return refresh(Optional.empty());
  }

  private Clone refresh(Optional<String> branch) throws GitException, InterruptedException {
    return Clone.refresh(place, sandbox.remote().toString(), branch, sandbox.options());
  }

  @Test
  void aCloneHasTheNewestFilesAndNoHistory() throws Exception {
    sandbox.inUser("commit", "--quiet", "--allow-empty", "-m", "More");
    sandbox.inUser("tag", "v1");
    sandbox.inUser("push", "--quiet", "--tags", "origin", "main");

    Clone clone = refresh();

    assertThat(clone.branch()).isEqualTo("main");
    assertThat(sandbox.git(place, "for-each-ref", "--format=%(refname)"))
        .isEqualTo("refs/heads/main");
    assertThat(sandbox.git(place, "rev-list", "--count", "main")).isEqualTo("1");
    assertThat(sandbox.git(place, "fsck", "--strict")).doesNotContain("error", "missing");
    try (GitRepository repository = clone.open()) {
      Base base = repository.base(Optional.of("refs/heads/" + clone.branch()));
      assertThat(base.id()).isEqualTo(sandbox.inUser("rev-parse", "main"));
      try (BaseCheckout checkout = BaseCheckout.of(repository, base, List.of(""))) {
        assertThat(checkout.root().resolve("a/x.txt")).hasContent("old");
      }
    }
  }

  @Test
  void aCloneFollowsTheRemoteAlsoWhenThatWasRewritten() throws Exception {
    refresh();
    assertThat(refresh().branch()).isEqualTo("main");
    for (String how : List.of("", "--amend")) {
      List<String> commit = List.of("commit", "--quiet", "--allow-empty", "-m", "More " + how);
      sandbox.inUser(commit.toArray(String[]::new));
      if (!how.isEmpty()) {
        sandbox.inUser("commit", "--quiet", "--allow-empty", how, "-m", "Other");
      }
      sandbox.inUser("push", "--quiet", "--force", "origin", "main");

      refresh();

      assertThat(sandbox.git(place, "rev-parse", "main"))
          .isEqualTo(sandbox.inUser("rev-parse", "main"));
      assertThat(sandbox.git(place, "fsck", "--strict")).doesNotContain("error", "missing");
    }
  }

  @Test
  void anotherBranchMayBeNamed() throws Exception {
    String commit = sandbox.somebodyCommits("release/1");

    assertThat(refresh(Optional.of("release/1")).branch()).isEqualTo("release/1");
    assertThat(sandbox.git(place, "rev-parse", "release/1")).isEqualTo(commit);
    assertThatThrownBy(() -> refresh(Optional.of("gone")))
        .hasMessageContaining(sandbox.remote() + ": cannot be cloned: it has no branch gone")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void pushesStartFromAClone() throws Exception {
    Clone clone = refresh();
    Map<String, String> people =
        Map.of(
            "GIT_AUTHOR_NAME", "G",
            "GIT_AUTHOR_EMAIL", "g@e.c",
            "GIT_COMMITTER_NAME", "G",
            "GIT_COMMITTER_EMAIL", "g@e.c");
    var options = new CommitOptions(false, false, Sandbox.NOW, ZoneOffset.UTC, people);
    for (Push.Outcome outcome : List.of(Push.Outcome.CREATED, Push.Outcome.UNCHANGED)) {
      try (GitRepository repository = clone.open();
          Push push =
              Push.to(
                  repository,
                  repository.base(Optional.of("refs/heads/main")),
                  Remote.at(sandbox.remote().toString()),
                  Sandbox.BRANCH,
                  sandbox.options())) {
        assertThat(push.publish(push.write(Sandbox.steps("one\n"), options)).outcome())
            .isEqualTo(outcome);
      }
    }
    assertThat(sandbox.inRemote("fsck", "--strict")).doesNotContain("error", "missing");
  }

  @Test
  void whatAKilledRunLeftIsSweptUp() throws Exception {
    refresh();
    sandbox.inUser("commit", "--quiet", "--allow-empty", "-m", "More");
    sandbox.inUser("push", "--quiet", "origin", "main");
    Files.writeString(place.resolve("shallow.lock"), "");
    Files.writeString(place.resolve("refs/heads/main.lock"), "");
    Files.writeString(place.resolve("objects/pack/tmp_pack_1"), "half");

    refresh();

    assertThat(sandbox.git(place, "rev-parse", "main"))
        .isEqualTo(sandbox.inUser("rev-parse", "main"));
    assertThat(place.resolve("objects/pack/tmp_pack_1")).doesNotExist();
  }

  @Test
  void aDirectoryOfSomebodyIsLeftAlone() throws Exception {
    Files.createDirectories(place);
    Files.writeString(place.resolve("theirs"), "precious");

    assertThatThrownBy(this::refresh).hasMessageContaining("no clone of ours");
    try (var inside = Files.list(place)) {
      assertThat(inside).hasSize(1);
    }
  }

  @Test
  void aCloneOfSomethingElseIsLeftAlone() throws Exception {
    refresh();

    assertThatThrownBy(
            () ->
                Clone.refresh(place, "https://host.example/x", Optional.empty(), sandbox.options()))
        .hasMessageContaining("is a clone of something else than https://host.example/x");
  }

  @Test
  void aRepositoryWithoutACommitIsNamed() throws Exception {
    sandbox.git(sandbox.root(), "init", "--quiet", "--bare", "empty.git");
    String empty = sandbox.root().resolve("empty.git").toString();

    assertThatThrownBy(() -> Clone.refresh(place, empty, Optional.empty(), sandbox.options()))
        .hasMessageContaining("empty.git: cannot be cloned: it has no default branch");
  }

  @Test
  void aRepositoryThatIsNotThereIsNamed() {
    String gone = sandbox.root().resolve("gone.git").toString();

    assertThatThrownBy(() -> Clone.refresh(place, gone, Optional.empty(), sandbox.options()))
        .hasMessageContaining("gone.git")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void brokenObjectsAreNotTaken() throws Exception {
    String blob = sandbox.inRemote("rev-parse", "main:a.txt");
    Path entries = sandbox.root().resolve("entries");
    Files.writeString(entries, "100644 blob " + blob + "\t.git\n");
    sandbox.hook("mk", "git mktree <'" + entries + "'\n");
    String tree =
        new String(
                new Command(sandbox.remote()).run(new byte[0], "hooks/mk"), StandardCharsets.UTF_8)
            .strip();
    String commit =
        sandbox.inRemote(
            "-c", "user.name=S", "-c", "user.email=s@e.c", "commit-tree", tree, "-m", "Odd");
    sandbox.inRemote("update-ref", "refs/heads/main", commit);

    assertThatThrownBy(this::refresh)
        .hasMessageContaining("cannot be cloned")
        .hasMessageContaining("hasDotgit");
  }

  @Test
  void whatWeDoNotWantToSpeakIsRefusedBeforeAnythingIsMade() {
    assertThatThrownBy(
            () -> Clone.refresh(place, "ext::sh -c x", Optional.empty(), sandbox.options()))
        .hasMessageContaining("names a program");
    assertThat(place).doesNotExist();
  }
}
