package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Targets;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that leaves something out says so. */
final class AssemblyScanArmsTest {
  @TempDir private Path directory;

  @Test
  void fileWithMoreArmsThanAreLookedAtIsReportedOnce() throws Exception {
    List<Finding> problems = problems(200);

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(AssemblyScan.MANY_ARMS);
              assertThat(problem.severity()).isEqualTo(Severity.WARNING);
              assertThat(problem.path()).isEqualTo("x.s");
            });
  }

  @Test
  void fileWithAFewArmsIsNot() throws Exception {
    assertThat(problems(20)).isEmpty();
  }

  private List<Finding> problems(int arms) throws IOException {
    StringBuilder code = new StringBuilder("TEXT ·f(SB), 4, $0\n");
    for (int i = 0; i < arms; i++) {
      code.append("#ifdef FREE").append(i).append("\n\tCALL runtime·g(SB)\n#endif\n");
    }
    Files.writeString(directory.resolve("go.mod"), "module example.com/m\n\ngo 1.24\n");
    Files.writeString(directory.resolve("x.s"), code);
    ReleaseRange releases = Targets.known().releases();
    ModuleTree tree = ModuleTree.discover(directory);
    return new AssemblyScan(tree, Targets.known().of(releases), releases).run().problems();
  }
}
