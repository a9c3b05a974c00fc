package dev.untether.campaign.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.shard.ShardVariables;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The manifests that people start from are what the systems read, and what the tool understands.
 */
final class ManifestsTest {
  private static final Path FOLDER = Path.of("src", "docs", "manifests");

  static Stream<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyManifestIsCommentedAndRunsOneShardWithResults(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(text.lines().filter(line -> line.strip().startsWith("#"))).hasSizeGreaterThan(2);
    assertThat(text).contains("batch", "apply", "--shard", "auto", "--results", "batch merge");
    assertThat(Files.readString(FOLDER.resolveSibling("batch.md")))
        .contains("manifests/" + file.getFileName());
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyManifestCanBeRead(Path file) throws IOException, InterruptedException {
    if (file.toString().endsWith(".sh")) {
      Process bash = new ProcessBuilder("bash", "-n", file.toString()).inheritIO().start();
      assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(bash.exitValue()).isZero();
    } else {
      assertThat(yaml(file)).isInstanceOf(Map.class);
    }
  }

  @Test
  void kubernetesRunsAsManyPodsAsItTellsThem() throws IOException {
    Map<?, ?> spec = map(yaml(FOLDER.resolve("kubernetes-indexed-job.yaml")), "spec");
    List<?> containers = list(map(map(spec, "template"), "spec"), "containers");
    List<?> environment = list(containers.get(0), "env");
    String shards =
        environment.stream()
            .map(ManifestsTest::map)
            .filter(variable -> ShardVariables.TOTAL.equals(variable.get("name")))
            .map(variable -> String.valueOf(variable.get("value")))
            .findFirst()
            .orElseThrow();

    assertThat(spec.get("completionMode")).isEqualTo("Indexed");
    assertThat(String.valueOf(spec.get("completions"))).isEqualTo(shards);
    assertThat(
            ShardVariables.of(
                Map.of("JOB_COMPLETION_INDEX", "0", ShardVariables.TOTAL, shards),
                OptionalInt.empty()))
        .hasToString("1/" + shards);
  }

  @Test
  void slurmRunsAsManyTasksAsItTellsThem() throws IOException {
    String text = Files.readString(FOLDER.resolve("slurm.sh"));

    assertThat(text).contains("#SBATCH --array=0-15%4\n", ShardVariables.TOTAL + "=16\n");
  }

  @Test
  void theSampleCampaignIsFoundAndRead() throws IOException {
    Path file = Path.of("samples", "monorepo", "untether-campaign.yaml");

    assertThat(CampaignReader.read(file).problems()).isEmpty();
    assertThat(SourceText.of(Files.readString(file)).toString())
        .startsWith("# yaml-language-server: $schema=")
        .contains("by: owner", "canary", "limits:");
    Path schema =
        file.resolveSibling("../../src/main/resources/dev/untether/campaign/campaign.schema.json");
    assertThat(Files.exists(schema)).isTrue();
  }

  private static Object yaml(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static Map<?, ?> map(Object value, String key) {
    Object field = map(value).get(key);
    assertThat(field).as(key).isNotNull();
    return field instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Object value, String key) {
    return map(value).get(key) instanceof List<?> list ? list : List.of();
  }
}
