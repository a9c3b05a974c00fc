package dev.untether.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.untether.git.Base;
import dev.untether.git.GitException;
import dev.untether.git.GitException.Reason;
import dev.untether.git.GitRepository;
import dev.untether.git.Secret;
import dev.untether.git.transport.GitHttpServer.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pushes to a server of the web, well and ill. */
@Timeout(120)
final class WebPushTest {
  private static final String TOKEN = "ghp_very-Secret+token";

  @TempDir Path directory;
  private Sandbox sandbox;
  private GitHttpServer server;
  private Remote remote;

  @BeforeEach
  void server() throws IOException, GitException {
    sandbox = Sandbox.in(directory);
    server = new GitHttpServer(sandbox.root());
    remote = Remote.at(server.url() + "/remote.git");
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    sandbox.requireWhole();
  }

  private Push.Result push(String text, Optional<String> token)
      throws GitException, InterruptedException {
    Optional<Login> login = token.map(it -> Login.token(Secret.of(it)));
    return sandbox.push(text, remote, sandbox.options(login), Sandbox.NOW);
  }

  @Test
  void aServerThatAsksNobodyTakesWhatItGets() throws Exception {
    assertThat(push("one\n", Optional.empty()).outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(push("one\n", Optional.empty()).outcome()).isEqualTo(Push.Outcome.UNCHANGED);
    assertThat(push("two\n", Optional.empty()).outcome()).isEqualTo(Push.Outcome.UPDATED);
  }

  @Test
  void aTokenLetsUsIn() throws Exception {
    server.password("x-access-token", TOKEN);

    assertThat(push("one\n", Optional.of(TOKEN)).outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(sandbox.tip()).isPresent();
  }

  @Test
  void withoutATokenWeAreNotAskedForOne() {
    server.password("x-access-token", TOKEN);

    assertThatThrownBy(() -> push("one\n", Optional.empty()))
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.UNAUTHENTICATED);
  }

  @Test
  void aWrongTokenIsSaidAndNeverShown() {
    server.password("x-access-token", "another");

    Throwable thrown = catchThrowable(() -> push("one\n", Optional.of(TOKEN)));

    assertThat(thrown)
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.UNAUTHENTICATED);
    StringWriter all = new StringWriter();
    thrown.printStackTrace(new PrintWriter(all));
    assertThat(all.toString()).doesNotContain(TOKEN, Login.token(Secret.of(TOKEN)).traces().get(0));
  }

  @Test
  void aTokenIsNeitherInArgumentsNorInFiles() throws Exception {
    server.password("x-access-token", TOKEN);
    Path notes = directory.resolve("notes");
    TransportOptions spied = spied(notes);

    assertThat(sandbox.push("one\n", remote, spied, Sandbox.NOW).outcome())
        .isEqualTo(Push.Outcome.CREATED);

    assertThat(Files.readString(notes, StandardCharsets.ISO_8859_1))
        .contains("force-with-lease", "repositoryformatversion")
        .doesNotContain(TOKEN, Login.token(Secret.of(TOKEN)).traces().get(0));
  }

  /** Returns options by which git notes all arguments and files whenever it goes to the web. */
  private TransportOptions spied(Path notes) throws IOException {
    Path programs = Path.of(sandbox.git(directory, "--exec-path"));
    Path spies = Files.createDirectories(directory.resolve("programs"));
    Path spy = spies.resolve("git-remote-http");
    Files.writeString(
        spy,
        "#!/bin/sh\ncat /proc/*/cmdline 2>/dev/null | tr '\\0' ' ' >>'"
            + notes
            + "'\ngrep -ra . \"$GIT_DIR\" >>'"
            + notes
            + "'\nexec '"
            + programs.resolve("git-remote-http")
            + "' \"$@\"\n");
    Files.setPosixFilePermissions(spy, PosixFilePermissions.fromString("rwxr-xr-x"));
    TransportOptions plain = sandbox.options(Optional.of(Login.token(Secret.of(TOKEN))));
    var environment = new HashMap<>(plain.environment());
    environment.put("GIT_EXEC_PATH", spies.toString());
    return new TransportOptions(environment, plain.temporary(), plain.limit(), plain.login());
  }

  @Test
  void aServerThatSendsUsElsewhereDoesNotMakeUsTellTheTokenThere() throws Exception {
    try (GitHttpServer other = new GitHttpServer(sandbox.root())) {
      server.movedTo(other.url());

      assertThatThrownBy(() -> push("one\n", Optional.of(TOKEN))).isInstanceOf(GitException.class);
      assertThat(other.requests()).isEmpty();
      assertThat(push("one\n", Optional.empty()).outcome()).isEqualTo(Push.Outcome.CREATED);
      assertThat(other.authorizations()).isEmpty();
    }
  }

  @Test
  void aTokenDoesNotGoThroughTheOpenWeb() throws Exception {
    Remote open = Remote.at("http://host.example/x.git");
    TransportOptions options = sandbox.options(Optional.of(Login.token(Secret.of(TOKEN))));

    assertThatThrownBy(() -> sandbox.push("one\n", open, options, Sandbox.NOW))
        .hasMessageContaining("without encryption");
  }

  @Test
  void aPasswordInTheAddressIsUsedAndHidden() throws Exception {
    server.password("me", "hunter2");
    remote = Remote.at(server.url().replace("://", "://me:hunter2@") + "/remote.git");

    assertThat(push("one\n", Optional.empty()).outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(remote.toString()).doesNotContain("hunter2");
  }

  @Test
  void theHelperOfTheUserIsAsked() throws Exception {
    server.password("me", "hunter2");
    helper("printf 'username=me\\npassword=hunter2\\n'");

    assertThat(push("one\n", Optional.empty()).outcome()).isEqualTo(Push.Outcome.CREATED);
  }

  @Test
  void aTokenOfOursIsNotTheHelpersToForget() throws Exception {
    server.password("me", "hunter2");
    Path asked = directory.resolve("asked");
    helper("echo $1 >>'" + asked + "'; printf 'username=me\\npassword=hunter2\\n'");

    assertThatThrownBy(() -> push("one\n", Optional.of(TOKEN))).isInstanceOf(GitException.class);
    assertThat(asked).doesNotExist();
  }

  private void helper(String script) throws IOException {
    Path program = Files.writeString(directory.resolve("helper"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        sandbox.home().resolve(".gitconfig"), "[credential]\n\thelper = " + program + "\n");
  }

  @Test
  void helpersGiveTokensToThoseWhoAskForThem() throws Exception {
    assertThat(Credentials.fill("https://host.example", sandbox.options())).isEmpty();
    helper(
        "cat >'" + directory.resolve("question") + "'; printf 'username=me\\npassword=hunter2\\n'");

    assertThat(
            Credentials.fill("https://host.example:8443/a/b.git", sandbox.options())
                .map(Secret::reveal))
        .contains("hunter2");
    assertThat(Files.readString(directory.resolve("question")))
        .contains("protocol=https", "host=host.example:8443");
    helper("printf 'quit=1\\n'");
    assertThat(Credentials.fill("https://host.example", sandbox.options())).isEmpty();
    assertThatThrownBy(() -> Credentials.fill("git@host:x", sandbox.options()))
        .hasMessageContaining("expected https://host");
    assertThatThrownBy(() -> Credentials.fill("https://host/\nhost=evil", sandbox.options()))
        .hasMessageContaining("is no address");
  }

  @Test
  void aHelperThatNeverAnswersIsStopped() throws Exception {
    helper("sleep 100");

    assertThatThrownBy(
            () ->
                Credentials.fill(
                    "https://host.example", sandbox.options().within(Duration.ofSeconds(1))))
        .hasMessageContaining("no end after 1 s");
  }

  @Test
  void whoMayNotPushIsTold() {
    server.fault(Fault.FORBIDDEN);

    assertThatThrownBy(() -> push("one\n", Optional.of(TOKEN)))
        .hasMessageContaining("ask for the right to push")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void aRepositoryThatIsNotThereIsTold() throws Exception {
    remote = Remote.at(server.url() + "/gone.git");

    assertThatThrownBy(() -> push("one\n", Optional.empty()))
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void aServerThatIsDownIsTold() throws Exception {
    server.fault(Fault.UNAVAILABLE);
    assertUnreachable();
    remote = Remote.at("http://127.0.0.1:1/x.git");
    assertUnreachable();
    remote = Remote.at("https://host.invalid/x.git");
    assertUnreachable();
  }

  private void assertUnreachable() {
    assertThatThrownBy(() -> push("one\n", Optional.empty()))
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void aServerThatNeverAnswersIsNotWaitedForForever() throws Exception {
    server.fault(Fault.SILENT);
    TransportOptions brief = sandbox.options().within(Duration.ofSeconds(1));

    assertThatThrownBy(() -> sandbox.push("one\n", remote, brief, Sandbox.NOW))
        .hasMessageContaining("no end after 1 s")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void whoeverIsInterruptedStopsAtOnce() throws Exception {
    server.fault(Fault.SILENT);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread pushing =
        new Thread(() -> thrown.set(catchThrowable(() -> push("one\n", Optional.empty()))));
    pushing.start();
    while (server.requests().isEmpty()) {
      Thread.sleep(10);
    }
    pushing.interrupt();
    pushing.join(20_000);

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aConnectionThatDiesBeforeAnythingHappenedIsTold() throws Exception {
    server.fault(Fault.DIES_BEFORE_ACTING);
    assertUnreachable();
    assertThat(sandbox.tip()).isEmpty();

    server.fault(Fault.NONE);
    assertThat(push("one\n", Optional.empty()).outcome()).isEqualTo(Push.Outcome.CREATED);
  }

  @Test
  void aConnectionThatDiesAfterItHappenedIsLookedInto() throws Exception {
    server.fault(Fault.DIES_AFTER_ACTING);

    Push.Result result = push("one\n", Optional.empty());

    assertThat(result.outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(sandbox.tip()).isEqualTo(result.commit());
  }

  @Test
  void onlyWhatIsNewIsSentAlsoWhenTheBaseHasMovedOn() throws Exception {
    byte[] noise = new byte[1 << 20];
    new Random(1).nextBytes(noise);
    Files.write(sandbox.user().resolve("noise"), noise);
    sandbox.inUser("add", "--all");
    sandbox.inUser("commit", "--quiet", "-m", "Much");
    sandbox.inUser("push", "--quiet", "origin", "main");
    sandbox.somebodyCommits("main");
    long before = size();

    try (GitRepository place = sandbox.open()) {
      Base base = place.base(Optional.empty());
      try (Push push = Push.to(place, base, remote, Sandbox.BRANCH, sandbox.options())) {
        push.publish(push.write(Sandbox.steps("one\n"), sandbox.commit()));
      }
    }

    assertThat(size() - before).isLessThan(100);
  }

  private long size() {
    return sandbox
        .inRemote("count-objects", "-v")
        .lines()
        .filter(line -> line.startsWith("size"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }
}
