package dev.untether.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.git.GitException;
import dev.untether.git.GitException.Reason;
import dev.untether.git.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which remote is meant when nobody names one. */
final class RemoteTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void sandbox() throws IOException {
    sandbox = Sandbox.in(directory);
  }

  @Test
  void theOneThatTheCurrentBranchComesFromIsFirst() throws Exception {
    sandbox.inUser("remote", "add", "fork", "https://host.example/fork");
    sandbox.inUser("config", "branch.main.remote", "fork");

    assertThat(remote().name()).isEqualTo("fork");
    assertThat(remote().address()).isEqualTo("https://host.example/fork");
  }

  @Test
  void thenOrigin() throws Exception {
    sandbox.inUser("remote", "add", "fork", "https://host.example/fork");
    sandbox.inUser("config", "branch.main.remote", ".");

    assertThat(remote().name()).isEqualTo("origin");
  }

  @Test
  void thenTheOnlyOne() throws Exception {
    sandbox.inUser("remote", "rename", "origin", "here.there");
    sandbox.inUser("checkout", "--quiet", "--detach");

    assertThat(remote().name()).isEqualTo("here.there");
    assertThat(remote()).hasToString("here.there (" + sandbox.remote() + ")");
  }

  @Test
  void severalWithoutAnOriginAreNotGuessedFrom() {
    sandbox.inUser("remote", "rename", "origin", "one");
    sandbox.inUser("remote", "add", "two", "https://host.example/two");
    sandbox.inUser("checkout", "--quiet", "--detach");

    assertThatThrownBy(this::remote).hasMessageContaining("has the remotes one, two");
  }

  @Test
  void noneIsSaid() {
    sandbox.inUser("remote", "remove", "origin");

    assertThatThrownBy(this::remote)
        .hasMessageContaining("has no remote to push to")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.LOCAL);
  }

  @Test
  void aNameThatIsNoneIsAnsweredByThoseThatAre() {
    assertThatThrownBy(() -> remote("orgin"))
        .hasMessageContaining("has no remote orgin, but origin");
  }

  @Test
  void pushesGoToThePushAddress() throws Exception {
    sandbox.inUser("config", "remote.origin.pushurl", "git@host.example:me/x.git");

    assertThat(remote().address()).isEqualTo("git@host.example:me/x.git");
    assertThat(remote().fetchAddress()).isEqualTo(sandbox.remote().toString());
  }

  @Test
  void severalPushAddressesAreNotGuessedFrom() {
    sandbox.inUser("config", "--add", "remote.origin.url", "https://host.example/two");

    assertThatThrownBy(this::remote).hasMessageContaining("several addresses");
  }

  @Test
  void aPasswordInAnAddressIsNeverShown() throws Exception {
    sandbox.inUser("remote", "set-url", "origin", "https://me:hunter2@host.example/x");

    assertThat(remote().address()).isEqualTo("https://host.example/x");
    assertThat(remote().toString() + remote().push()).doesNotContain("hunter2");
  }

  @Test
  void theDefaultBranchIsAsked() throws Exception {
    assertThat(remote().defaultBranch(sandbox.options())).contains("main");
    sandbox.inRemote("symbolic-ref", "HEAD", "refs/heads/gone");
    assertThat(remote().defaultBranch(sandbox.options())).isEmpty();
    sandbox.somebodyCommits("a/trunk");
    sandbox.inRemote("symbolic-ref", "HEAD", "refs/heads/a/trunk");
    assertThat(remote().defaultBranch(sandbox.options())).contains("a/trunk");
  }

  @Test
  void aBrokenConfigurationIsNamed() throws IOException {
    // JGit reads the file when it opens the repository; git says more about it.
    Path config = sandbox.user().resolve(".git/config");
    Files.writeString(config, Files.readString(config) + "[broken\n");

    assertThatThrownBy(this::remote)
        .isInstanceOf(GitException.class)
        .hasMessageContaining(sandbox.user().resolve(".git").toString());
  }

  private Remote remote() throws GitException, InterruptedException {
    return remote("");
  }

  private Remote remote(String name) throws GitException, InterruptedException {
    try (GitRepository place = sandbox.open()) {
      Optional<String> given = Optional.of(name).filter(it -> !it.isEmpty());
      return Remote.of(place, given, sandbox.options());
    }
  }
}
