package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.HostedModule.Ended;
import dev.untether.cli.HostedModule.Kind;
import dev.untether.cli.option.ExitCode;
import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.PullRequest.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code migrate --pr}: from a clone to a pull request, over real git and against doubles of
 * forges.
 */
final class MigratePullRequestTest {
  private static final String RECIPE = "drop-load-g-from-crosscall2";
  private static final String BRANCH = "untether/" + RECIPE;

  @TempDir Path scratch;
  private final List<HostedModule> hosts = new ArrayList<>();

  private HostedModule hosted(Kind kind) throws IOException {
    HostedModule made = new HostedModule(scratch, kind);
    hosts.add(made);
    return made;
  }

  @AfterEach
  void close() {
    hosts.forEach(HostedModule::close);
  }

  private static Seen only(HostedModule host) {
    assertThat(host.forge.pulls(HostedModule.PROJECT)).hasSize(1);
    return host.forge.pulls(HostedModule.PROJECT).get(0);
  }

  // What is made.

  @ParameterizedTest
  @EnumSource(Kind.class)
  void onePullRequestIsOpenedAndNothingHereChanges(Kind kind) throws Exception {
    HostedModule host = hosted(kind);
    host.forge.person(HostedModule.PROJECT, "ann");
    host.forge.person(HostedModule.PROJECT, "bob");
    Map<String, List<Byte>> before = GitModule.files(host.clone.directory());

    Ended run =
        host.open("--label", "go,linkname", "--reviewer", "ann", "--assignee", "bob", "--draft");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEmpty();
    Seen pull = only(host);
    assertThat(run.err())
        .contains("1 file changed", "Pull request http", "was opened, branch " + BRANCH);
    assertThat(pull.branch()).isEqualTo(BRANCH);
    assertThat(pull.base()).isEqualTo("main");
    assertThat(pull.title()).isEqualTo("Remove the redundant load_g call from crosscall2");
    assertThat(pull.draft()).isTrue();
    assertThat(pull.labels()).contains("go", "linkname");
    assertThat(pull.reviewers()).containsExactly("ann");
    assertThat(pull.assignees()).containsExactly("bob");
    assertThat(pull.autoMerge()).isFalse();
    assertThat(host.inRemote("show", BRANCH + ":asm_arm64.s") + "\n").isEqualTo(Module.MIGRATED);
    assertThat(host.inRemote("rev-list", "--count", "main.." + BRANCH)).isEqualTo("1");
    assertThat(host.inRemote("fsck", "--strict")).isEmpty();
    assertThat(GitModule.files(host.clone.directory())).isEqualTo(before);
  }

  @Test
  void theBodySaysWhatTheLinkersSayBeforeAndAfterAndHowToDoIt() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);

    assertThat(host.open("--go", "1.24..1.27").exit()).isEqualTo(ExitCode.OK);

    assertThat(only(host).body())
        .contains("runtime.load_g", "asm_arm64.s")
        .contains("untether migrate --write --recipe " + RECIPE + " --go 1.24..1.27 .")
        .contains("\"campaign\":\"migrate\"", "\"unit\":\".\"")
        .doesNotContain(host.forge.token().reveal(), "--pr", "--server");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aSecondRunHasNothingToDo(Kind kind) throws Exception {
    HostedModule host = hosted(kind);
    host.open();
    String refs = host.inRemote("for-each-ref");
    int asked = host.forge.requests().size();

    Ended run = host.open();

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("has them already");
    assertThat(host.inRemote("for-each-ref")).isEqualTo(refs);
    assertThat(host.forge.requests().subList(asked, host.forge.requests().size()))
        .allMatch(request -> request.startsWith("GET "));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aNewBaseMakesTheBranchAnewAndThePullRequestStays(Kind kind) throws Exception {
    HostedModule host = hosted(kind);
    host.open();
    host.clone.module().write("b.go", "package m\n");
    host.clone.commit("Go on");
    host.push("main");

    Ended run = host.open();

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("was updated", "the base moved");
    only(host);
    assertThat(host.inRemote("rev-parse", BRANCH + "~1")).isEqualTo(host.clone.id("main"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whenNothingIsLeftTheOpenOneIsClosedWithAReason(Kind kind) throws Exception {
    HostedModule host = hosted(kind);
    host.open();
    host.clone.module().write("asm_arm64.s", Module.MIGRATED);
    host.clone.commit("Do it by hand");
    host.push("main");

    Ended run = host.open();

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("was closed: nothing is left to do");
    assertThat(only(host).state()).isEqualTo(State.CLOSED);
    assertThat(only(host).comments()).singleElement().asString().contains("nothing is left to do");
    assertThat(host.inRemote("branch", "--list", BRANCH)).isEmpty();
    assertThat(host.open().err()).contains("no pull request is open, and none is needed");
  }

  @Test
  void eachRecipeHasACommitAndNamesAreTheUsersIfGiven() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    CommandRun.copy(Path.of("samples", "fakecgo"), host.clone.directory().resolve("fakecgo"));
    host.clone.commit("Add fakecgo");
    host.push("main");

    Ended run = host.open("--branch", "mine", "--title", "Cut <it>", "--signoff");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(only(host).branch()).isEqualTo("mine");
    assertThat(only(host).title()).isEqualTo("Cut <it>");
    assertThat(host.inRemote("rev-list", "--count", "main..mine")).isEqualTo("2");
    assertThat(host.inRemote("log", "-1", "--format=%(trailers:key=Signed-off-by)", "mine"))
        .contains("gopher@example.com");
    assertThat(host.clone.git("branch", "--list", "mine")).isEmpty();
  }

  @Test
  void severalRecipesGiveTheBranchTheNameOfTheRelease() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    CommandRun.copy(Path.of("samples", "fakecgo"), host.clone.directory().resolve("fakecgo"));
    host.clone.commit("Add fakecgo");
    host.push("main");

    host.open("--go", "1.24..1.27");

    assertThat(only(host).branch()).isEqualTo("untether/go1.27");
  }

  @Test
  void modulesOfOneRepositoryHaveTheirOwnAndLeaveEachOthersAlone() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    for (String module : List.of("a", "b")) {
      host.clone
          .module()
          .write(module + "/go.mod", "module example.com/" + module + "\n\ngo 1.24\n");
      host.clone.module().write(module + "/asm_arm64.s", Module.CROSSCALL2);
    }
    host.clone.commit("Add two");
    host.push("main");
    for (String module : List.of("a", "b", "a")) {
      Ended run = host.run("--pr", host.clone.module().path(module));
      assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    assertThat(host.forge.pulls(HostedModule.PROJECT))
        .extracting(Seen::branch)
        .containsExactly(BRANCH + "-a", BRANCH + "-b");
    assertThat(host.forge.pulls(HostedModule.PROJECT)).allMatch(it -> it.state() == State.OPEN);
  }

  @Test
  void ownersOfTheChangedFilesAreAsked() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.forge.person(HostedModule.PROJECT, "ann");
    host.forge.person(HostedModule.PROJECT, "bob");
    host.clone.module().write(".github/CODEOWNERS", "* @bob\n*.s @ann\n");
    host.clone.commit("Say who owns what");
    host.push("main");

    host.open("--reviewers-from-codeowners");

    assertThat(only(host).reviewers()).containsExactly("ann");
  }

  // What people did is left alone.

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aBranchWithSomebodysCommitIsLeftAlone(Kind kind) throws Exception {
    HostedModule host = hosted(kind);
    host.open();
    String commit = somebodyCommits(host);
    host.clone.module().write("b.go", "package m\n");
    host.clone.commit("Go on");
    host.push("main");

    Ended run = host.open();

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("Work of a person", "left alone");
    assertThat(host.inRemote("rev-parse", BRANCH)).isEqualTo(commit);
  }

  private static String somebodyCommits(HostedModule host) {
    host.clone.git("fetch", "--quiet", host.remote().toString(), BRANCH);
    host.clone.git("switch", "--quiet", "--detach", "FETCH_HEAD");
    host.clone.module().write("mine.txt", "mine\n");
    host.clone.commit("Work of a person");
    host.push("HEAD:refs/heads/" + BRANCH);
    String commit = host.clone.id("HEAD");
    host.clone.git("switch", "--quiet", "main");
    return commit;
  }

  @Test
  void aBranchOfAPersonsWithThatNameIsLeftAlone() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.clone.git("switch", "--quiet", "--create", "mine");
    host.clone.module().write("mine.txt", "mine\n");
    host.clone.commit("Work of a person");
    host.push("mine");
    host.clone.git("switch", "--quiet", "main");

    Ended run = host.open("--branch", "mine");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("the branch mine exists", "Work of a person");
    assertThat(host.inRemote("rev-parse", "mine")).isEqualTo(host.clone.id("mine"));
    assertThat(host.forge.pulls(HostedModule.PROJECT)).isEmpty();
  }

  // What cannot be done, and what to do about it.

  @Test
  void commitsThatNobodyHasSeenAreNotPushed() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.clone.module().write("secret.go", "package m\n");
    host.clone.commit("Not for everybody");

    Ended run = host.open();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("does not have the commit", "push that first");
    assertThat(host.inRemote("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
  }

  @Test
  void aBaseThatTheRemoteDoesNotHaveIsNamed() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.clone.git("switch", "--quiet", "--create", "private");

    Ended run = host.open();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("has no branch private");
    assertThat(host.forge.pulls(HostedModule.PROJECT)).isEmpty();
  }

  @Test
  void withoutATokenItSaysWhichVariableHoldsOne() throws Exception {
    HostedModule host = hosted(Kind.GITHUB).withoutToken();

    Ended run = host.open();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("there is no token for it", "UNTETHER_TOKEN_127_0_0_1");
    assertThat(host.forge.pulls(HostedModule.PROJECT)).isEmpty();
    assertThat(host.inRemote("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void withoutTheRightToPushNothingIsTried(Kind kind) throws Exception {
    HostedModule host = hosted(kind);
    host.forge.forbidPush(HostedModule.PROJECT);

    Ended run = host.open();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("the token may not push branches there");
    assertThat(host.inRemote("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
  }

  @Test
  void aBranchThatAHookProtectsIsSaidToBe() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    Path hook = host.remote().resolve("hooks/pre-receive");
    Files.writeString(
        hook, "#!/bin/sh\necho 'GH006: Protected branch update failed' >&2\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    Ended run = host.open();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains(BRANCH, "rotected");
    assertThat(host.forge.pulls(HostedModule.PROJECT)).isEmpty();
  }

  @Test
  void withoutARemoteThereIsNoPlaceForIt() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.clone.git("remote", "remove", "origin");

    Ended run = host.open();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("has no remote to push to", "git remote add");
  }

  @Test
  void aRemoteThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);

    Ended run = host.open("--remote", "upstream");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("has no remote upstream, but origin");
  }

  @Test
  void aRemoteInTheFileSystemIsNoForge() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.clone.git("remote", "add", "disk", host.remote().toString());

    Ended run = host.open("--remote", "disk");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("its address is that of no forge", "--branch");
  }

  @Test
  void aDetachedHeadNeedsABaseToMergeInto() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.clone.git("switch", "--quiet", "--detach");

    Ended without = host.open();
    Ended commit = host.open("--base", "HEAD~0");
    Ended with = host.open("--base", "main");

    assertThat(without.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(without.err()).contains("HEAD is on no branch", "--base main or --base origin/main");
    assertThat(commit.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(commit.err()).contains("--base HEAD~0: is no branch");
    assertThat(with.exit()).as(with.err()).isEqualTo(ExitCode.OK);
    assertThat(only(host).base()).isEqualTo("main");
  }

  @Test
  void aRemoteTrackingBranchIsABase() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.clone.git("update-ref", "refs/remotes/origin/main", "main");
    host.clone.git("switch", "--quiet", "--detach");

    Ended run = host.open("--base", "origin/main");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(only(host).base()).isEqualTo("main");
  }

  @Test
  void theBranchToMergeIntoIsNotTheBranchToPush() throws Exception {
    Ended run = hosted(Kind.GITHUB).open("--branch", "main");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("--branch main: is the branch to merge into");
  }

  @Test
  void aServerThatIsNoForgeIsSaidToBeUnknown() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.clone.git("remote", "set-url", "origin", host.git.url() + "/" + HostedModule.PROJECT);

    Ended run = host.open();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains(host.git.url(), "--forge");
  }

  @Test
  void theForgeMayAnswerElsewhereThanGit() throws Exception {
    HostedModule host = hosted(Kind.GITEA);
    host.clone.git("remote", "set-url", "origin", host.git.url() + "/" + HostedModule.PROJECT);

    Ended run = host.open("--forge", "gitea", "--server", host.forge.address());

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(only(host).branch()).isEqualTo(BRANCH);
  }

  @Test
  void aTokenThatNobodyTakesIsNeverShown() throws Exception {
    HostedModule host = hosted(Kind.GITLAB).withToken("glpat-thatHasExpired00");

    Ended run = host.open();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("token").doesNotContain("glpat-thatHasExpired00");
  }

  @Test
  void whatPeopleClosedStaysClosedUntilAskedOtherwise() throws Exception {
    HostedModule host = hosted(Kind.GITHUB);
    host.open();
    host.forge.closeByHand(HostedModule.PROJECT, 1);

    Ended again = host.open();
    Ended reopened = host.open("--reopen");

    assertThat(again.exit()).as(again.err()).isEqualTo(ExitCode.OK);
    assertThat(again.err()).contains("was closed without being merged", "--reopen");
    assertThat(reopened.exit()).as(reopened.err()).isEqualTo(ExitCode.OK);
    assertThat(host.forge.pulls(HostedModule.PROJECT))
        .extracting(Seen::state)
        .containsExactly(State.CLOSED, State.OPEN);
  }

  @Test
  void theProofStandsInTheBody() throws Exception {
    BuildMachine.require("proofs in pull requests");
    HostedModule host = hosted(Kind.GITHUB);
    theSampleIn(host);

    Ended run = proven(host, RECIPE);

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEmpty();
    assertThat(only(host).body()).contains("Built with the real toolchain", "linux/arm64");
  }

  @Test
  void whatTheProofTakesBackIsNotPushedAndNothingIsClosedForIt() throws Exception {
    BuildMachine.require("proofs in pull requests");
    HostedModule host = hosted(Kind.GITHUB);
    theSampleIn(host);
    proven(host, RECIPE);

    Ended run = proven(host, "call-what-is-not-there");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("stays open");
    assertThat(only(host).state()).isEqualTo(State.OPEN);
    assertThat(host.inRemote("log", "-p", "--all")).doesNotContain("notThereAtAll");
  }

  private static void theSampleIn(HostedModule host) throws IOException {
    Files.delete(host.clone.directory().resolve("asm_arm64.s"));
    CommandRun.copy(Path.of("samples", "fakecgo"), host.clone.directory());
    host.clone.commit("Add fakecgo");
    host.push("main");
  }

  private static Ended proven(HostedModule host, String recipe)
      throws IOException, InterruptedException {
    return host.open(
        "--verify",
        "--go",
        "1.26",
        "--target",
        "linux/arm64",
        "--recipes",
        "src/test/resources/verify/recipes",
        "--recipe",
        recipe);
  }

  // What does not fit together.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--title x|--title: go with --pr",
        "--draft --label a|--draft, --label: go with --pr",
        "--pr --write|--branch, --pr and --format-patch go without --write and --check",
        "--pr --check|--branch, --pr and --format-patch go without --write and --check",
        "--pr --format-patch d|mails are another way than --pr",
        "--pr --forge sourcehut|expected github, gitlab, gitea, forgejo or gerrit",
        "--pr --forge gerrit --draft --title x|--draft, --title: not with Gerrit",
        "--pr --server code.example.com|--server: expected the address of a forge",
        "--pr --branch a..b|--branch a..b",
        "--base main|go with --branch, --pr or --format-patch",
      })
  void whatDoesNotFitTogetherIsRefused(String arguments, String message) {
    List<String> all = new ArrayList<>(List.of("migrate"));
    all.addAll(List.of(arguments.split(" ")));
    all.add(scratch.toString());

    CommandRun run = CommandRun.of(all.toArray(String[]::new));

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
  }
}
