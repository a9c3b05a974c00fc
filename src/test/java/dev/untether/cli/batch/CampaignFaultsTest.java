package dev.untether.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.batch.CampaignStage.Ran;
import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.ForgeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is told with what to do about it, and keeps nothing else from being done. */
final class CampaignFaultsTest {
  private static final String MONEY = "untether/go1.27/example-money";
  private static final String PLATFORM = "untether/go1.27/example-platform";

  private final CampaignStage stage;
  private final String file;

  CampaignFaultsTest(@TempDir Path directory) throws IOException {
    stage = CampaignStage.ofSample(directory, ForgeKind.GITLAB);
    file = stage.campaign().toString();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aBrokenCampaignFileIsToldWithLineAndColumn() {
    String broken =
        stage.write("broken.yaml", "name: x\nsources:\n  - path: .\nspit: {}\n").toString();

    assertThat(stage.batch("plan", broken).exits(3).err()).contains("broken.yaml:4:1: error: ");
    assertThat(stage.batch("apply", broken).exits(3).err()).contains("broken.yaml:4:1: error: ");
    assertThat(stage.write("none.yaml", "name: [\n")).exists();
    assertThat(stage.batch("status", stage.root().resolve("none.yaml").toString()).exits(3).err())
        .containsPattern("none.yaml:[12]:[0-9]+: error: ");
  }

  @Test
  void aCampaignFileThatIsNotThereIsToldByName() {
    String missing = stage.root().resolve("missing.yaml").toString();

    assertThat(stage.batch("plan", missing).exits(3).err()).contains("missing.yaml");
    assertThat(stage.batch("apply").exits(2).err()).contains("FILE");
  }

  @Test
  void aForgeThatThereIsNotIsAMistake() {
    assertThat(stage.batch("plan", "--forge", "bitkeeper", file).exits(2).err())
        .contains("--forge bitkeeper: expected github, gitlab or gitea");
  }

  @Test
  void aServerThatIsNoForgeIsToldOf() {
    stage.inUser("remote", "set-url", "origin", stage.server.url() + "/example/monorepo.git");

    assertThat(stage.batch("apply", file).exits(3).out())
        .contains("which forge is at " + stage.server.url() + " cannot be told")
        .contains("say it with --forge");
    assertThat(stage.writes()).isEmpty();
  }

  @Test
  void withoutATokenNothingIsDone() {
    stage.environment.remove("UNTETHER_TOKEN_127_0_0_1");

    assertThat(stage.batch("apply", file).exits(3).out()).contains("UNTETHER_TOKEN_127_0_0_1");
    assertThat(stage.writes()).isEmpty();
  }

  @Test
  void aTokenThatTheServerDoesNotKnowIsToldOf() {
    stage.environment.put("UNTETHER_TOKEN_127_0_0_1", "glpat-wrong");

    Ran ran = stage.batch("apply", file).exits(3);

    assertThat(ran.out()).contains("blocked", "401").doesNotContain("glpat-wrong");
    assertThat(stage.writes()).isEmpty();
  }

  @Test
  void whoMayNotPushIsToldBeforeAnythingIsTried() {
    stage.forge.forbidPush(CampaignStage.PROJECT);

    assertThat(stage.batch("apply", file).exits(3).out())
        .contains("the token may not push branches there");
    assertThat(stage.writes()).isEmpty();
  }

  @Test
  void aHookOfTheServerThatRefusesOneBranchRefusesThatAlone() throws IOException {
    stage.hook(
        "pre-receive",
        """
        while read old new ref; do
          case $ref in *money*) echo "money is frozen this week" >&2; exit 1;; esac
        done
        """);

    Ran ran = stage.batch("apply", file).exits(3);

    assertThat(ran.out()).containsPattern("@example/money .* failed .*money is frozen this week");
    assertThat(stage.open()).extracting(Seen::branch).containsExactly(PLATFORM);
  }

  @Test
  void aBranchThatIsProtectedIsNotForced() throws IOException {
    stage.hook(
        "update",
        "echo 'GitLab: You are not allowed to push code to protected branches on this project.' >&2; exit 1\n");

    Ran ran = stage.batch("apply", file).exits(3);

    assertThat(ran.out()).contains("protected");
    assertThat(stage.branches()).isEmpty();
    assertThat(stage.open()).isEmpty();
  }

  @Test
  void aBranchOfThatNameWithSomebodysCommitsIsLeftAlone() {
    String commit = stage.somebodyCommits(MONEY);

    Ran ran = stage.batch("apply", file).exits(0);

    assertThat(ran.out()).containsPattern("@example/money .* left .*Work of somebody");
    assertThat(stage.inRemote("rev-parse", MONEY)).isEqualTo(commit);
    assertThat(stage.open()).extracting(Seen::branch).containsExactly(PLATFORM);
  }

  @Test
  void aDetachedHeadIsNoBranchToChange() {
    stage.inUser("checkout", "--quiet", "--detach");

    assertThat(stage.batch("apply", file).exits(3).err()).contains("is on no branch", "git switch");
    assertThat(stage.writes()).isEmpty();
  }

  @Test
  void withoutARemoteThereIsNothingToPushTo() {
    stage.inUser("remote", "remove", "origin");

    assertThat(stage.batch("apply", file).exits(3).out())
        .contains("has no remote to push to; add one with `git remote add`");
    assertThat(stage.batch("plan", "--offline", file).exits(0).err()).contains("2 planned");
  }

  @Test
  void commitsThatWereNeverPushedAreNotPublished() {
    stage.inUser("commit", "--quiet", "--allow-empty", "-m", "Not for everybody");

    assertThat(stage.batch("apply", file).exits(3).out()).contains("does not have the commit");
    assertThat(stage.writes()).isEmpty();

    // Nor by way of a branch that the server does not know.
    stage.inUser("switch", "--quiet", "--create", "mine");
    assertThat(stage.batch("apply", file).exits(3).out()).contains("has no branch mine");
    assertThat(stage.writes()).isEmpty();
  }

  @Test
  void norByWayOfAShallowClone() {
    CampaignStage.git(
        stage.root(),
        "clone",
        "--quiet",
        "--depth=1",
        stage.remote(CampaignStage.PROJECT).toUri().toString(),
        "shallow");
    Path shallow = stage.root().resolve("shallow");
    CampaignStage.git(
        shallow, "remote", "set-url", "origin", stage.forge.address() + "/example/monorepo.git");
    CampaignStage.git(
        shallow,
        "-c",
        "user.name=G",
        "-c",
        "user.email=g@example.com",
        "commit",
        "--quiet",
        "--allow-empty",
        "-m",
        "Not for everybody");
    String other = other("- path: shallow");

    assertThat(stage.batch("apply", other).exits(3).out()).contains("does not have the commit");
    assertThat(stage.writes()).isEmpty();

    CampaignStage.git(shallow, "reset", "--quiet", "--hard", "HEAD~1");
    assertThat(stage.batch("apply", other).exits(0).err()).contains("2 opened");
  }

  @Test
  void aRepositoryThatCannotBeClonedKeepsNoOtherFromGoingOn() {
    String remote = stage.forge.address() + "/example/monorepo.git";
    String gone = stage.forge.address() + "/example/gone.git";
    String other = other("- repository: " + gone + "\n  - repository: " + remote);

    Ran ran = stage.batch("apply", other).exits(3);

    assertThat(ran.err()).contains("example/gone.git: ", "cannot be").contains("2 opened");
    assertThat(stage.open()).hasSize(2);
    List<String> writes = stage.writes();
    stage.batch("apply", other).exits(3);
    assertThat(stage.writes()).isEqualTo(writes);
  }

  private String other(String source) {
    try {
      String text = Files.readString(Path.of(file));
      return stage.write("other.yaml", text.replace("- path: monorepo", source)).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
