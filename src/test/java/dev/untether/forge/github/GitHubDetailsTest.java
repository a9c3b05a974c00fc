package dev.untether.forge.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.forge.Checks;
import dev.untether.forge.FakeTime;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.LoopbackForge;
import dev.untether.forge.Proposal;
import dev.untether.forge.ProposalDraft;
import dev.untether.forge.PullRequest;
import dev.untether.forge.http.HttpTransport;
import dev.untether.forge.http.Patience;
import dev.untether.forge.http.Transport;
import dev.untether.git.Secret;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only GitHub has, or does in its own way. */
final class GitHubDetailsTest {
  private static final String PROJECT = "acme/widgets";
  private static final String COMMIT = "1234567890123456789012345678901234567890";

  private final GitHubDouble server = new GitHubDouble();
  private final FakeTime time = new FakeTime();

  @BeforeEach
  void addProject() {
    server.project(PROJECT);
    server.branch(PROJECT, "untether/net", COMMIT);
    server.person(PROJECT, "ann");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void opensNormallyWhereThereAreNoDrafts() throws Exception {
    server.place(PROJECT).drafts = false;

    PullRequest opened = forge().open(new ProposalDraft("net").draft().make());

    assertThat(opened.draft()).isFalse();
    assertThat(server.pulls(PROJECT)).hasSize(1);
  }

  @Test
  void teamsAreAskedByTheirShortName() throws Exception {
    server.team(PROJECT, "runtime");

    forge().open(new ProposalDraft("net").reviewers("acme/runtime", "acme/gone", "ann").make());

    assertThat(server.place(PROJECT).pulls.get(0).teams).containsExactly("runtime");
    assertThat(server.place(PROJECT).pulls.get(0).reviewers).containsExactly("ann");
  }

  @Test
  void reviewerWhoHasAnsweredIsNotAskedAgain() throws Exception {
    server.team(PROJECT, "runtime");
    Proposal proposal = new ProposalDraft("net").reviewers("Ann", "acme/runtime").make();
    server.person(PROJECT, "Ann");
    PullRequest opened = forge().open(proposal);
    GitHubPlace.GitHubPull pull = server.place(PROJECT).pulls.get(0);
    pull.reviewers.clear();
    pull.teams.clear();
    pull.reviewed.add("ann");

    forge().update(opened, proposal);

    assertThat(pull.reviewers).isEmpty();
    assertThat(pull.teams).isEmpty();
  }

  @Test
  void bodyThatTheWebPageGaveOtherLineEndsIsTheSame() throws Exception {
    Proposal proposal = new ProposalDraft("net").make();
    PullRequest opened = forge().open(proposal);
    server.reword(PROJECT, opened.number(), opened.title(), opened.body());
    int asked = server.requests().size();

    forge().update(opened, proposal);

    assertThat(server.requests().subList(asked, server.requests().size()))
        .allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void baseIsChangedWithTheProposal() throws Exception {
    server.branch(PROJECT, "release", COMMIT);
    PullRequest opened = forge().open(new ProposalDraft("net").make());
    Proposal main = new ProposalDraft("net").make();

    forge()
        .update(
            opened,
            new Proposal(
                main.branch(),
                "release",
                main.title(),
                main.body(),
                main.metadata(),
                main.draft(),
                main.labels(),
                main.reviewers(),
                main.assignees(),
                main.autoMerge()));

    assertThat(server.pulls(PROJECT).get(0).base()).isEqualTo("release");
  }

  @Test
  void mergeThatCannotWaitIsLeftToPeople() throws Exception {
    server.place(PROJECT).clean = true;

    forge().open(new ProposalDraft("net").autoMerge().make());

    assertThat(server.pulls(PROJECT).get(0).autoMerge()).isFalse();
  }

  @Test
  void autoMergeThatTheProjectDoesNotAllowIsSaidToBe() {
    server.place(PROJECT).autoMergeAllowed = false;

    assertThatThrownBy(() -> forge().open(new ProposalDraft("net").autoMerge().make()))
        .isInstanceOf(ForgeException.class)
        .hasMessageContaining("#1 is open")
        .hasMessageContaining("Auto merge is not allowed");
    assertThat(server.pulls(PROJECT)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                                |         | NONE",
        "completed/success completed/skipped             |         | PASSED",
        "completed/success queued/                       |         | PENDING",
        "completed/success                               | pending | PENDING",
        "completed/success                               | success | PASSED",
        "in_progress/ completed/timed_out                | success | FAILED",
        "completed/action_required                       |         | FAILED",
        "completed/neutral                               | failure | FAILED",
      })
  void statusesAndCheckRunsCountTogether(
      @Nullable String runs, @Nullable String statuses, Checks verdict) throws Exception {
    PullRequest opened = forge().open(new ProposalDraft("net").make());
    server.place(PROJECT).runs.put(COMMIT, words(runs));
    server.place(PROJECT).statuses.put(COMMIT, words(statuses));

    assertThat(forge().checks(opened)).isEqualTo(verdict);
  }

  private static List<String> words(@Nullable String text) {
    return text == null ? List.of() : Arrays.asList(text.strip().split(" +"));
  }

  @Test
  void directoryIsNoFile() throws Exception {
    server.file(PROJECT, "docs/CODEOWNERS/README", "not that");

    assertThat(forge().file("docs/CODEOWNERS")).isEmpty();
  }

  @Test
  void limitThatIsUsedUpIsRespectedBeforeItIsExceeded() throws Exception {
    server.left = 1;
    Forge forge = forge();

    forge.defaultBranch();
    assertThatThrownBy(forge::defaultBranch)
        .isInstanceOfSatisfying(
            ForgeException.class,
            e -> assertThat(e.reason()).isEqualTo(ForgeException.Reason.LIMITED));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void commentIsWrittenOnceThoughItsAnswerWasLost() throws Exception {
    PullRequest opened = forge().open(new ProposalDraft("net").make());
    server.fault("POST /api/v3/repos/acme/widgets/issues", LoopbackForge.Harm.CUT_AFTER, 1);

    forge().close(opened, "Enough.");

    assertThat(server.pulls(PROJECT).get(0).comments()).containsExactly("Enough.");
    assertThat(server.pulls(PROJECT).get(0).state()).isEqualTo(PullRequest.State.CLOSED);
  }

  @Test
  void publicProjectsCanBeReadWithoutAToken() throws Exception {
    Forge forge =
        server
            .connect(Optional.empty(), transport(), time.timing(Patience.usual()))
            .project(PROJECT);

    assertThat(forge.defaultBranch()).isEqualTo("main");
    assertThatThrownBy(() -> forge.open(new ProposalDraft("net").make()))
        .isInstanceOf(ForgeException.class)
        .hasMessageContaining("there is no token: give one");
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com, https://api.github.com/repos/acme/widgets",
    "https://GitHub.com/, https://api.github.com/repos/acme/widgets",
    "https://acme.ghe.com, https://api.acme.ghe.com/repos/acme/widgets",
    "https://code.example.com, https://code.example.com/api/v3/repos/acme/widgets",
    "https://github.com.example.com, https://github.com.example.com/api/v3/repos/acme/widgets",
  })
  void interfaceIsWhereTheServerHasIt(String address, String expected) throws Exception {
    List<URI> asked = new ArrayList<>();
    Transport nowhere =
        request -> {
          asked.add(request.uri());
          throw new ConnectException("no network in tests");
        };
    Forge forge =
        GitHubServer.at(
                address,
                Optional.of(Secret.of("t")),
                nowhere,
                time.timing(Patience.usual()),
                /* plainAllowed= */ false)
            .project(PROJECT);

    assertThatThrownBy(forge::defaultBranch).isInstanceOf(ForgeException.class);
    assertThat(asked).isNotEmpty().allMatch(uri -> uri.toString().equals(expected));
  }

  @Test
  void oddProjectNamesStayNames() throws Exception {
    assertThatThrownBy(
            () ->
                server
                    .connect(
                        Optional.of(server.token()), transport(), time.timing(Patience.usual()))
                    .project("acme/../../user?x=#")
                    .defaultBranch())
        .isInstanceOfSatisfying(
            ForgeException.class,
            e -> assertThat(e.reason()).isEqualTo(ForgeException.Reason.NOT_FOUND));
    assertThat(server.requests().get(0))
        .startsWith("GET /api/v3/repos/acme/%2E%2E/%2E%2E/user%3Fx%3D%23 ");
  }

  private Forge forge() throws ForgeException {
    return server
        .connect(Optional.of(server.token()), transport(), time.timing(Patience.usual()))
        .project(PROJECT);
  }

  private static Transport transport() {
    return new HttpTransport(Duration.ofSeconds(5), ProxySelector.of(null));
  }
}
