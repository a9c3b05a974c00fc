package dev.untether.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.batch.CampaignStage.Ran;
import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.Metadata;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.description.MetadataBlock;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample monorepo goes from a plan to merged pull requests, on every forge. */
final class CampaignTest {
  private static final String MONEY = "untether/go1.27/example-money";
  private static final String PLATFORM = "untether/go1.27/example-platform";

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GERRIT")
  void everyOwnerGetsOnePullRequestAndTheSecondRunHasNothingToDo(ForgeKind kind) throws Exception {
    try (CampaignStage stage = CampaignStage.ofSample(directory, kind)) {
      String file = stage.campaign().toString();
      Map<String, String> before = stage.snapshot();

      Ran plan = stage.batch("plan", "--diff", file).exits(0);
      assertThat(plan.out())
          .contains("monorepo/@example/money", "monorepo/@example/platform", "opened")
          .contains("--- a/libs/rand/rand.go", "+++ b/services/billing/main.go");
      stage.batch("plan", "--check", file).exits(1);
      assertThat(stage.writes()).isEmpty();

      assertThat(stage.batch("apply", file).exits(0).err()).contains("2 opened");
      assertThat(stage.branches()).containsExactly(MONEY, PLATFORM);
      List<Seen> pulls = byBranch(stage.open());
      assertThat(pulls).extracting(Seen::branch).containsExactly(MONEY, PLATFORM);
      requireDescribed(stage, pulls.get(0), "@example/money", "services/billing/main.go");
      requireDescribed(stage, pulls.get(1), "@example/platform", "libs/rand/rand.go");
      if (kind != ForgeKind.GITLAB) {
        // Groups cannot be asked for a review there.
        assertThat(pulls.get(0).reviewers()).containsExactly("example/money");
        assertThat(pulls.get(1).reviewers()).containsExactly("example/platform");
      }
      assertThat(stage.inRemote("diff", "--name-only", "main", PLATFORM).lines())
          .containsExactly("libs/clock/clock.go", "libs/hash/hash.go", "libs/rand/rand.go");

      List<String> writes = stage.writes();
      assertThat(stage.batch("apply", file).exits(0).err()).contains("2 unchanged");
      stage.batch("plan", "--check", file).exits(0);
      assertThat(stage.writes()).isEqualTo(writes);
      assertThat(stage.snapshot()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GERRIT")
  void statusGoesByTheCodeAndNotByTheMerge(ForgeKind kind) throws Exception {
    try (CampaignStage stage = CampaignStage.ofSample(directory, kind)) {
      String file = stage.campaign().toString();
      assertThat(stage.batch("status", file).exits(0).err()).contains("2 not-started; 2 of 2 left");
      stage.batch("apply", file).exits(0);
      assertThat(stage.batch("status", file).exits(0).err()).contains("2 open; 2 of 2 left");
      List<Seen> pulls = byBranch(stage.open());

      stage.merge(pulls.get(0));
      // The forge says merged, and somebody reverted it before anybody looked.
      stage.forge.merge(CampaignStage.PROJECT, pulls.get(1).number());
      Ran status = stage.batch("status", file).exits(0);

      assertThat(status.out()).containsPattern("@example/money +migrated");
      assertThat(status.out()).containsPattern("@example/platform +merged-not-migrated");
      assertThat(stage.batch("apply", file).exits(0).err()).contains("1 opened", "1 cleaned");
      assertThat(stage.open()).hasSize(1);
      assertThat(stage.open().get(0).branch()).startsWith(PLATFORM + "-");
      stage.merge(stage.open().get(0));
      stage.batch("apply", file).exits(0);
      assertThat(stage.batch("status", file).exits(0).err()).contains("2 migrated; 0 of 2 left");
      stage.batch("plan", "--check", file).exits(0);
    }
  }

  private static void requireDescribed(CampaignStage stage, Seen pull, String owner, String file) {
    assertThat(pull.title()).isEqualTo("Ready for Go 1.27: " + owner);
    assertThat(pull.base()).isEqualTo("main");
    assertThat(pull.state()).isEqualTo(State.OPEN);
    assertThat(pull.labels()).isEqualTo(Set.of("go1.27"));
    assertThat(pull.draft()).isFalse();
    assertThat(pull.autoMerge()).isFalse();
    assertThat(pull.body())
        .contains("`nanotime-to-time`", "`runtime.nanotime`", "`" + file + "`")
        .contains("untether migrate --write --recipe", ".untether-ignore");
    Metadata metadata = MetadataBlock.in(pull.body()).orElseThrow();
    assertThat(metadata.campaign()).isEqualTo("go1.27");
    assertThat(metadata.unit()).isEqualTo(owner);
    assertThat(metadata.base()).isEqualTo(stage.inRemote("rev-parse", "main"));
    assertThat(metadata.recipes()).contains("nanotime-to-time@1");
    assertThat(stage.inRemote("log", "--format=%an <%ae>", "main.." + pull.branch()))
        .isEqualTo("Gopher <gopher@example.com>");
  }

  private static List<Seen> byBranch(List<Seen> pulls) {
    return pulls.stream().sorted(Comparator.comparing(Seen::branch)).toList();
  }
}
