package dev.untether.forge.gitlab;

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
import dev.untether.forge.gitlab.GitLabDouble.Place;
import dev.untether.git.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every forge, for GitLab, and what is GitLab's own. */
final class GitLabForgeTest extends ForgeContract {
  @Override
  protected ForgeDouble start() {
    return new GitLabStage();
  }

  private GitLabDouble gitlab() {
    return ((GitLabStage) server).gitlab;
  }

  private Place place() {
    return gitlab().project(PROJECT);
  }

  @Test
  void twoRunsAtOnceOpenOneMergeRequest() throws Exception {
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void projectWithoutPipelinesIsNotMergedByAskingForIt(boolean old) throws Exception {
    place().old = old;
    place().pipelines.clear();

    PullRequest opened = forge().open(proposal("net").autoMerge().make());
    forge().update(opened, proposal("net").autoMerge().make());

    assertThat(only().state()).isEqualTo(State.OPEN);
    assertThat(only().autoMerge()).isFalse();
  }

  @Test
  void whatHasPassedIsMergedAtOnceAndSaidToBe() throws Exception {
    place().pipelines.put(COMMIT, "success");

    PullRequest opened = forge().open(proposal("net").autoMerge().make());

    assertThat(only().state()).isEqualTo(State.MERGED);
    assertThat(opened.state()).isEqualTo(State.MERGED);
  }

  @Test
  void autoMergeIsAskedForOnceThereIsAPipeline() throws Exception {
    place().pipelines.clear();
    PullRequest opened = forge().open(proposal("net").autoMerge().make());
    place().pipelines.put(COMMIT, "running");

    forge().update(opened, proposal("net").autoMerge().make());
    int asked = server.requests().size();
    forge().update(opened, proposal("net").autoMerge().make());

    assertThat(only().autoMerge()).isTrue();
    assertThat(server.requests().subList(asked, server.requests().size()))
        .allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void failedPipelineIsNotMerged() throws Exception {
    place().pipelines.put(COMMIT, "failed");

    forge().open(proposal("net").autoMerge().make());

    assertThat(only().state()).isEqualTo(State.OPEN);
    assertThat(only().autoMerge()).isFalse();
  }

  @Test
  void draftIsNotMergedByItself() throws Exception {
    forge().open(proposal("net").draft().autoMerge().make());

    assertThat(only().autoMerge()).isFalse();
    assertThat(only().draft()).isTrue();
  }

  @Test
  void tokenThatMayNotMergeIsSaidToBeAndLeavesTheRequestOpen() {
    place().mayMerge = false;

    ForgeException failure = failure(() -> forge().open(proposal("net").autoMerge().make()));

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("/-/merge_requests/1").hasMessageContaining("main");
    assertThat(only().state()).isEqualTo(State.OPEN);
  }

  @Test
  void nothingInABodyOrACommentIsACommandToGitLab() throws Exception {
    Proposal proposal =
        proposal("net").text("/merge\r\n  /assign @root\nand/or /x\n```\n/close\n```").make();
    PullRequest opened = forge().open(proposal);
    int asked = server.requests().size();
    forge().update(opened, proposal);

    assertThat(server.requests().subList(asked, server.requests().size()))
        .allMatch(request -> request.startsWith("GET "));
    assertThat(only().body())
        .startsWith("\\/merge\r\n  \\/assign @root\nand/or /x\n```\n\\/close\n```")
        .doesNotContainPattern("(?m)^\\s*/");
    forge().close(opened, "/reopen");
    forge().close(opened, "/reopen");
    assertThat(only().comments()).containsExactly("\\/reopen");
    assertThat(only().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void groupsAreListedWithTheirSubgroupsAndAllPages() throws Exception {
    gitlab().largestPage = 2;
    gitlab().project("acme/tools/one");
    gitlab().project("acme/tools/deep/two").archived = true;
    gitlab().project("acme/copy").fork = true;
    gitlab().project("acme/empty").defaultBranch = "";
    gitlab().project("acmeother/three");

    List<ListedRepository> listed = connected(server.token()).repositories("acme");

    assertThat(listed)
        .extracting(repository -> repository.project().path())
        .containsExactly("acme/copy", "acme/tools/deep/two", "acme/tools/one", "acme/widgets");
    assertThat(listed)
        .extracting(ListedRepository::archived)
        .containsExactly(false, true, false, false);
    assertThat(listed)
        .extracting(ListedRepository::fork)
        .containsExactly(true, false, false, false);
    assertThat(connected(server.token()).repositories("acme/tools")).hasSize(2);
  }

  @Test
  void projectInASubgroupIsSpokenTo() throws Exception {
    String path = "acme/tools/deep.go/two";
    server.project(path);
    server.branch(path, "untether/net", COMMIT);

    connected(server.token()).project(path).open(proposal("net").make());

    assertThat(server.pulls(path)).hasSize(1);
    assertThat(connected(server.token()).project(path).cloneUrl()).endsWith("/" + path + ".git");
  }

  @Test
  void serverThatTakesItselfForAnotherIsStillReadToTheEnd() throws Exception {
    gitlab().largestPage = 2;
    gitlab().ownName = "https://gitlab.internal";
    for (String unit : List.of("a", "b", "c", "d", "e")) {
      server.branch(PROJECT, "untether/" + unit, COMMIT);
      forge().open(proposal(unit).make());
    }

    assertThat(forge().own("tidy"))
        .extracting(PullRequest::branch)
        .containsExactly("untether/a", "untether/b", "untether/c", "untether/d", "untether/e");
  }

  @Test
  void reviewersThatAreNoPeopleAreLeftToCodeOwners() throws Exception {
    forge().open(proposal("net").reviewers("@ann", "acme/core", "BOB", "").make());

    assertThat(only().reviewers()).containsExactlyInAnyOrder("ann", "bob");
    assertThat(server.requests()).noneMatch(request -> request.contains("core"));
  }

  @Test
  void longTitleIsCutAndStaysTheSame() throws Exception {
    Proposal proposal = proposal("net").draft().title("é".repeat(300)).make();
    PullRequest opened = forge().open(proposal);
    PullRequest updated = forge().update(opened, proposal);

    assertThat(place().requests.get(0).title).hasSizeLessThanOrEqualTo(255).endsWith("é…");
    assertThat(updated.title()).isEqualTo(opened.title());
  }

  @Test
  void descriptionThatIsTooLongIsRefusedInGitLabsWords() {
    Proposal proposal = proposal("net").text("x".repeat(1_048_577)).make();

    ForgeException failure = failure(() -> forge().open(proposal));

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("is too long (maximum is 1048576 characters)");
  }

  @Test
  void whoIsInThroughAnInvitedGroupMayPush() throws Exception {
    place().byInvitation = true;
    assertThat(forge().mayPush()).isTrue();
    place().archived = true;
    assertThat(forge().mayPush()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "created, PENDING",
    "waiting_for_resource, PENDING",
    "running, PENDING",
    "manual, PENDING",
    "scheduled, PENDING",
    "success, PASSED",
    "failed, FAILED",
    "canceled, FAILED",
    "skipped, NONE",
  })
  void pipelineIsWhatChecksAre(String status, Checks checks) throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    place().pipelines.put(COMMIT, status);

    assertThat(forge().checks(opened)).isEqualTo(checks);
  }

  @Test
  void tokensOfJobsAndOfPeopleGoInTheirOwnHeaders() throws Exception {
    forge().defaultBranch();
    assertThat(server.requests().get(0)).contains("Authorization=[Bearer glpat-");
    try (GitLabDouble other = new GitLabDouble("glcbt-65_0123456789")) {
      other.project(PROJECT);
      Forge forge =
          GitLabServer.at(
                  other.address() + "/",
                  Optional.of(Secret.of("glcbt-65_0123456789\n")),
                  transport,
                  time.timing(PATIENCE),
                  /* plainAllowed= */ false)
              .project(PROJECT);

      assertThat(forge.defaultBranch()).isEqualTo("main");
      assertThat(other.requests().get(0))
          .containsIgnoringCase("Job-token=[glcbt-")
          .doesNotContain("Authorization");
    }
  }

  @Test
  void projectWithoutACommitHasNoDefaultBranch() {
    place().defaultBranch = "";

    ForgeException failure = failure(() -> forge().defaultBranch());

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("push one");
  }

  @Test
  void commentIsNotSaidAgainWhenItsAnswerWasLost() throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    server.fault("POST /api/v4/projects/acme%2Fwidgets/merge_requests/1/notes", Harm.CUT_AFTER, 1);

    forge().close(opened, "Nothing left to do.");

    assertThat(only().comments()).containsExactly("Nothing left to do.");
    assertThat(only().state()).isEqualTo(State.CLOSED);
  }
}
