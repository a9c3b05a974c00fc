package dev.untether.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository whose configuration would have git run a program, which would leave a trace. */
final class HostileConfigurationTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void sandbox() throws IOException {
    sandbox = Sandbox.in(directory);
  }

  private static final String TRAP = "TRAP";

  /** Returns what stands in a configuration, with a program that leaves a trace. */
  private String armed(String text) throws IOException {
    Path program = directory.resolve("trap");
    Files.writeString(program, "#!/bin/sh\ntouch '" + sandbox.trace() + "'\nexit 1\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return text.replace(TRAP, program.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "remote.origin.receivepack TRAP",
        "remote.origin.uploadpack TRAP",
        "remote.origin.vcs trap",
        "remote.origin.proxy http://127.0.0.1:1",
        "core.sshCommand TRAP",
        "core.gitProxy TRAP",
        "core.fsmonitor TRAP",
        "core.askPass TRAP",
        "core.alternateRefsCommand TRAP",
        "core.pager TRAP",
        "credential.helper !TRAP",
        "credential.https://localhost.helper !TRAP",
        "uploadpack.packObjectsHook TRAP",
        "push.gpgSign true",
        "gpg.program TRAP",
        "protocol.ext.allow always",
        "push.recurseSubmodules on-demand",
        "extensions.partialClone origin",
        "alias.push !TRAP",
        "alias.ls-remote !TRAP",
        "diff.external TRAP",
        "filter.lfs.process TRAP",
      })
  void settingsOfTheRepositoryAreNotObeyed(String setting) throws Exception {
    int space = setting.indexOf(' ');
    sandbox.inUser("config", setting.substring(0, space), armed(setting.substring(space + 1)));

    assertThat(pushToOrigin().outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(sandbox.trace()).doesNotExist();
  }

  @Test
  void theTrapSpringsForWhoeverRunsGitInTheRepository() throws Exception {
    sandbox.inUser("config", "remote.origin.receivepack", armed(TRAP));

    assertThatThrownBy(() -> sandbox.inUser("push", "origin", "main:b"))
        .isInstanceOf(AssertionError.class);
    assertThat(sandbox.trace()).exists();
  }

  private Push.Result pushToOrigin() throws GitException, InterruptedException {
    try (GitRepository place = sandbox.open()) {
      Remote remote = Remote.of(place, Optional.empty(), sandbox.options());
      return sandbox.push("one\n", remote, sandbox.options(), Sandbox.NOW);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre-push", "reference-transaction", "post-checkout", "pre-commit"})
  void hooksOfTheRepositoryDoNotRun(String name) throws Exception {
    Path hooks = Files.createDirectories(sandbox.user().resolve(".git/hooks"));
    armed("");
    Files.copy(directory.resolve("trap"), hooks.resolve(name));
    Files.setPosixFilePermissions(
        hooks.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    sandbox.inUser("config", "core.hooksPath", hooks.toString());

    assertThat(pushToOrigin().outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(sandbox.trace()).doesNotExist();
  }

  @Test
  void sshRunsAsTheUserHasItAndNotAsTheRepositorySays() throws Exception {
    sandbox.inUser("config", "core.sshCommand", armed(TRAP));
    sandbox.inUser("remote", "set-url", "origin", "ssh://localhost:1/x.git");
    Path mine = directory.resolve("myssh");
    Files.writeString(mine, "#!/bin/sh\ntouch '" + directory.resolve("mine") + "'\nexit 1\n");
    Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rwxr-xr-x"));
    sandbox.git(
        directory,
        "config",
        "--file",
        sandbox.home().resolve(".gitconfig").toString(),
        "core.sshCommand",
        mine.toString());

    assertThatThrownBy(this::pushToOrigin).isInstanceOf(GitException.class);
    assertThat(sandbox.trace()).doesNotExist();
    assertThat(directory.resolve("mine")).exists();
  }

  @Test
  void whatTheUserSaidForThisPlaceAloneIsObeyed() throws Exception {
    Path own = directory.resolve("work.gitconfig");
    Files.writeString(
        own, "[url \"" + sandbox.remote() + "\"]\n\tinsteadOf = https://work.example/x\n");
    Files.writeString(
        sandbox.home().resolve(".gitconfig"),
        "[includeIf \"gitdir:" + sandbox.user() + "/\"]\n\tpath = " + own + "\n");
    sandbox.inUser("remote", "set-url", "origin", "https://work.example/x");

    assertThat(pushToOrigin().outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(sandbox.tip()).isPresent();
  }

  @Test
  void anAddressThatTheRepositoryRewritesIsRefused() throws Exception {
    String address = sandbox.remote().toString();
    sandbox.inUser("config", "url.ext::sh -c TRAP .insteadOf", address);

    assertThatThrownBy(this::pushToOrigin)
        .hasMessageContaining("insteadof")
        .hasMessageContaining("no such setting of a repository is obeyed");
    assertThat(sandbox.tip()).isEmpty();
  }

  @Test
  void aPushAddressThatTheRepositoryRewritesIsRefused() throws Exception {
    sandbox.inUser("config", "url./elsewhere/.pushInsteadOf", directory.toRealPath() + "/");

    assertThatThrownBy(this::pushToOrigin).hasMessageContaining("pushinsteadof");
  }

  @Test
  void aUserWhoAllowsProgramsAsAddressesStillRunsNone() throws Exception {
    Files.writeString(
        sandbox.home().resolve(".gitconfig"),
        armed(
            "[protocol]\n\tallow = always\n[url \"ext::TRAP \"]\n\tinsteadOf = https://x.example/\n"));
    sandbox.inUser("remote", "set-url", "origin", "https://x.example/y");

    assertThatThrownBy(this::pushToOrigin).hasMessageContaining("not allowed");
    assertThat(sandbox.trace()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ext::sh -c 'touch x'      | names a program (ext::)",
        "fd::17                    | names a program (fd::)",
        "foo::https://host/x       | names a program (foo::)",
        "persistent-https://host/x | which would run a program",
        "codecommit://repo         | which would run a program",
        "--upload-pack=touch       | is no address",
        "ssh://-oProxyCommand=x/y  | would take as an option",
        "ssh://u:p@host/y          | has a password in it",
        "../evil.git               | is a relative path",
        "evil.git                  | is a relative path",
        "''                        | is no address",
      })
  void addressesThatCouldRunSomethingAreRefused(String address, String why) {
    assertThatThrownBy(() -> Remote.at(address))
        .isInstanceOf(GitException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(":p@");
  }

  @Test
  void aRemoteInsideOfTheRepositoryIsRefusedSinceItsHooksWouldRun() throws Exception {
    Path evil = sandbox.user().resolve("evil.git");
    sandbox.git(
        directory, "clone", "--quiet", "--bare", sandbox.remote().toString(), evil.toString());
    armed("");
    Files.createDirectories(evil.resolve("hooks"));
    Files.copy(directory.resolve("trap"), evil.resolve("hooks/pre-receive"));
    Files.createSymbolicLink(directory.resolve("link.git"), evil);

    for (String address :
        new String[] {
          evil.toString(), "file://" + evil, directory.resolve("link.git").toString()
        }) {
      sandbox.inUser("remote", "set-url", "origin", address);
      assertThatThrownBy(this::pushToOrigin).hasMessageContaining("lies inside of the repository");
      assertThatThrownBy(
              () -> sandbox.push("one\n", Remote.at(address), sandbox.options(), Sandbox.NOW))
          .hasMessageContaining("lies inside of the repository");
    }
    assertThat(sandbox.trace()).doesNotExist();
  }

  @Test
  void variablesThatPointGitElsewhereAreNotPassedOn() throws Exception {
    TransportOptions plain = sandbox.options();
    var environment = new HashMap<>(plain.environment());
    environment.put("GIT_DIR", "/nowhere");
    environment.put("GIT_OBJECT_DIRECTORY", "/nowhere");
    environment.put("GIT_NAMESPACE", "evil");
    environment.put("GIT_TRACE_CURL", directory.resolve("curl-trace").toString());
    environment.put("GIT_ASKPASS", armed(TRAP));
    TransportOptions odd =
        new TransportOptions(environment, plain.temporary(), plain.limit(), Optional.empty());

    assertThat(
            sandbox
                .push("one\n", Remote.at(sandbox.remote().toString()), odd, Sandbox.NOW)
                .outcome())
        .isEqualTo(Push.Outcome.CREATED);
    assertThat(directory.resolve("curl-trace")).doesNotExist();
  }
}
