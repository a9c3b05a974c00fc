package dev.untether.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.BuildMachine;
import dev.untether.cli.batch.CampaignStage.Ran;
import dev.untether.cli.option.UserDirectories;
import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.ForgeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code verify: true} the real toolchain has a say in what is pushed. */
final class CampaignProofTest {
  private final CampaignStage stage;

  @BeforeAll
  static void onTheBuildMachineOnly() {
    BuildMachine.require("proofs of campaigns");
  }

  CampaignProofTest(@TempDir Path directory) throws IOException {
    stage = CampaignStage.ofSample(directory, ForgeKind.GITLAB);
    // The standard library is not built anew for each test.
    stage.environment.put("XDG_CACHE_HOME", UserDirectories.cache(System.getenv()).toString());
    Path recipe = Files.createDirectories(stage.root().resolve("recipes/lose-the-call"));
    Files.writeString(
        recipe.resolve("recipe.yaml"),
        """
        id: lose-the-call
        version: 1
        title: Delete the only line that uses its imports
        description: |
          A mistake on purpose: what is left does not build.
        why:
          - https://go.dev/issue/1
        safety: safe
        recommended: false
        releases: ">=1.21"
        match:
          files:
            paths: [main.go]
            containing: hash.String
        actions:
          - delete-lines: {containing: hash.String}
        """);
    Files.writeString(
        recipe.resolve("README.md"), "# Delete the only line that uses its imports\n");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whatBuildsIsPushedWithItsEvidenceAndWhatDoesNotIsNot() {
    String file = campaign("by: module");

    Ran ran = stage.batch("apply", file).exits(3);

    assertThat(ran.out())
        .containsPattern("services/search .* failed .*not pushed, for the proof failed: ");
    assertThat(ran.err()).contains("4 opened", "1 failed");
    assertThat(stage.branches()).hasSize(4).noneMatch(branch -> branch.contains("search"));
    assertThat(stage.open())
        .hasSize(4)
        .allSatisfy(
            pull ->
                assertThat(pull.body())
                    .contains("### Built with the real toolchain", "linux/amd64"));
    List<String> writes = stage.writes();
    assertThat(stage.batch("apply", file).exits(3).err()).contains("4 unchanged", "1 failed");
    assertThat(stage.writes()).isEqualTo(writes);
  }

  @Test
  void whatBreaksIsTakenOutOfAUnitAndTheRestIsPushed() {
    String file = campaign("by: repository");

    Ran ran = stage.batch("apply", file).exits(3);

    assertThat(ran.out()).contains("opened").contains("services/search/main.go");
    Seen pull = stage.open().get(0);
    assertThat(stage.inRemote("diff", "--name-only", "main", pull.branch()).lines())
        .contains("libs/rand/rand.go")
        .doesNotContain("services/search/main.go");
    assertThat(stage.batch("apply", file).exits(0).err()).contains("1 unchanged");
  }

  private String campaign(String split) {
    try {
      String text =
          Files.readString(stage.campaign())
              .replace("by: owner\n  max-files: 50", split)
              .replace("go: 1.23..1.27", "go: \"1.26\"\ntargets: [linux/amd64]\nverify: true")
              .replace(
                  "  - release/go1.27\n",
                  "  - release/go1.27\n  - lose-the-call\nrecipe-folder: recipes\n");
      return stage.write("campaign.yaml", text).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
