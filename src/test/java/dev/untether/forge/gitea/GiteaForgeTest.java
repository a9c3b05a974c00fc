package dev.untether.forge.gitea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.forge.Checks;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeContract;
import dev.untether.forge.ForgeDouble;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.ListedRepository;
import dev.untether.forge.LoopbackForge.Harm;
import dev.untether.forge.Proposal;
import dev.untether.forge.PullRequest;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.RacingTransport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every forge, for Gitea, and what is Gitea's own. */
final class GiteaForgeTest extends ForgeContract {
  @Override
  protected ForgeDouble start() {
    return new GiteaStage();
  }

  private GiteaDouble gitea() {
    return ((GiteaStage) server).gitea;
  }

  private GiteaPlace place() {
    return gitea().repository(PROJECT);
  }

  @Test
  void twoRunsAtOnceOpenOnePullRequest() throws Exception {
    Proposal proposal = proposal("net").make();
    Forge late =
        server
            .connect(
                Optional.of(server.token()),
                new RacingTransport(transport, () -> forge().open(proposal)),
                time.timing(PATIENCE))
            .project(PROJECT);

    PullRequest adopted = late.open(proposal);

    assertThat(adopted.number()).isEqualTo(only().number());
  }

  @Test
  void repositoryWithoutChecksIsNotMergedByAskingForIt() throws Exception {
    place().statuses.clear();

    PullRequest opened = forge().open(proposal("net").autoMerge().make());
    forge().update(opened, proposal("net").autoMerge().make());

    assertThat(only().state()).isEqualTo(State.OPEN);
    assertThat(only().autoMerge()).isFalse();
  }

  @Test
  void whatHasPassedIsMergedAtOnceAndSaidToBe() throws Exception {
    place().statuses.put(COMMIT, "success");

    PullRequest opened = forge().open(proposal("net").autoMerge().make());

    assertThat(only().state()).isEqualTo(State.MERGED);
    assertThat(opened.state()).isEqualTo(State.MERGED);
  }

  @Test
  void autoMergeIsAskedForOnceThereAreChecks() throws Exception {
    place().statuses.clear();
    PullRequest opened = forge().open(proposal("net").autoMerge().make());
    place().statuses.put(COMMIT, "pending");

    forge().update(opened, proposal("net").autoMerge().make());
    forge().update(opened, proposal("net").autoMerge().make());

    assertThat(only().autoMerge()).isTrue();
    assertThat(only().state()).isEqualTo(State.OPEN);
    assertThat(server.requests())
        .filteredOn(request -> request.contains("/merge "))
        .allMatch(request -> request.contains("\"Do\":\"squash\"") && request.contains(COMMIT));
  }

  @Test
  void failedChecksAndDraftsAreNotMerged() throws Exception {
    server.branch(PROJECT, "untether/os", "d".repeat(40));
    place().statuses.put(COMMIT, "failure");

    forge().open(proposal("net").autoMerge().make());
    forge().open(proposal("os").draft().autoMerge().make());

    assertThat(server.pulls(PROJECT)).noneMatch(ForgeDouble.Seen::autoMerge);
    assertThat(server.pulls(PROJECT)).allMatch(seen -> seen.state() == State.OPEN);
  }

  @Test
  void labelsAreMadeOnceAndThoseOfTheOrganisationTaken() throws Exception {
    gitea().organisationLabels.put("acme", new TreeMap<>(Map.of(7L, "runtime")));
    server.branch(PROJECT, "untether/os", COMMIT);

    forge().open(proposal("net").make());
    forge().open(proposal("os").make());

    assertThat(place().labels.values()).containsExactly("untether");
    assertThat(server.pulls(PROJECT))
        .allSatisfy(
            seen -> assertThat(seen.labels()).containsExactlyInAnyOrder("untether", "runtime"));
  }

  @ParameterizedTest
  @CsvSource({"BAD_GATEWAY_AFTER", "CUT_AFTER"})
  void labelIsNotMadeAgainWhenTheAnswerWasLost(Harm harm) throws Exception {
    server.fault("POST /api/v1/repos/acme/widgets/labels", harm, 1);

    forge().open(proposal("net").labels("untether").make());

    assertThat(place().labels.values()).containsExactly("untether");
    assertThat(only().labels()).containsExactly("untether");
  }

  @Test
  void teamsAreAskedByTheirNameInTheOrganisation() throws Exception {
    server.team(PROJECT, "core");

    forge().open(proposal("net").reviewers("ann", "acme/core", "acme/nowhere").make());

    assertThat(only().reviewers()).containsExactlyInAnyOrder("ann", "acme/core");
  }

  @Test
  void reviewerWhoHasAnsweredIsNotAskedAgain() throws Exception {
    Proposal proposal = proposal("net").reviewers("ann").make();
    PullRequest opened = forge().open(proposal);
    place().pulls.get(0).reviewers.clear();
    place().pulls.get(0).approvals.add("Ann");

    forge().update(opened, proposal);

    assertThat(only().reviewers()).isEmpty();
  }

  @Test
  void assigneeWhoIsNotThereDoesNotLoseTheOthers() throws Exception {
    server.person(PROJECT, "eve");
    gitea().strangers.add("eve");

    forge().open(proposal("net").assignees("ann", "nobody", "eve", "bob").make());

    assertThat(only().assignees()).containsExactlyInAnyOrder("ann", "bob");
  }

  @Test
  void assigneesThatPeopleAddedStay() throws Exception {
    PullRequest opened = forge().open(proposal("net").assignees("ann").make());

    forge().update(opened, proposal("net").assignees("bob").make());

    assertThat(only().assignees()).containsExactlyInAnyOrder("ann", "bob");
  }

  @Test
  void ownKeepsTheNameOfABranchThatIsGone() throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    server.merge(PROJECT, opened.number());
    place().branches.remove("untether/net");

    assertThat(forge().own("tidy"))
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.branch()).isEqualTo("untether/net");
              assertThat(request.head()).isEqualTo(COMMIT);
              assertThat(request.state()).isEqualTo(State.MERGED);
            });
  }

  @Test
  void serverThatTakesItselfForAnotherIsStillReadToTheEnd() throws Exception {
    gitea().largestPage = 2;
    gitea().ownName = "https://gitea.internal";
    for (String unit : List.of("a", "b", "c", "d", "e")) {
      server.branch(PROJECT, "untether/" + unit, COMMIT);
      forge().open(proposal(unit).make());
    }

    assertThat(forge().own("tidy"))
        .extracting(PullRequest::branch)
        .containsExactly("untether/a", "untether/b", "untether/c", "untether/d", "untether/e");
  }

  @Test
  void listedRepositoriesSayWhatTheyAre() throws Exception {
    gitea().largestPage = 2;
    gitea().repository("acme/old").archived = true;
    gitea().repository("acme/copy").fork = true;
    gitea().repository("acme/nothing").empty = true;

    List<ListedRepository> listed = connected(server.token()).repositories("acme");

    assertThat(listed)
        .extracting(repository -> repository.project().path())
        .containsExactly("acme/copy", "acme/old", "acme/widgets");
    assertThat(listed).extracting(ListedRepository::archived).containsExactly(false, true, false);
    assertThat(listed).extracting(ListedRepository::fork).containsExactly(true, false, false);
  }

  @ParameterizedTest
  @CsvSource({
    "pending, PENDING",
    "success, PASSED",
    "error, FAILED",
    "failure, FAILED",
    "warning, FAILED",
  })
  void combinedStatusIsWhatChecksAre(String status, Checks checks) throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    place().statuses.put(COMMIT, status);

    assertThat(forge().checks(opened)).isEqualTo(checks);
  }

  @ParameterizedTest
  @CsvSource({"WIP: Cut net loose", "[WIP] Cut net loose"})
  void prefixOfADraftIsNoPartOfItsTitle(String title) throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    server.reword(PROJECT, opened.number(), title, only().body());

    PullRequest updated = forge().update(opened, proposal("net").title("More").make());

    assertThat(updated.draft()).isTrue();
    assertThat(updated.title()).isEqualTo("More");
    assertThat(place().pulls.get(0).title).isEqualTo("WIP: More");
  }

  @Test
  void archivedRepositoryIsRefusedInGiteasWords() throws Exception {
    place().archived = true;

    ForgeException failure = failure(() -> forge().open(proposal("net").make()));

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("acme/widgets is archived");
    assertThat(forge().mayPush()).isFalse();
  }

  @Test
  void commentIsNotSaidAgainWhenItsAnswerWasLost() throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    server.fault("POST /api/v1/repos/acme/widgets/issues/1/comments", Harm.BAD_GATEWAY_AFTER, 1);

    forge().close(opened, "Nothing left to do.");

    assertThat(only().comments()).containsExactly("Nothing left to do.");
    assertThat(only().state()).isEqualTo(State.CLOSED);
  }
}
