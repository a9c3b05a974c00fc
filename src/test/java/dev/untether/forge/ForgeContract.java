package dev.untether.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.PullRequest.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every forge. One class for each extends it, with its double. */
public abstract class ForgeContract extends ForgeFaultContract {
  @Test
  void opensAPullRequestWithAllThatWasAskedFor() throws Exception {
    PullRequest opened = forge().open(proposal("net").reviewers("ann").assignees("bob").make());

    Seen seen = only();
    assertThat(seen.state()).isEqualTo(State.OPEN);
    assertThat(seen.branch()).isEqualTo("untether/net");
    assertThat(seen.base()).isEqualTo("main");
    assertThat(seen.title()).isEqualTo("Cut net loose");
    assertThat(seen.body()).startsWith("What and why.");
    assertThat(seen.labels()).containsExactlyInAnyOrder("untether", "runtime");
    assertThat(seen.reviewers()).containsExactly("ann");
    assertThat(seen.assignees()).containsExactly("bob");
    assertThat(seen.draft()).isFalse();
    assertThat(seen.autoMerge()).isFalse();
    assertThat(opened.number()).isEqualTo(seen.number());
    assertThat(opened.state()).isEqualTo(State.OPEN);
    assertThat(opened.branch()).isEqualTo("untether/net");
    assertThat(opened.base()).isEqualTo("main");
    assertThat(opened.title()).isEqualTo("Cut net loose");
    assertThat(opened.metadata()).contains(metadata("net"));
    assertThat(opened.page().toString()).startsWith("http://127.0.0.1");
  }

  @Test
  void secondRunFindsItAndWritesNothing() throws Exception {
    Proposal proposal = proposal("net").reviewers("ann").assignees("bob").make();
    PullRequest first = forge().open(proposal);
    List<Seen> before = server.pulls(PROJECT);
    int asked = server.requests().size();

    PullRequest second = forge().open(proposal);
    PullRequest third = forge().update(second, proposal);

    assertThat(second.number()).isEqualTo(first.number());
    assertThat(third.number()).isEqualTo(first.number());
    assertThat(server.pulls(PROJECT)).isEqualTo(before);
    assertThat(server.requests().subList(asked, server.requests().size()))
        .allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void updateMakesItWhatIsProposedNow() throws Exception {
    PullRequest opened = forge().open(proposal("net").make());

    PullRequest updated =
        forge().update(opened, proposal("net").title("Cut more").text("Other words.").make());

    assertThat(only().title()).isEqualTo("Cut more");
    assertThat(only().body()).startsWith("Other words.");
    assertThat(updated.title()).isEqualTo("Cut more");
    assertThat(updated.metadata()).contains(metadata("net"));
  }

  @Test
  void titleThatPeopleRewordedStays() throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    server.reword(PROJECT, opened.number(), "Ours, reworded", only().body());

    forge().update(opened, proposal("net").title("Cut more").text("Other words.").make());
    forge().update(opened, proposal("net").title("Cut even more").text("Again.").make());

    assertThat(only().title()).isEqualTo("Ours, reworded");
    assertThat(only().body()).startsWith("Again.");
  }

  @Test
  void labelsAndReviewersThatPeopleAddedStay() throws Exception {
    PullRequest opened = forge().open(proposal("net").reviewers("ann").make());

    forge().update(opened, proposal("net").labels("late").reviewers("bob").make());

    assertThat(only().labels()).containsExactlyInAnyOrder("untether", "runtime", "late");
    assertThat(only().reviewers()).containsExactlyInAnyOrder("ann", "bob");
  }

  @Test
  void updateOfOneThatIsMergedChangesNothing() throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    server.merge(PROJECT, opened.number());
    List<Seen> before = server.pulls(PROJECT);

    PullRequest updated = forge().update(opened, proposal("net").title("Cut more").make());

    assertThat(updated.state()).isEqualTo(State.MERGED);
    assertThat(server.pulls(PROJECT)).isEqualTo(before);
  }

  @Test
  void ownAreThoseOfTheCampaignInEveryStateOldestFirst() throws Exception {
    for (String unit : List.of("a", "b", "c")) {
      server.branch(PROJECT, "untether/" + unit, COMMIT);
    }
    PullRequest merged = forge().open(proposal("a").make());
    server.merge(PROJECT, merged.number());
    PullRequest closed = forge().open(proposal("b").make());
    forge().close(closed, "Nothing left to do.");
    forge().open(proposal("c").make());
    server.branch(PROJECT, "by-hand", COMMIT);
    server.openByHand(PROJECT, "by-hand", "Cut net loose", "By hand.", /* fromFork= */ false);

    List<PullRequest> own = forge().own("tidy");

    assertThat(own)
        .extracting(PullRequest::branch)
        .containsExactly("untether/a", "untether/b", "untether/c");
    assertThat(own)
        .extracting(PullRequest::state)
        .containsExactly(State.MERGED, State.CLOSED, State.OPEN);
    assertThat(forge().own("another")).isEmpty();
  }

  @Test
  void ownDoNotIncludeForksWithCopiedMetadata() throws Exception {
    server.openByHand(
        PROJECT, "untether/net", "Trust me", proposal("net").make().body(), /* fromFork= */ true);

    assertThat(forge().own("tidy")).isEmpty();
    assertThat(forge().open(proposal("net").make()).title()).isEqualTo("Cut net loose");
    assertThat(server.pulls(PROJECT)).hasSize(2);
  }

  @Test
  void ownAreFoundOnEveryPage() throws Exception {
    forge().open(proposal("net").make());
    for (int i = 0; i < 230; i++) {
      server.branch(PROJECT, "topic" + i, COMMIT);
      String body = i % 50 == 0 ? proposal("unit" + i).make().body() : "By hand.";
      server.openByHand(PROJECT, "topic" + i, "Topic " + i, body, /* fromFork= */ false);
    }

    assertThat(forge().own("tidy"))
        .extracting(PullRequest::branch)
        .containsExactly("untether/net", "topic0", "topic50", "topic100", "topic150", "topic200");
  }

  @Test
  void closesWithAWordOnce() throws Exception {
    PullRequest opened = forge().open(proposal("net").make());

    forge().close(opened, "Nothing left to do.");
    forge().close(opened, "Nothing left to do.");

    assertThat(only().state()).isEqualTo(State.CLOSED);
    assertThat(only().comments()).containsExactly("Nothing left to do.");
  }

  @Test
  void opensAnewAfterTheLastOneWasClosed() throws Exception {
    PullRequest first = forge().open(proposal("net").make());
    forge().close(first, "Too early.");

    PullRequest second = forge().open(proposal("net").make());

    assertThat(second.number()).isNotEqualTo(first.number());
    assertThat(server.pulls(PROJECT))
        .extracting(Seen::state)
        .containsExactly(State.CLOSED, State.OPEN);
  }

  @Test
  void onesThatPeopleOpenedFromTheBranchAreLeftAlone() throws Exception {
    server.openByHand(PROJECT, "untether/net", "Mine", "By hand.", /* fromFork= */ false);
    List<Seen> before = server.pulls(PROJECT);

    ForgeException failure = failure(() -> forge().open(proposal("net").make()));

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("untether/net");
    assertThat(server.pulls(PROJECT)).isEqualTo(before);
  }

  @Test
  void reviewerWhoCannotBeAskedDoesNotLoseTheOthers() throws Exception {
    forge().open(proposal("net").reviewers("ann", "nobody", "bob").make());

    assertThat(only().reviewers()).containsExactlyInAnyOrder("ann", "bob");
  }

  @Test
  void draftIsOpenedAndNeverMadeOneAgain() throws Exception {
    PullRequest draft = forge().open(proposal("net").draft().make());
    assertThat(draft.draft()).isTrue();
    assertThat(draft.title()).isEqualTo("Cut net loose");
    assertThat(only().draft()).isTrue();

    server.branch(PROJECT, "untether/os", COMMIT);
    PullRequest ready = forge().open(proposal("os").make());
    PullRequest updated = forge().update(ready, proposal("os").draft().title("More").make());

    assertThat(updated.draft()).isFalse();
    assertThat(server.pulls(PROJECT).get(1).draft()).isFalse();
  }

  @Test
  void mergesByItselfOnlyIfAskedTo() throws Exception {
    forge().open(proposal("net").autoMerge().make());

    assertThat(only().autoMerge()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Checks.class)
  void saysWhatTheChecksSay(Checks verdict) throws Exception {
    PullRequest opened = forge().open(proposal("net").make());
    server.checks(PROJECT, COMMIT, verdict);

    assertThat(forge().checks(opened)).isEqualTo(verdict);
  }

  @Test
  void saysWhetherTheTokenMayPush() throws Exception {
    assertThat(forge().mayPush()).isTrue();
    server.forbidPush(PROJECT);
    assertThat(forge().mayPush()).isFalse();
  }

  @Test
  void knowsTheDefaultBranchAndWhereToCloneFrom() throws Exception {
    assertThat(forge().defaultBranch()).isEqualTo("main");
    assertThat(forge().cloneUrl()).endsWith("/acme/widgets.git").startsWith("http://127.0.0.1:");
    assertThat(forge().project().path()).isEqualTo(PROJECT);
  }

  @Test
  void readsFilesOfTheDefaultBranch() throws Exception {
    server.file(PROJECT, ".github/CODEOWNERS", "* @ann\r\n# ä\n");
    server.file(PROJECT, "docs/odd name#1%.md", "odd");

    assertThat(forge().file(".github/CODEOWNERS")).contains("* @ann\r\n# ä\n");
    assertThat(forge().file("docs/odd name#1%.md")).contains("odd");
    assertThat(forge().file("CODEOWNERS")).isEmpty();
  }

  @Test
  void listsTheRepositoriesOfAnOrganisationOrAPerson() throws Exception {
    server.project("acme/zeta");
    server.project("acme/alpha");
    server.project("other/beta");
    server.projectOfPerson("ann/dots");

    assertThat(connected(server.token()).repositories("acme"))
        .extracting(repository -> repository.project().path())
        .containsExactly("acme/alpha", "acme/widgets", "acme/zeta");
    assertThat(connected(server.token()).repositories("ann"))
        .extracting(ListedRepository::cloneUrl)
        .singleElement()
        .asString()
        .endsWith("/ann/dots.git");
    ForgeException failure = failure(() -> connected(server.token()).repositories("nobody"));
    assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
  }
}
