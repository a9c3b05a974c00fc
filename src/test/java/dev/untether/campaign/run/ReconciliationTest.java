package dev.untether.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Campaign;
import dev.untether.campaign.Coverage;
import dev.untether.campaign.Limits;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.RemoteBranch;
import dev.untether.campaign.Wave;
import dev.untether.campaign.run.Action.Kind;
import dev.untether.forge.Checks;
import dev.untether.forge.Metadata;
import dev.untether.forge.PullRequest;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.description.MetadataBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is done about each unit, for everything that may be there. */
final class ReconciliationTest {
  private static final Instant BEFORE = World.NOW.minus(Duration.ofDays(3));

  private final World world = new World(new Fate()).with("r", "newest");
  private final PlannedUnit unit = World.unit("r", "a", "new text");
  private Campaign campaign = World.campaign();
  private Memory memory = Memory.NONE;
  private Set<String> unread = Set.of();
  private Map<String, String> optedOut = Map.of();
  private Coverage coverage = Coverage.all();
  private boolean reopen;
  private Checks checks = Checks.NONE;
  private String remoteBase = World.commit("newest");

  @Test
  void aNewUnitIsOpened() {
    assertThat(decide(unit)).containsExactly("OPEN r/a untether/a");
  }

  @Test
  void aPullRequestWithTheSameChangeOnTheSameBaseIsLeftAsItIs() {
    ours(State.OPEN, "untether/a", "newest", unit.content());

    assertThat(decide(unit)).containsExactly("NOTHING r/a untether/a #1");
  }

  @Test
  void anotherChangeUpdatesThePullRequest() {
    ours(State.OPEN, "untether/a", "newest", "other");

    assertThat(decide(unit)).containsExactly("UPDATE r/a untether/a #1: the change is another now");
  }

  @Test
  void aNewerBaseUpdatesThePullRequest() {
    ours(State.OPEN, "untether/a", "older", unit.content());

    assertThat(decide(unit))
        .singleElement()
        .asString()
        .startsWith("UPDATE r/a untether/a #1: the base moved from ");
  }

  @Test
  void aPullRequestWhoseBranchIsGoneGetsItAgain() {
    ours(State.OPEN, "untether/a", "newest", unit.content());
    world.remote("r").drop("untether/a");

    assertThat(decide(unit)).containsExactly("UPDATE r/a untether/a #1: its branch is gone");
  }

  @Test
  void aPullRequestStaysOnItsBranchWhenTheTemplateOfNamesChanges() {
    ours(State.OPEN, "old/name-of-a", "older", unit.content());

    assertThat(decide(unit)).singleElement().asString().startsWith("UPDATE r/a old/name-of-a #1");
  }

  @Test
  void aBranchOnWhichSomebodyWorksIsLeftAlone() {
    ours(State.OPEN, "untether/a", "older", "other");
    world.remote("r").work("untether/a", "Grace");

    assertThat(decide(unit))
        .containsExactly(
            "LEAVE r/a untether/a #1: a commit by Grace is on its branch: somebody works on it, so"
                + " it is left alone");
  }

  @Test
  void aBranchOnWhichSomebodyWorksIsLeftAloneAlsoWhenNothingChanged() {
    ours(State.OPEN, "untether/a", "newest", unit.content());
    world.remote("r").work("untether/a", "Grace");

    assertThat(decide(unit)).singleElement().asString().startsWith("LEAVE r/a untether/a #1");
  }

  @Test
  void somebodysBranchOfOurNameIsLeftAlone() {
    world.remote("r").work("untether/a", "Grace");

    assertThat(decide(unit))
        .containsExactly(
            "LEAVE r/a untether/a: the branch untether/a exists, and a commit by Grace is on it;"
                + " left alone");
  }

  @Test
  void aBranchOfOursWithoutAPullRequestIsUsed() {
    world.remote("r").put("untether/a", tip("newest", unit.content()));

    assertThat(decide(unit)).containsExactly("OPEN r/a untether/a");
  }

  @Test
  void somebodysPullRequestOfTheSameTitleIsNotOurs() {
    world.forge("r").add(State.OPEN, "untether-a", "Cut ties in a", BEFORE);

    assertThat(decide(unit)).containsExactly("OPEN r/a untether/a");
  }

  @Test
  void somebodysPullRequestWithACopyOfOurMetadataIsNotTouched() {
    world.remote("r").work("grace/continues", "Grace");
    pull(State.OPEN, "grace/continues", "a", "older", unit.content());

    assertThat(decide(unit))
        .satisfiesExactly(
            opened -> assertThat(opened).isEqualTo("OPEN r/a untether/a"),
            copy -> assertThat(copy).startsWith("IGNORE r/a grace/continues #1"));
  }

  @Test
  void somebodysPullRequestWithACopyOfOurMetadataDoesNotTakeThePlaceOfOurs() {
    world.remote("r").work("grace/continues", "Grace");
    pull(State.OPEN, "grace/continues", "a", "older", unit.content());
    ours(State.OPEN, "untether/a", "newest", unit.content());

    assertThat(decide(unit))
        .satisfiesExactly(
            kept -> assertThat(kept).isEqualTo("NOTHING r/a untether/a #2"),
            copy -> assertThat(copy).startsWith("IGNORE r/a grace/continues #1"));
  }

  @Test
  void somebodysPullRequestIsNotClosedWhenTheUnitItNamesIsGone() {
    world.remote("r").work("grace/continues", "Grace");
    pull(State.OPEN, "grace/continues", "a", "older", unit.content());

    assertThat(decide()).singleElement().asString().startsWith("IGNORE");
  }

  @Test
  void metadataOfAnotherCampaignIsNotOurs() {
    Metadata other = new Metadata("other", "a", World.commit("newest"), "x", List.of());
    world.forge("r").add(State.OPEN, "untether/a", MetadataBlock.of(other), BEFORE);

    assertThat(decide(unit)).containsExactly("OPEN r/a untether/a");
  }

  @Test
  void whatPeopleClosedStaysClosed() {
    pull(State.CLOSED, "untether/a", "a", "older", unit.content());

    assertThat(decide(unit))
        .containsExactly(
            "SKIP r/a untether/a #1: #1 was closed without being merged; --reopen opens another");
  }

  @Test
  void whatPeopleClosedStaysClosedWhateverItsBranchWasCalled() {
    pull(State.CLOSED, "old/name-of-a", "a", "older", "other");

    assertThat(decide(unit)).singleElement().asString().startsWith("SKIP");
  }

  @Test
  void whatPeopleClosedIsOpenedAnewIfAsked() {
    pull(State.CLOSED, "untether/a", "a", "older", unit.content());
    reopen = true;

    assertThat(decide(unit))
        .containsExactly("OPEN r/a untether/a-again-2 #1: #1 was closed; opened anew as asked");
  }

  @Test
  void whatWeClosedIsOpenedAnewWhenThereIsWork() {
    pull(State.CLOSED, "untether/a", "a", "older", "withdrawn");

    assertThat(decide(unit))
        .containsExactly(
            "OPEN r/a untether/a-again-2 #1: #1 was closed by us, and there is work again");
  }

  @Test
  void mergedIsNotMigrated() {
    pull(State.MERGED, "untether/a", "a", "older", unit.content());

    assertThat(decide(unit))
        .containsExactly(
            "OPEN r/a untether/a-again-2 #1: #1 was merged, and the code still needs it");
  }

  @Test
  void mergedAndAtHandInAnOlderStateWaitsForTheNewest() {
    pull(State.MERGED, "untether/a", "a", "older", unit.content());
    remoteBase = World.commit("with the merge");

    assertThat(decide(unit))
        .singleElement()
        .asString()
        .startsWith("WAIT r/a untether/a #1: #1 was merged, and the code at hand is older");
  }

  @Test
  void theLastOfSeveralDecides() {
    pull(State.MERGED, "untether/a", "a", "older", unit.content());
    pull(State.CLOSED, "untether/a-again-2", "a", "older", unit.content());
    assertThat(decide(unit)).singleElement().asString().startsWith("SKIP");

    pull(State.MERGED, "untether/a-again-3", "a", "older", unit.content());
    assertThat(decide(unit))
        .singleElement()
        .asString()
        .startsWith("OPEN r/a untether/a-again-4 #3");
  }

  @Test
  void aFurtherBranchNeverTakesTheNameOfAnotherUnit() {
    pull(State.MERGED, "untether/a", "a", "older", unit.content());
    PlannedUnit namesake = World.unit("r", "a-again-2", "text");

    assertThat(decide(unit, namesake))
        .anySatisfy(it -> assertThat(it).startsWith("OPEN r/a untether/a-again-3"))
        .anySatisfy(it -> assertThat(it).startsWith("OPEN r/a-again-2 untether/a-again-2"));
  }

  @Test
  void ofTwoOpenOnesTheLaterIsClosed() {
    ours(State.OPEN, "untether/a", "newest", unit.content());
    ours(State.OPEN, "untether/a-again-2", "newest", unit.content());

    assertThat(decide(unit))
        .containsExactly(
            "NOTHING r/a untether/a #1",
            "CLOSE r/a untether/a-again-2 #2: #1 is open for the same unit; this one came later");
  }

  @Test
  void ofTwoOpenOnesOfOneBranchTheBranchStays() {
    ours(State.OPEN, "untether/a", "newest", unit.content());
    ours(State.OPEN, "untether/a", "newest", unit.content());

    assertThat(decide(unit))
        .containsExactly(
            "NOTHING r/a untether/a #1",
            "CLOSE r/a  #2: #1 is open for the same unit; this one came later");
  }

  @Test
  void ofTwoOpenOnesTheLaterStaysIfSomebodyWorksOnIt() {
    ours(State.OPEN, "untether/a", "newest", unit.content());
    ours(State.OPEN, "untether/a-again-2", "newest", unit.content());
    world.remote("r").work("untether/a-again-2", "Grace");

    assertThat(decide(unit)).last().asString().startsWith("IGNORE r/a untether/a-again-2 #2");
  }

  @Test
  void whatHasNothingLeftToDoIsClosed() {
    ours(State.OPEN, "untether/a", "older", unit.content());

    assertThat(decide()).containsExactly("CLOSE r/a untether/a #1: nothing is left to do");
  }

  @Test
  void whatHasNothingLeftToDoStaysOpenWhereNotAllCouldBeRead() {
    ours(State.OPEN, "untether/a", "older", unit.content());
    unread = Set.of("r");

    assertThat(decide()).singleElement().asString().startsWith("NOTHING r/a untether/a #1");
  }

  @Test
  void whatHasNothingLeftToDoStaysOpenIfSomebodyWorksOnIt() {
    ours(State.OPEN, "untether/a", "older", unit.content());
    world.remote("r").work("untether/a", "Grace");
    memory =
        new Memory(
            Map.of("r", Map.of("a", Set.of("untether/a"))), Map.of(), List.of(), List.of(), 0);

    assertThat(decide())
        .containsExactly(
            "LEAVE r/a untether/a #1: nothing is left to do, but a commit by Grace is on its"
                + " branch; close it by hand");
  }

  @Test
  void unitsOfOtherShardsAreNobodysBusinessHere() {
    ours(State.OPEN, "untether/a", "older", unit.content());
    coverage = (repository, id) -> !id.equals("a");

    assertThat(decide()).isEmpty();
    assertThat(decide(unit)).isEmpty();
  }

  @Test
  void anOptedOutUnitIsSkipped() {
    optedOut = Map.of("r/a", "opted out by .untether-ignore");

    assertThat(decide(unit)).containsExactly("SKIP r/a : opted out by .untether-ignore");
  }

  @Test
  void aPullRequestIsClosedWhenPeopleOptOut() {
    ours(State.OPEN, "untether/a", "newest", unit.content());
    optedOut = Map.of("r/a", "opted out");

    assertThat(decide(unit)).containsExactly("CLOSE r/a untether/a #1: opted out");
  }

  @Test
  void branchesThatNobodyNeedsAnyMoreAreDeleted() {
    ours(State.MERGED, "untether/a", "older", unit.content());
    memory =
        new Memory(
            Map.of("r", Map.of("b", Set.of("untether/b"))), Map.of(), List.of(), List.of(), 0);
    world.remote("r").put("untether/b", tip("older", "text"));

    assertThat(decide())
        .satisfiesExactly(
            merged -> assertThat(merged).startsWith("CLEAN r/a untether/a"),
            neverOpened -> assertThat(neverOpened).startsWith("CLEAN r/b untether/b"));
  }

  @Test
  void branchesOfWhatPeopleClosedAreKept() {
    ours(State.CLOSED, "untether/a", "older", unit.content());

    assertThat(decide()).isEmpty();
  }

  @Test
  void branchesWithWorkOfOthersAreKept() {
    ours(State.MERGED, "untether/a", "older", unit.content());
    world.remote("r").work("untether/a", "Grace");

    assertThat(decide()).isEmpty();
  }

  @Test
  void whatCannotBeAskedBlocksItsUnitsAndNoOthers() {
    world.with("s", "newest");
    Map<String, Actual> actual = new TreeMap<>(actual());
    actual.put("r", new Actual.Unknown("the token has expired"));

    assertThat(decide(actual, unit, World.unit("s", "a", "text")))
        .containsExactly("BLOCKED r/a : the token has expired", "OPEN s/a untether/a");
  }

  @Test
  void noMoreAreOpenedThanMayBeOpen() {
    campaign = World.campaign(new Limits(Limits.NONE, 2, List.of()), List.of(), false);
    ours(State.OPEN, "untether/a", "newest", unit.content());

    assertThat(kinds(decide(unit, other("b"), other("c"), other("d"))))
        .containsExactly(Kind.NOTHING, Kind.OPEN, Kind.WAIT, Kind.WAIT);
  }

  @Test
  void updatesAndClosingAreNotLimited() {
    campaign = World.campaign(new Limits(1, 1, List.of()), List.of(), false);
    ours(State.OPEN, "untether/a", "older", unit.content());
    pull(State.OPEN, "untether/b", "b", "older", "x");
    world.remote("r").put("untether/b", tip("older", "x"));

    assertThat(kinds(decide(unit))).containsExactly(Kind.UPDATE, Kind.CLOSE);
  }

  @Test
  void noMoreAreOpenedWithinAnHourThanAllowed() {
    campaign = World.campaign(new Limits(2, Limits.NONE, List.of()), List.of(), false);
    Instant first = World.NOW.minus(Duration.ofMinutes(50));
    Metadata metadata = metadata("z", "newest", "x");
    world.forge("r").add(State.MERGED, "untether/z", MetadataBlock.of(metadata), first);

    List<Action> actions = act(actual(), unit, other("b"));

    assertThat(actions.stream().map(Action::kind)).containsExactly(Kind.OPEN, Kind.WAIT);
    assertThat(actions.get(1).until()).contains(first.plus(Duration.ofHours(1)));
  }

  @Test
  void whatTheJournalKnowsOfTheHourCountsOnce() {
    campaign = World.campaign(new Limits(2, Limits.NONE, List.of()), List.of(), false);
    Instant first = World.NOW.minus(Duration.ofMinutes(50));
    Metadata metadata = metadata("z", "newest", "x");
    world.forge("r").add(State.MERGED, "untether/z", MetadataBlock.of(metadata), first);
    memory =
        new Memory(Map.of(), Map.of(), List.of(new Memory.Opened("r", 1, first)), List.of(), 0);
    assertThat(kinds(decide(unit))).containsExactly(Kind.OPEN);

    memory =
        new Memory(
            Map.of(),
            Map.of(),
            List.of(new Memory.Opened("r", 1, first), new Memory.Opened("q", 1, first)),
            List.of(),
            0);
    assertThat(kinds(decide(unit))).containsExactly(Kind.WAIT);
  }

  @Test
  void canariesComeFirst() {
    wave(Wave.Gate.MERGED);

    assertThat(kinds(decide(unit, other("b")))).containsExactly(Kind.OPEN, Kind.WAIT);
  }

  @Test
  void afterTheCanariesComeTheOthers() {
    wave(Wave.Gate.MERGED);
    pull(State.MERGED, "untether/a", "a", "older", unit.content());

    assertThat(kinds(decide(other("b")))).containsExactly(Kind.OPEN);
  }

  @Test
  void othersWaitForTheChecksOfCanaries() {
    wave(Wave.Gate.CHECKS_PASSED);
    ours(State.OPEN, "untether/a", "newest", unit.content());
    checks = Checks.FAILED;
    assertThat(kinds(decide(unit, other("b")))).containsExactly(Kind.NOTHING, Kind.WAIT);

    checks = Checks.PASSED;
    assertThat(kinds(decide(unit, other("b")))).containsExactly(Kind.NOTHING, Kind.OPEN);
  }

  @Test
  void aCanaryThatPeopleClosedHoldsUpTheOthers() {
    wave(Wave.Gate.OPENED);
    pull(State.CLOSED, "untether/a", "a", "older", unit.content());

    assertThat(kinds(decide(unit, other("b")))).containsExactly(Kind.SKIP, Kind.WAIT);
  }

  @Test
  void theSameQuestionHasTheSameAnswerInWhateverOrderItIsPut() {
    List<PlannedUnit> units = new ArrayList<>();
    IntStream.range(0, 50).forEach(i -> units.add(other("u" + i)));
    ours(State.OPEN, "untether/u7", "older", "x");
    List<Action> first = act(actual(), units.toArray(PlannedUnit[]::new));
    Collections.reverse(units);

    assertThat(act(actual(), units.toArray(PlannedUnit[]::new))).isEqualTo(first);
  }

  private void wave(Wave.Gate gate) {
    Wave wave = new Wave("canary", List.of("r/a"), gate);
    campaign =
        World.campaign(new Limits(Limits.NONE, Limits.NONE, List.of()), List.of(wave), false);
  }

  private static PlannedUnit other(String id) {
    return World.unit("r", id, "text of " + id);
  }

  /** Adds a pull request of ours, for unit a, with its branch. */
  private void ours(State state, String branch, String base, String content) {
    pull(state, branch, "a", base, content);
    world.remote("r").put(branch, tip(base, content));
  }

  private void pull(State state, String branch, String id, String base, String content) {
    String body = "Text\n\n" + MetadataBlock.of(metadata(id, base, content)) + "\n";
    world.forge("r").add(state, branch, body, BEFORE);
  }

  private static Metadata metadata(String id, String base, String content) {
    return new Metadata(World.CAMPAIGN, id, World.commit(base), content, List.of());
  }

  private static FakeRemote.Tip tip(String base, String content) {
    return new FakeRemote.Tip(World.commit(base), content, Optional.empty());
  }

  private Map<String, Actual> actual() {
    Map<String, Actual> actual = new TreeMap<>();
    world.forges.forEach(
        (name, forge) -> {
          Map<String, RemoteBranch> branches = new TreeMap<>();
          world
              .remote(name)
              .tips()
              .forEach((it, tip) -> branches.put(it, new RemoteBranch(tip.id(), tip.foreign())));
          Map<Long, Checks> said = new TreeMap<>();
          forge.open().forEach(it -> said.put(it.number(), checks));
          actual.put(
              name,
              new Actual.Known(
                  forge.own(World.CAMPAIGN),
                  new Branches.Look(Optional.of(remoteBase), branches),
                  said));
        });
    return actual;
  }

  private List<Action> act(Map<String, Actual> actual, PlannedUnit... units) {
    return Reconciliation.of(
        new Question(
            campaign,
            world.origins(),
            List.of(units),
            unread,
            optedOut,
            coverage,
            actual,
            new PlainWords(),
            memory,
            World.NOW,
            reopen));
  }

  private List<String> decide(PlannedUnit... units) {
    return decide(actual(), units);
  }

  private List<String> decide(Map<String, Actual> actual, PlannedUnit... units) {
    return act(actual, units).stream().map(ReconciliationTest::shown).toList();
  }

  private static String shown(Action action) {
    return action.kind()
        + " "
        + action.name()
        + " "
        + action.branch()
        + action.request().map(PullRequest::number).map(it -> " #" + it).orElse("")
        + (action.reason().isEmpty() ? "" : ": " + action.reason());
  }

  private static List<Kind> kinds(List<String> actions) {
    return actions.stream().map(it -> Kind.valueOf(it.substring(0, it.indexOf(' ')))).toList();
  }
}
