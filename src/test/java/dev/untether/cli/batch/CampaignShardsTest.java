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

/** Several machines do together what one would do. */
final class CampaignShardsTest {
  private final CampaignStage stage;

  CampaignShardsTest(@TempDir Path directory) throws IOException {
    stage = CampaignStage.ofSample(directory, ForgeKind.GITLAB);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void threeShardsTogetherPlanWhatOneMachineWould() throws IOException {
    String file = byModule();
    stage.batch("plan", "--offline", "--results", at("whole.jsonl"), file).exits(0);
    for (int i = 1; i <= 3; i++) {
      String shard = i + "/3";
      stage
          .batch("plan", "--offline", "--shard", shard, "--results", at(i + ".jsonl"), file)
          .exits(0);
    }

    Ran merged =
        stage
            .batch(
                "merge", "--results", at("all.jsonl"), at("3.jsonl"), at("1.jsonl"), at("2.jsonl"))
            .exits(0);

    assertThat(merged.err()).contains("4 planned; of 3 files");
    assertThat(units("all.jsonl")).isEqualTo(units("whole.jsonl")).hasSize(4);
  }

  @Test
  void aMissingShardIsToldOf() {
    String file = byModule();
    stage.batch("plan", "--offline", "--shard", "1/3", "--results", at("1.jsonl"), file).exits(0);

    assertThat(stage.batch("merge", at("1.jsonl")).exits(3).err())
        .contains("missing shards: 2/3, 3/3");
  }

  @Test
  void theVariablesOfAJobArraySayWhichShardItIs() {
    String file = byModule();
    for (int i = 0; i < 2; i++) {
      stage.environment.put("JOB_COMPLETION_INDEX", Integer.toString(i));
      stage.environment.put("UNTETHER_SHARDS", "2");
      String results = at("job" + i + ".jsonl");
      stage.batch("apply", "--shard", "auto", "--results", results, file).exits(0);
    }
    stage.environment.remove("JOB_COMPLETION_INDEX");
    stage.environment.remove("UNTETHER_SHARDS");

    assertThat(stage.batch("merge", at("job0.jsonl"), at("job1.jsonl")).exits(0).err())
        .contains("4 opened; of 2 files");
    assertThat(stage.open()).extracting(Seen::branch).hasSize(4).doesNotHaveDuplicates();
    assertThat(stage.batch("apply", file).exits(0).err()).contains("4 unchanged");
  }

  @Test
  void variablesThatContradictEachOtherAreAMistake() {
    String file = byModule();
    stage.environment.put("JOB_COMPLETION_INDEX", "0");
    assertThat(stage.batch("plan", "--shard", "auto", file).exits(2).err())
        .contains("--shard auto", "UNTETHER_SHARDS");

    stage.environment.put("UNTETHER_SHARDS", "2");
    stage.environment.put("CI_NODE_INDEX", "2");
    stage.environment.put("CI_NODE_TOTAL", "2");
    assertThat(stage.batch("plan", "--shard", "auto", file).exits(2).err())
        .contains("a Kubernetes Indexed Job name shard 1/2, those of GitLab 2/2")
        .doesNotContain("--shard auto: --shard auto");

    assertThat(stage.batch("plan", "--shard", "1/3", "--shards", "4", file).exits(2).err())
        .contains("--shard 1/3: of 3 parts, but --shards 4");
    assertThat(stage.batch("plan", "--shard", "4/3", file).exits(2).err()).contains("--shard 4/3");
  }

  @Test
  void aWaveHoldsUpTheUnitsOfAllShards() {
    String file = stage.campaignWithWaves().toString();

    for (int i = 1; i <= 3; i++) {
      stage.batch("apply", "--shard", i + "/3", file).exits(0);
    }

    assertThat(stage.open())
        .extracting(Seen::branch)
        .containsExactly("untether/go1.27/example-money");
  }

  /** Writes the sample's campaign with a pull request for each module. */
  private String byModule() {
    try {
      String text = Files.readString(stage.campaign());
      return stage
          .write("campaign.yaml", text.replace("by: owner\n  max-files: 50", "by: module"))
          .toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String at(String name) {
    return stage.root().resolve(name).toString();
  }

  /** Returns what a file of results says of units. */
  private List<String> units(String name) throws IOException {
    return Files.readAllLines(stage.root().resolve(name)).stream()
        .filter(line -> line.contains("\"unit\""))
        .sorted()
        .toList();
  }
}
