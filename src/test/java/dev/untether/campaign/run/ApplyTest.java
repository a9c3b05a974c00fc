package dev.untether.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Coverage;
import dev.untether.campaign.Limits;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Progress;
import dev.untether.campaign.Proved;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.outcome.Standing;
import dev.untether.campaign.outcome.State;
import dev.untether.campaign.outcome.StatusReport;
import dev.untether.campaign.shard.Results;
import dev.untether.campaign.shard.Shard;
import dev.untether.forge.Checks;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.Metadata;
import dev.untether.forge.PullRequest;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does and says, when all goes well and when it does not. */
final class ApplyTest {
  @TempDir Path state;

  private final Fate fate = new Fate();
  private final World world = new World(fate).with("r", "one").with("s", "one");
  private final PlannedUnit a = World.unit("r", "a", "text a");
  private final PlannedUnit b = World.unit("r", "b", "text b");
  private final PlannedUnit c = World.unit("s", "c", "text c");
  private Campaign campaign = World.campaign();
  private UnitProver prover = UnitProver.trusting();

  @Test
  void everyUnitGetsABranchAndAPullRequestAndTheSecondRunHasNothingToDo()
      throws IOException, InterruptedException {
    assertThat(states(apply(a, b, c))).containsExactly("r/a opened", "r/b opened", "s/c opened");
    assertThat(world.forge("r").open())
        .extracting(PullRequest::branch)
        .containsExactlyInAnyOrder("untether/a", "untether/b");

    assertThat(states(apply(a, b, c)))
        .containsExactly("r/a unchanged", "r/b unchanged", "s/c unchanged");
  }

  @Test
  void aPlanChangesNothing() throws IOException, InterruptedException {
    RunResult result = run().plan(world.order(campaign, a, c));

    assertThat(states(result)).containsExactly("r/a opened", "s/c opened");
    assertThat(result.planned()).isTrue();
    assertThat(world.forge("r").requests()).isEmpty();
    assertThat(world.remote("r").tips()).isEmpty();
    try (var files = Files.list(state)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whatOneUnitMeetsWithIsItsOwn() throws IOException, InterruptedException {
    world.forge("r").fails(/* acts= */ false, new ForgeException(Reason.REFUSED, "title too long"));

    RunResult result = apply(a, b, c);

    assertThat(result.count(State.FAILED)).isEqualTo(1);
    assertThat(result.count(State.OPENED)).isEqualTo(2);
    assertThat(result.isIncomplete()).isTrue();
    assertThat(apply(a, b, c).isIncomplete()).isFalse();
    assertThat(world.forge("r").open()).hasSize(2);
  }

  @Test
  void aForgeThatActsAndThenFailsIsNotAskedForASecondPullRequest()
      throws IOException, InterruptedException {
    world.forge("s").fails(/* acts= */ true, new ForgeException(Reason.UNREACHABLE, "timed out"));
    assertThat(states(apply(c))).containsExactly("s/c failed");

    assertThat(states(apply(c))).containsExactly("s/c unchanged");
    assertThat(world.forge("s").requests()).hasSize(1);
  }

  @Test
  void aForgeThatWantsUsLaterIsNotAskedForMore() throws IOException, InterruptedException {
    Instant later = World.NOW.plusSeconds(600);
    world
        .forge("r")
        .fails(
            /* acts= */ false,
            new ForgeException(Reason.LIMITED, "secondary limit", Optional.of(later)));

    RunResult result = apply(a, b);

    assertThat(states(result)).containsExactly("r/a waiting", "r/b waiting");
    assertThat(result.next()).contains(later);
    assertThat(world.remote("r").pushes()).isEqualTo(1);
    assertThat(result.isIncomplete()).isFalse();
  }

  @Test
  void aUnitThatCannotBePutIntoWordsFailsAlone() throws IOException, InterruptedException {
    PlannedUnit endless = World.unit("r", "x".repeat(30_000), "text");

    RunResult result = apply(a, endless);

    assertThat(result.count(State.OPENED)).isEqualTo(1);
    assertThat(result.count(State.FAILED)).isEqualTo(1);
    assertThat(world.remote("r").tips()).containsOnlyKeys("untether/a");
  }

  @Test
  void whatProblemsOfAPlanAreAboutCountsAsNotRead() {
    Finding problem =
        new Finding("unreadable", Severity.ERROR, "r/a/x.go", Finding.WHOLE_FILE, "cannot be read");
    Plan plan = new Plan(world.origins(), List.of(), List.of(), List.of(problem), 2, 0);

    assertThat(Order.of(campaign, plan, Coverage.all()).unread()).containsExactly("r");
  }

  @Test
  void withoutPermissionNothingIsTried() throws IOException, InterruptedException {
    world.forge("r").mayPush = false;

    RunResult result = apply(a, c);

    assertThat(states(result)).containsExactly("r/a blocked", "s/c opened");
    assertThat(result.units().get(0).reason()).contains("may not push").contains("write access");
  }

  @Test
  void anOriginWithoutAForgeBlocksItsUnitsAlone() throws IOException, InterruptedException {
    world.forges.remove("r");

    assertThat(states(apply(a, c))).containsExactly("r/a blocked", "s/c opened");
  }

  @Test
  void aCommitThatSomebodyPushedMeanwhileIsLeftAlone() throws IOException, InterruptedException {
    world.remote("r").work("untether/a", "Grace");

    RunResult result = apply(a);

    assertThat(states(result)).containsExactly("r/a left");
    assertThat(result.units().get(0).reason()).contains("Grace");
    assertThat(world.forge("r").requests()).isEmpty();
  }

  @Test
  void whatTheProofTakesBackIsNotPushed() throws IOException, InterruptedException {
    campaign = verified();
    prover =
        (origin, unit) ->
            new Proved(new TreeMap<>(), "", List.of("a/a.go breaks linux/arm64 with go1.23"));

    RunResult result = apply(a);

    assertThat(states(result)).containsExactly("r/a failed");
    assertThat(result.units().get(0).reason()).contains("breaks linux/arm64");
    assertThat(world.remote("r").tips()).isEmpty();
  }

  @Test
  void whatIsLeftAfterTheProofIsPushedOnce() throws IOException, InterruptedException {
    campaign = verified();
    prover = (origin, unit) -> new Proved(unit.changes(), "Built 12 ways.", List.of("b.go broke"));

    RunResult first = apply(a);

    assertThat(first.units().get(0).reason()).contains("b.go broke");
    assertThat(world.forge("r").open().get(0).body()).contains("Built 12 ways.");
    assertThat(states(apply(a))).containsExactly("r/a unchanged");
  }

  @Test
  void aProofThatCannotBeMadeStopsItsUnitAlone() throws IOException, InterruptedException {
    campaign = verified();
    prover =
        (origin, unit) -> {
          if (unit.id().equals("a")) {
            throw new IOException("no go1.23 here");
          }
          return new Proved(unit.changes(), "", List.of());
        };

    assertThat(states(apply(a, c))).containsExactly("r/a failed", "s/c opened");
  }

  @Test
  void twoRunsOfOneCampaignExcludeEachOther() throws IOException {
    StateDirectory directory = StateDirectory.of(state, World.CAMPAIGN);
    directory.make();
    try (RunLock lock = RunLock.take(directory.lock(), World.NOW)) {
      lock.require();
      assertThatThrownBy(() -> apply(a))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another run of this campaign is at work (process ")
          .hasMessageContaining("--state");
    }
  }

  @Test
  void theLockOfADeadProcessLocksNobodyOut() throws IOException, InterruptedException {
    StateDirectory directory = StateDirectory.of(state, World.CAMPAIGN);
    directory.make();
    Files.writeString(directory.lock(), "process 1, since yesterday\n");

    assertThat(states(apply(a))).containsExactly("r/a opened");
  }

  @Test
  void namesOfCampaignsCannotLeadOutOfTheStateDirectory() {
    for (String name : List.of("../x", "", "a/b", "a\\b", "x".repeat(101))) {
      assertThatThrownBy(() -> StateDirectory.of(state, name)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void progressCountsWhatIsDone() throws IOException, InterruptedException {
    apply(a);
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Progress progress =
        new Progress() {
          @Override
          public void total(long units) {
            heard.add("of " + units);
          }

          @Override
          public void done(String name, boolean cached) {
            heard.add(name);
          }
        };

    run().apply(world.order(campaign, a, b, c), progress);

    assertThat(heard).containsExactlyInAnyOrder("of 2", "r/b", "s/c");
  }

  @Test
  void interruptionEndsARunAndTheNextDoesTheRest() throws IOException, InterruptedException {
    campaign = verified();
    prover =
        (origin, unit) -> {
          if (unit.id().equals("b")) {
            throw new InterruptedException();
          }
          return new Proved(unit.changes(), "", List.of());
        };
    assertThatThrownBy(() -> apply(a, b, c)).isInstanceOf(InterruptedException.class);
    prover = UnitProver.trusting();

    assertThat(apply(a, b, c).isIncomplete()).isFalse();
    assertThat(world.forge("r").requests()).hasSize(2);
  }

  @Test
  void limitsHoldFromRunToRun() throws IOException, InterruptedException {
    campaign = World.campaign(new Limits(1, Limits.NONE, List.of()), List.of(), false);

    assertThat(states(apply(a, b))).containsExactly("r/a opened", "r/b waiting");
    assertThat(states(apply(a, b))).containsExactly("r/a unchanged", "r/b waiting");
  }

  @Test
  void closingListsFirstAndThenClosesOursAlone() throws IOException, InterruptedException {
    apply(a, b, c);
    world.remote("r").work("untether/b", "Grace");
    Close close = new Close(world, new PlainWords(), settings());
    List<PlannedUnit> none = List.of();

    RunResult planned = close.plan(campaign, world.origins(), none, Coverage.all());
    assertThat(states(planned)).containsExactly("r/a closed", "r/b left", "s/c closed");
    assertThat(world.forge("r").open()).hasSize(2);

    close.close(campaign, world.origins(), none, Coverage.all(), Progress.silent());
    assertThat(world.forge("r").open())
        .extracting(PullRequest::branch)
        .containsExactly("untether/b");
    assertThat(world.remote("r").tips()).containsOnlyKeys("untether/b");
    assertThat(world.remote("s").tips()).isEmpty();
    assertThat(world.forge("s").comments)
        .containsExactly("#1 Closed by Untether: the campaign is over.");
    assertThat(states(close.plan(campaign, world.origins(), none, Coverage.all())))
        .containsExactly("r/b left");
  }

  @Test
  void aCampaignThatWasClosedCanBeginAgain() throws IOException, InterruptedException {
    apply(c);
    new Close(world, new PlainWords(), settings())
        .close(campaign, world.origins(), List.of(c), Coverage.all(), Progress.silent());

    assertThat(states(apply(c))).containsExactly("s/c opened");
  }

  @Test
  void statusTellsWhatTheCodeSaysBeforeWhatTheForgeSays() throws IOException, InterruptedException {
    PlannedUnit d = World.unit("r", "d", "text d");
    PlannedUnit e = World.unit("r", "e", "text e");
    apply(a, b, c, d);
    world.forge("r").end(number(a), PullRequest.State.MERGED); // And in the plan no more.
    world.forge("r").end(number(b), PullRequest.State.MERGED); // And in the plan still.
    world.forge("r").end(number(d), PullRequest.State.CLOSED);
    world.forge("s").checks = Checks.FAILED;
    world.bases.put("s", World.commit("two"));

    StatusReport report =
        new Status(world, new PlainWords(), settings()).of(world.order(campaign, b, c, d, e));

    assertThat(report.units())
        .extracting(it -> it.name() + " " + it.progress().word())
        .containsExactly(
            "r/a migrated", "r/b merged-not-migrated", "r/d closed", "r/e not-started", "s/c open");
    Standing open = report.units().get(4);
    assertThat(open.checks()).contains(Checks.FAILED);
    assertThat(open.stale()).isTrue();
    assertThat(report.left()).isEqualTo(4);
    assertThat(report.burndown().values().stream().mapToLong(it -> it).sum()).isEqualTo(5);
  }

  @Test
  void statusCallsNothingMigratedWhereNotAllCouldBeRead() throws IOException, InterruptedException {
    apply(a);
    world.forge("r").end(number(a), PullRequest.State.MERGED);
    Order order = new Order(campaign, world.plan(), Set.of("r"), Map.of(), Coverage.all());

    StatusReport report = new Status(world, new PlainWords(), settings()).of(order);

    assertThat(report.units()).extracting(it -> it.progress().word()).containsExactly("blocked");
  }

  @Test
  void resultsGoIntoAFileWithEachUnitOnce() throws IOException, InterruptedException {
    apply(a);
    world.remote("r").put("twin", new FakeRemote.Tip("x", "y", Optional.empty()));
    world
        .forge("r")
        .add(PullRequest.State.OPEN, "twin", world.forge("r").open().get(0).body(), World.NOW);

    Results results = apply(a).results("digest", Shard.WHOLE);

    assertThat(results.units()).hasSize(1);
    assertThat(results.units().get(0).state()).isEqualTo("unchanged");
    assertThat(results.units().get(0).reason()).contains("#1 is open for the same unit");
  }

  private static Campaign verified() {
    return World.campaign(new Limits(Limits.NONE, Limits.NONE, List.of()), List.of(), true);
  }

  private long number(PlannedUnit unit) {
    return world.forge(unit.repository()).requests().stream()
        .filter(it -> it.metadata().map(Metadata::unit).filter(unit.id()::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .number();
  }

  private Settings settings() {
    return new Settings(state, InstantSource.fixed(World.NOW), 1, 2, /* reopen= */ false);
  }

  private Apply run() {
    return new Apply(world, new PlainWords(), prover, settings());
  }

  private RunResult apply(PlannedUnit... units) throws IOException, InterruptedException {
    return run().apply(world.order(campaign, units), Progress.silent());
  }

  private static List<String> states(RunResult result) {
    return result.units().stream().map(it -> it.name() + " " + it.state().word()).toList();
  }
}
