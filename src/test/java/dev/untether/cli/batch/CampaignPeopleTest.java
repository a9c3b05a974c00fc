package dev.untether.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.batch.CampaignStage.Ran;
import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.PullRequest.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do while a campaign goes on is theirs, and what they have is left as it is. */
final class CampaignPeopleTest {
  private static final String MONEY = "untether/go1.27/example-money";
  private static final String PLATFORM = "untether/go1.27/example-platform";

  /** How many runs are killed; more take more time, and find no more. */
  private static final int KILLED = Integer.getInteger("untether.killed-runs", 5);

  private final CampaignStage stage;
  private String file = "";

  CampaignPeopleTest(@TempDir Path directory) throws IOException {
    stage = CampaignStage.ofSample(directory, ForgeKind.GITLAB);
  }

  @BeforeEach
  void campaign() {
    file = stage.campaign().toString();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aBranchThatSomebodyWorksOnIsLeftAlone() {
    stage.batch("apply", file).exits(0);
    String commit = stage.somebodyCommits(MONEY);
    moveBase();

    Ran ran = stage.batch("apply", file).exits(0);

    assertThat(ran.out()).containsPattern("@example/money .* left .*Work of somebody");
    assertThat(ran.err()).contains("1 updated", "1 left");
    assertThat(stage.inRemote("rev-parse", MONEY)).isEqualTo(commit);
    assertThat(stage.inRemote("merge-base", "main", PLATFORM))
        .isEqualTo(stage.inRemote("rev-parse", "main"));
    assertThat(stage.open()).hasSize(2);
  }

  @Test
  void whatSomebodyClosedStaysClosedUntilToldOtherwise() {
    stage.batch("apply", file).exits(0);
    Seen money = pull(MONEY);
    stage.forge.closeByHand(CampaignStage.PROJECT, money.number());

    Ran again = stage.batch("apply", file).exits(0);
    assertThat(again.out()).containsPattern("@example/money .* skipped .*--reopen");
    assertThat(stage.open()).hasSize(1);
    stage.batch("plan", "--check", file).exits(0);

    assertThat(stage.batch("apply", "--reopen", file).exits(0).err()).contains("1 opened");
    assertThat(stage.open()).hasSize(2);
    assertThat(stage.batch("apply", "--reopen", file).exits(0).err()).contains("2 unchanged");
  }

  @Test
  void closingSaysWhatItWouldDoAndDoesItWhenTold() {
    stage.batch("apply", file).exits(0);
    List<String> writes = stage.writes();

    Ran dry = stage.batch("close", file).exits(0);
    assertThat(dry.err()).contains("2 closed").contains("Nothing was done; --yes does it");
    assertThat(stage.writes()).isEqualTo(writes);

    stage.batch("close", "--yes", file).exits(0);
    assertThat(stage.open()).isEmpty();
    assertThat(stage.pulls()).extracting(Seen::state).containsOnly(State.CLOSED);
    assertThat(stage.branches()).isEmpty();
    stage.batch("close", "--yes", file).exits(0);
    // What we closed ourselves is no word of anybody's against it.
    assertThat(stage.batch("apply", file).exits(0).err()).contains("2 opened");
  }

  @Test
  void theCanaryGoesFirstAndAlone() {
    file = stage.campaignWithWaves().toString();

    Ran first = stage.batch("apply", file).exits(0);
    assertThat(stage.open()).extracting(Seen::branch).containsExactly(MONEY);
    assertThat(first.out()).containsPattern("@example/platform .* waiting .*canary");
    List<String> writes = stage.writes();
    stage.batch("apply", file).exits(0);
    assertThat(stage.writes()).isEqualTo(writes);

    stage.merge(pull(MONEY));
    stage.batch("apply", file).exits(0);
    assertThat(stage.open()).extracting(Seen::branch).containsExactly(PLATFORM);
  }

  @Test
  void whatIsNotCommittedIsNeitherPushedNorLost() throws Exception {
    Path rand = stage.user().resolve("libs/rand/rand.go");
    Files.writeString(rand, "package rand // work in progress\n");
    Files.writeString(stage.user().resolve("untracked.go"), "package main\n");
    stage.inUser("add", "libs/rand/rand.go");
    Files.writeString(rand, "package rand // more of it\n");
    Map<String, String> before = stage.snapshot();

    stage.batch("apply", file).exits(0);

    assertThat(stage.snapshot()).isEqualTo(before);
    assertThat(stage.inRemote("show", PLATFORM + ":libs/rand/rand.go"))
        .contains("math/rand/v2")
        .doesNotContain("work in progress", "more of it");
    assertThat(stage.inRemote("ls-tree", "-r", "--name-only", PLATFORM))
        .doesNotContain("untracked.go");
  }

  @Test
  void theForgeMayAnswerElsewhereThanTheRemote() {
    String port = stage.server.url();
    stage.inUser("remote", "set-url", "origin", port + "/" + CampaignStage.PROJECT + ".git");

    assertThat(stage.batch("apply", file).exits(3).out()).contains("--forge", "--server");
    assertThat(stage.writes()).isEmpty();

    String said = "127.0.0.1=" + stage.forge.address() + "/";
    assertThat(stage.batch("apply", "--server", said, file).exits(0).err()).contains("2 opened");
    assertThat(stage.open()).hasSize(2);
    Ran again = stage.batch("apply", "--server", stage.forge.address(), file).exits(0);
    assertThat(again.err()).contains("2 unchanged");
  }

  @Test
  void aServerThatIsNoneIsRefused() {
    assertThat(stage.batch("plan", "--server", "ftp://u:secret@x", file).exits(2).err())
        .contains("--server: expected the address of a forge such as https://code.example.com")
        .doesNotContain("secret");
  }

  @Test
  void killedRunsLoseNothingAndDoNothingTwice() throws Exception {
    Map<String, String> before = stage.snapshot();
    String text = Files.readString(Path.of(file));
    Random random = new Random(6);
    for (int i = 0; i < KILLED; i++) {
      String name = "killed" + i;
      file =
          stage
              .write(name + ".yaml", text.replace("name: go1.27\n", "name: " + name + "\n"))
              .toString();
      Process process = stage.start("apply", file);
      process.waitFor(1_200 + random.nextInt(2_500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();

      stage.batch("apply", file).exits(0);

      String prefix = "untether/" + name + "/";
      assertThat(stage.pulls().stream().map(Seen::branch).filter(it -> it.startsWith(prefix)))
          .containsExactlyInAnyOrder(prefix + "example-money", prefix + "example-platform");
      assertThat(stage.branches().stream().filter(it -> it.startsWith(prefix)))
          .containsExactlyInAnyOrder(prefix + "example-money", prefix + "example-platform")
          .allSatisfy(
              branch ->
                  assertThat(stage.inRemote("rev-list", "--count", "main.." + branch))
                      .isEqualTo("1"));
      assertThat(stage.batch("apply", file).exits(0).err()).contains("2 unchanged");
    }
    assertThat(stage.snapshot()).isEqualTo(before);
    assertThat(stage.inRemote("fsck", "--strict", "--no-dangling"))
        .doesNotContain("error", "missing");
  }

  private Seen pull(String branch) {
    return stage.pulls().stream()
        .filter(it -> it.branch().equals(branch))
        .findFirst()
        .orElseThrow();
  }

  /** Moves the base branch, and the clone with it. */
  private void moveBase() {
    stage.somebodyCommits("main");
    stage.pull();
  }
}
