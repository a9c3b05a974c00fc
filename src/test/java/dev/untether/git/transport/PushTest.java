package dev.untether.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.git.Base;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitException.Reason;
import dev.untether.git.GitRepository;
import dev.untether.git.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch of ours on a remote, and those that are not ours. */
final class PushTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void sandbox() throws IOException {
    sandbox = Sandbox.in(directory);
  }

  @AfterEach
  void everythingIsWhole() throws IOException {
    sandbox.requireWhole();
  }

  @Test
  void aNewBranchIsCreatedOnTheRemoteAlone() throws Exception {
    String objects = sandbox.inUser("count-objects", "-v");

    Push.Result result = sandbox.push("one\n");

    assertThat(result.outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(sandbox.tip()).isEqualTo(result.commit());
    assertThat(sandbox.inRemote("show", Sandbox.BRANCH + ":a.txt")).isEqualTo("one");
    assertThat(sandbox.inUser("count-objects", "-v")).isEqualTo(objects);
  }

  @Test
  void theSameChangesAtAnotherTimeAreNoNewCommit() throws Exception {
    Push.Result first = sandbox.push("one\n");

    Push.Result second =
        sandbox.push(
            "one\n",
            Remote.at(sandbox.remote().toString()),
            sandbox.options(),
            Sandbox.NOW.plusSeconds(60));

    assertThat(second)
        .isEqualTo(new Push.Result(Push.Outcome.UNCHANGED, first.commit(), Optional.empty()));
    assertThat(sandbox.tip()).isEqualTo(first.commit());
  }

  @Test
  void aSeriesWrittenElsewhereAtAnotherTimeIsRecognisedToo() throws Exception {
    Push.Result first = sandbox.push("one\n");
    Path scratch = Files.createDirectories(directory.resolve("scratch"));

    try (GitRepository place = sandbox.open();
        GitRepository dry = place.withObjectsIn(scratch)) {
      Base base = place.base(Optional.empty());
      Remote remote = Remote.at(sandbox.remote().toString());
      Series same = Series.write(dry, base, Sandbox.steps("one\n"), later());
      Series other = Series.write(dry, base, Sandbox.steps("two\n"), later());

      assertThat(Push.of(place, same, remote, Sandbox.BRANCH, sandbox.options()).outcome())
          .isEqualTo(Push.Outcome.UNCHANGED);
      assertThat(sandbox.tip()).isEqualTo(first.commit());
      assertThat(Push.of(place, other, remote, Sandbox.BRANCH, sandbox.options()).outcome())
          .isEqualTo(Push.Outcome.UPDATED);
      assertThat(sandbox.tip()).contains(other.head());
    }
  }

  private static CommitOptions later() {
    return new CommitOptions(false, false, Sandbox.NOW.plusSeconds(9), ZoneOffset.UTC, Map.of());
  }

  @Test
  void otherChangesReplaceOurs() throws Exception {
    sandbox.push("one\n");

    assertThat(sandbox.push("two\n").outcome()).isEqualTo(Push.Outcome.UPDATED);
    assertThat(sandbox.inRemote("rev-list", "--count", "main.." + Sandbox.BRANCH)).isEqualTo("1");
    assertThat(sandbox.inRemote("show", Sandbox.BRANCH + ":a.txt")).isEqualTo("two");
  }

  @Test
  void aBranchOnAnOlderBaseIsMadeAnew() throws Exception {
    sandbox.push("one\n");
    sandbox.inUser("commit", "--quiet", "--allow-empty", "-m", "More");
    sandbox.inUser("push", "--quiet", "origin", "main");

    assertThat(sandbox.push("one\n").outcome()).isEqualTo(Push.Outcome.UPDATED);
    assertThat(sandbox.inRemote("rev-parse", Sandbox.BRANCH + "~1"))
        .isEqualTo(sandbox.inUser("rev-parse", "main"));
  }

  @Test
  void aBranchOnABaseThatWeHaveNotFetchedYetIsStillOurs() throws Exception {
    String start = sandbox.inUser("rev-parse", "main");
    sandbox.inUser("commit", "--quiet", "--allow-empty", "-m", "More");
    sandbox.inUser("push", "--quiet", "origin", "main");
    sandbox.push("one\n");
    sandbox.inUser("reset", "--quiet", "--hard", start);
    sandbox.inUser("reflog", "expire", "--expire=now", "--all");
    sandbox.inUser("update-ref", "-d", "refs/remotes/origin/main");
    sandbox.inUser("gc", "--quiet", "--prune=now");

    assertThat(sandbox.push("one\n").outcome()).isEqualTo(Push.Outcome.UPDATED);
  }

  @Test
  void aCommitOfSomebodyOnTopIsLeftAlone() throws Exception {
    sandbox.push("one\n");
    String theirs = sandbox.somebodyCommits(Sandbox.BRANCH);

    Push.Result result = sandbox.push("two\n");

    assertThat(result.outcome()).isEqualTo(Push.Outcome.FOREIGN);
    assertThat(result.reason().orElseThrow())
        .contains(theirs.substring(0, 12), "Work of somebody", "Somebody");
    assertThat(sandbox.tip()).contains(theirs);
  }

  @Test
  void aCommitOfOursOnTopOfSomebodysIsLeftAlone() throws Exception {
    sandbox.push("one\n");
    String ours = sandbox.tip().orElseThrow();
    String tree = sandbox.inRemote("rev-parse", ours + "^{tree}");
    sandbox.inRemote("update-ref", "-d", "refs/heads/" + Sandbox.BRANCH);
    String theirs = sandbox.somebodyCommits(Sandbox.BRANCH);
    Path message = directory.resolve("message");
    Files.writeString(message, sandbox.inRemote("log", "-1", "--format=%B", ours) + "\n");
    String moved =
        sandbox.inRemote(
            "-c",
            "user.name=S",
            "-c",
            "user.email=s@e.c",
            "commit-tree",
            tree,
            "-p",
            theirs,
            "-F",
            message.toString());
    sandbox.inRemote("update-ref", "refs/heads/" + Sandbox.BRANCH, moved);

    assertThat(sandbox.push("two\n").outcome()).isEqualTo(Push.Outcome.FOREIGN);
    assertThat(sandbox.delete().outcome()).isEqualTo(Push.Outcome.FOREIGN);
    assertThat(sandbox.tip()).contains(moved);
  }

  @Test
  void aBranchOfOursIsDeleted() throws Exception {
    assertThat(sandbox.delete().outcome()).isEqualTo(Push.Outcome.ABSENT);
    sandbox.push("one\n");

    assertThat(sandbox.delete().outcome()).isEqualTo(Push.Outcome.DELETED);
    assertThat(sandbox.tip()).isEmpty();
  }

  @Test
  void aBranchOfSomebodyIsNotDeleted() throws Exception {
    String theirs = sandbox.somebodyCommits(Sandbox.BRANCH);

    assertThat(sandbox.delete().outcome()).isEqualTo(Push.Outcome.FOREIGN);
    assertThat(sandbox.tip()).contains(theirs);
  }

  @Test
  void nothingToChangeTouchesNothing() throws Exception {
    assertThat(sandbox.push("old\n").outcome()).isEqualTo(Push.Outcome.NOTHING_TO_DO);
    assertThat(sandbox.tip()).isEmpty();
  }

  @Test
  void theDefaultBranchIsNeverPushedTo() throws Exception {
    try (GitRepository place = sandbox.open()) {
      Base base = place.base(Optional.empty());
      Remote remote = Remote.at(sandbox.remote().toString());

      assertThatThrownBy(() -> Push.to(place, base, remote, "main", sandbox.options()))
          .hasMessageContaining("main is its default branch")
          .extracting(e -> ((GitException) e).reason())
          .isEqualTo(Reason.PROTECTED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "refs/heads/x", "-x", "a..b", "a b", "HEAD", "x:y", "+x"})
  void namesThatAreNoneAreRefused(String name) throws Exception {
    try (GitRepository place = sandbox.open()) {
      Base base = place.base(Optional.empty());
      Remote remote = Remote.at(sandbox.remote().toString());

      // A plus in front is fine as a name, and must not become a forced push.
      if (name.equals("+x")) {
        try (Push push = Push.to(place, base, remote, name, sandbox.options())) {
          assertThat(push.commit()).isEmpty();
        }
      } else {
        assertThatThrownBy(() -> Push.to(place, base, remote, name, sandbox.options()))
            .isInstanceOf(GitException.class);
      }
    }
  }

  @Test
  void whoeverPushesBetweenLookAndPushWins() throws Exception {
    for (boolean there : List.of(false, true)) {
      if (there) {
        sandbox.inRemote("update-ref", "-d", "refs/heads/" + Sandbox.BRANCH);
        sandbox.push("one\n");
      }
      try (GitRepository place = sandbox.open();
          Push push =
              Push.to(
                  place,
                  place.base(Optional.empty()),
                  Remote.at(sandbox.remote().toString()),
                  Sandbox.BRANCH,
                  sandbox.options())) {
        Series series = push.write(Sandbox.steps("two\n"), sandbox.commit());
        String theirs = sandbox.somebodyCommits(Sandbox.BRANCH);

        assertThatThrownBy(() -> push.publish(series))
            .hasMessageContaining("run untether again")
            .extracting(e -> ((GitException) e).reason())
            .isEqualTo(Reason.OVERTAKEN);
        if (there) {
          assertThatThrownBy(push::delete)
              .extracting(e -> ((GitException) e).reason())
              .isEqualTo(Reason.OVERTAKEN);
        }
        assertThat(sandbox.tip()).contains(theirs);
      }
    }
  }

  @Test
  void aBaseThatTheRemoteDoesNotHaveIsKnown() throws Exception {
    Remote remote = Remote.at(sandbox.remote().toString());
    for (boolean published : List.of(true, false)) {
      if (!published) {
        sandbox.inUser("commit", "--quiet", "--allow-empty", "-m", "Nobody has seen this");
      }
      try (GitRepository place = sandbox.open();
          Push push =
              Push.to(
                  place, place.base(Optional.empty()), remote, Sandbox.BRANCH, sandbox.options())) {
        assertThat(push.isBasePublished()).isEqualTo(published);
      }
    }
  }

  @Test
  void aHookThatSaysNoIsQuoted() throws Exception {
    sandbox.hook("pre-receive", "echo 'commits need a ticket' >&2; exit 1\n");

    assertThatThrownBy(() -> sandbox.push("one\n"))
        .hasMessageContaining("commits need a ticket")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.DECLINED);
    assertThat(sandbox.tip()).isEmpty();
  }

  @Test
  void aProtectedBranchIsToldFromAnyOtherRefusal() throws Exception {
    sandbox.hook(
        "pre-receive",
        "echo 'GitLab: You are not allowed to push code to protected branches.' >&2; exit 1\n");

    assertThatThrownBy(() -> sandbox.push("one\n"))
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.PROTECTED);
  }

  @Test
  void aBranchBesideADirectoryOfThatNameIsRefused() throws Exception {
    sandbox.somebodyCommits(Sandbox.BRANCH + "/deeper");

    assertThatThrownBy(() -> sandbox.push("one\n"))
        .hasMessageContaining("choose another name")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.DECLINED);
  }

  @Test
  void aRemoteThatIsNotThereIsNamed() {
    Remote gone = remoteAt(directory.resolve("gone.git"));

    assertThatThrownBy(() -> sandbox.push("one\n", gone, sandbox.options(), Sandbox.NOW))
        .hasMessageContaining("gone.git")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  private static Remote remoteAt(Path path) {
    try {
      return Remote.at(path.toString());
    } catch (GitException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void shallowClonesPushAndUpdateAlsoOnANewerBase() throws Exception {
    for (int i = 0; i < 3; i++) {
      sandbox.inUser("commit", "--quiet", "--allow-empty", "-m", "More " + i);
    }
    sandbox.inUser("push", "--quiet", "origin", "main");
    Sandbox shallow = shallowClone("one");
    assertThat(shallow.push("one\n").outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(shallow.push("one\n").outcome()).isEqualTo(Push.Outcome.UNCHANGED);
    assertThat(shallow.push("two\n").outcome()).isEqualTo(Push.Outcome.UPDATED);
    sandbox.inUser("commit", "--quiet", "--allow-empty", "-m", "Newer");
    sandbox.inUser("push", "--quiet", "origin", "main");

    Sandbox newer = shallowClone("two");
    assertThat(newer.push("two\n").outcome()).isEqualTo(Push.Outcome.UPDATED);
    sandbox.somebodyCommits(Sandbox.BRANCH);
    assertThat(newer.push("three\n").outcome()).isEqualTo(Push.Outcome.FOREIGN);
  }

  /** Returns a sandbox around a shallow clone and the same remote. */
  private Sandbox shallowClone(String name) throws IOException {
    Path root = Files.createDirectories(directory.resolve(name)).toRealPath();
    Sandbox other = new Sandbox(root);
    Files.createDirectories(other.home());
    Files.createDirectories(other.temporary());
    Files.createSymbolicLink(other.remote(), sandbox.remote());
    sandbox.git(
        root,
        "clone",
        "--quiet",
        "--depth=1",
        "file://" + sandbox.remote(),
        other.user().toString());
    other.inUser("config", "user.name", "Gopher");
    other.inUser("config", "user.email", "gopher@example.com");
    return other;
  }

  @Test
  void furtherWorkingTreesAndBareClonesPushToo() throws Exception {
    Path tree = directory.resolve("tree");
    sandbox.inUser("worktree", "add", "--quiet", "--detach", tree.toString());
    Path bare = directory.resolve("bare.git");
    sandbox.git(directory, "clone", "--quiet", "--bare", sandbox.remote().toString(), "bare.git");
    sandbox.git(bare, "config", "user.name", "Gopher");
    sandbox.git(bare, "config", "user.email", "gopher@example.com");
    Remote remote = Remote.at(sandbox.remote().toString());

    for (Path each : List.of(tree, bare)) {
      try (GitRepository place = GitRepository.containing(each);
          Push push =
              Push.to(
                  place, place.base(Optional.empty()), remote, Sandbox.BRANCH, sandbox.options())) {
        Series series = push.write(Sandbox.steps("one\n"), sandbox.commit());
        assertThat(push.publish(series).outcome())
            .isEqualTo(each.equals(tree) ? Push.Outcome.CREATED : Push.Outcome.UNCHANGED);
      }
    }
    sandbox.inUser("worktree", "remove", "--force", tree.toString());
  }
}
