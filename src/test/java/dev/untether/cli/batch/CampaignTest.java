package dev.untether.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.forge.ForgeKind;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CampaignTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GERRIT")
  void x(ForgeKind kind) throws Exception {
    try (CampaignStage stage = CampaignStage.ofSample(directory, kind)) {
      String file = stage.campaign().toString();
      long t = System.nanoTime();
      for (String[] c : new String[][] {{"plan", file}, {"apply", file}, {"apply", file}, {"plan", "--check", file}, {"status", file}}) {
        int before = stage.writes().size();
        System.err.println("== " + kind + " " + c[0] + " " + stage.batch(c) + " " + (System.nanoTime() - t) / 1000000);
        System.err.println(stage.writes().size() - before);
      }
      System.err.println(stage.pulls() + " " + stage.branches());
      assertThat(stage.open()).hasSize(2);
    }
  }
}
