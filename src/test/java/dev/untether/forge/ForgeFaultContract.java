package dev.untether.forge;

import static dev.untether.forge.LoopbackForge.Harm.BAD_GATEWAY;
import static dev.untether.forge.LoopbackForge.Harm.ELSEWHERE;
import static dev.untether.forge.LoopbackForge.Harm.EXPIRED;
import static dev.untether.forge.LoopbackForge.Harm.HUGE_BODY;
import static dev.untether.forge.LoopbackForge.Harm.LIMITED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.PullRequest.State;
import dev.untether.git.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every forge when things go wrong. */
abstract class ForgeFaultContract extends ForgeFixture {
  @ParameterizedTest
  @EnumSource(
      value = LoopbackForge.Harm.class,
      names = {"BAD_GATEWAY", "BAD_GATEWAY_AFTER", "CUT_AFTER", "LIMITED"})
  void faultWhileOpeningLeavesOnePullRequest(LoopbackForge.Harm harm) throws Exception {
    server.fault(server.opening(PROJECT), harm, 1);

    PullRequest opened = forge().open(proposal("net").reviewers("ann").make());

    assertThat(only().number()).isEqualTo(opened.number());
    assertThat(only().labels()).containsExactlyInAnyOrder("untether", "runtime");
    assertThat(only().reviewers()).containsExactly("ann");
  }

  @ParameterizedTest
  @EnumSource(
      value = LoopbackForge.Harm.class,
      names = {"SILENT_AFTER", "SLOW_BODY"})
  void answerThatTakesTooLongLeavesOnePullRequest(LoopbackForge.Harm harm) throws Exception {
    server.fault(server.opening(PROJECT), harm, 1);
    ForgeServer impatient =
        server.connect(
            Optional.of(server.token()),
            transport,
            time.timing(PATIENCE.withRequest(Duration.ofMillis(700))));

    PullRequest opened = impatient.project(PROJECT).open(proposal("net").make());

    assertThat(only().number()).isEqualTo(opened.number());
    assertThat(only().labels()).containsExactlyInAnyOrder("untether", "runtime");
  }

  @Test
  void serverThatIsDownIsGivenUpAfterAFewTries() {
    server.fault("GET ", BAD_GATEWAY, Integer.MAX_VALUE);

    ForgeException failure = failure(() -> forge().defaultBranch());

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("502");
    assertThat(server.requests()).hasSize(PATIENCE.tries());
  }

  @Test
  void serverThatFailsToOpenIsAskedTwice() {
    server.fault(server.opening(PROJECT), BAD_GATEWAY, Integer.MAX_VALUE);

    ForgeException failure = failure(() -> forge().open(proposal("net").make()));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(server.requests().stream().filter(this::isOpening)).hasSize(2);
  }

  private boolean isOpening(String request) {
    return request.contains(server.opening(PROJECT));
  }

  @Test
  void waitsAsLongAsTheServerAsksTo() throws Exception {
    server.fault("GET ", LIMITED, 2);

    assertThat(forge().defaultBranch()).isEqualTo("main");
    assertThat(time.slept()).isEqualTo(Duration.ofSeconds(14));
  }

  @Test
  void longerWaitsAreLeftToTheCaller() throws Exception {
    server.fault("GET ", LIMITED, 1);
    ForgeServer hasty =
        server.connect(
            Optional.of(server.token()),
            transport,
            time.timing(PATIENCE.withLimits(Duration.ofSeconds(5))));

    ForgeException failure = failure(() -> hasty.project(PROJECT).defaultBranch());

    assertThat(failure.reason()).isEqualTo(Reason.LIMITED);
    assertThat(failure.again()).contains(FakeTime.START.plusSeconds(7));
    assertThat(time.slept()).isZero();
  }

  @Test
  void expiredTokenIsSaidToBe() {
    server.fault(PROJECT.substring(5), EXPIRED, 1);

    ForgeException failure = failure(() -> forge().defaultBranch());

    assertThat(failure.reason()).isEqualTo(Reason.UNAUTHENTICATED);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void wrongTokenIsSaidToBe() {
    ForgeException failure =
        failure(() -> connected(Secret.of("of-somebody-else")).project(PROJECT).mayPush());

    assertThat(failure.reason()).isEqualTo(Reason.UNAUTHENTICATED);
    assertThat(failure).hasMessageNotContaining("of-somebody-else");
  }

  @Test
  void projectThatTheTokenMayNotSeeIsNotFound() {
    server.hide(PROJECT);

    assertThat(failure(() -> forge().mayPush()).reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(failure(() -> forge().own("tidy")).reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(failure(() -> forge().open(proposal("net").make())).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void branchThatIsNotThereIsRefusedInTheForgesWords() {
    ForgeException failure = failure(() -> forge().open(proposal("never-pushed").make()));

    assertThat(failure.reason()).isIn(Reason.REFUSED, Reason.NOT_FOUND);
    assertThat(server.pulls(PROJECT)).isEmpty();
  }

  @Test
  void redirectToAnotherHostIsNotFollowed() {
    server.fault("GET ", ELSEWHERE, 1);

    ForgeException failure = failure(() -> forge().defaultBranch());

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("127.0.0.2");
  }

  @Test
  void hugeAnswerIsNotRead() {
    server.fault("GET ", HUGE_BODY, 1);

    ForgeException failure = failure(() -> forge().own("tidy"));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("longer than");
  }

  @Test
  void tokenIsShownNowhere() throws Exception {
    List<Throwable> failures = new ArrayList<>();
    for (LoopbackForge.Harm harm : List.of(EXPIRED, ELSEWHERE, HUGE_BODY)) {
      server.fault("", harm, 1);
      failures.add(failure(() -> forge().open(proposal("net").make())));
    }
    server.fault("", BAD_GATEWAY, PATIENCE.tries());
    failures.add(failure(() -> forge().own("tidy")));
    failures.add(failure(() -> forge().open(proposal("never-pushed").make())));
    PullRequest opened = forge().open(proposal("net").make());
    forge().close(opened, "Done.");

    String token = server.token().reveal();
    StringWriter shown = new StringWriter();
    failures.forEach(failure -> failure.printStackTrace(new PrintWriter(shown, true)));
    assertThat(shown.toString()).isNotEmpty().doesNotContain(token);
    assertThat(opened.toString()).doesNotContain(token);
    for (String request : server.requests()) {
      int line = request.indexOf(' ', request.indexOf(' ') + 1);
      int headers = request.indexOf("] ", line);
      assertThat(request.substring(0, line)).doesNotContain(token);
      assertThat(request.substring(Math.max(line, headers))).doesNotContain(token + "\"");
    }
    assertThat(server.requests().toString()).contains(token);
  }

  @Test
  void thousandRunsKilledAnywhereLeaveOnePullRequest(TestReporter reporter) throws Exception {
    long seed = Long.getLong("untether.seed", System.nanoTime());
    reporter.publishEntry("seed", Long.toString(seed));
    Random random = new Random(seed);
    int killed = 0;
    for (int run = 0; run < 1_000; run++) {
      try {
        run(random, run);
      } catch (InterruptedException e) {
        killed++;
      }
      assertThat(server.pulls(PROJECT).stream().filter(is -> is.state() == State.OPEN).count())
          .as("open after run %d of seed %d", run, seed)
          .isLessThanOrEqualTo(1);
    }
    assertThat(killed).as("seed %d", seed).isGreaterThan(100);

    Proposal last = proposal("net").title("Last").text("The last.").reviewers("ann").make();
    forge().update(forge().open(last), last);

    List<Seen> open =
        server.pulls(PROJECT).stream().filter(is -> is.state() == State.OPEN).toList();
    assertThat(open).as("seed %d", seed).hasSize(1);
    assertThat(open.get(0).title()).isEqualTo("Last");
    assertThat(open.get(0).body()).startsWith("The last.");
    assertThat(open.get(0).labels()).contains("untether", "runtime");
    assertThat(open.get(0).reviewers()).containsExactly("ann");
    assertThat(server.pulls(PROJECT)).as("seed %d", seed).allMatch(is -> is.comments().size() <= 1);
  }

  private void run(Random random, int run) throws ForgeException, InterruptedException {
    Forge forge =
        server
            .connect(
                Optional.of(server.token()),
                new KilledTransport(transport, random.nextInt(14), random.nextBoolean()),
                time.timing(PATIENCE))
            .project(PROJECT);
    Proposal proposal = proposal("net").title("Run " + run).text("Of run " + run + ".").make();
    PullRequest opened = forge.open(proposal);
    forge.update(opened, proposal("net").title("Run " + run + ", again").text("More.").make());
    if (random.nextInt(3) == 0) {
      forge.close(opened, "Enough.");
    }
  }
}
