package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file may hold a million references: what they have in common must not be held once for each.
 */
final class AssemblyScanSharingTest {
  @TempDir private Path directory;

  @Test
  void referencesOnTheSameTargetsShareOneSet() throws Exception {
    write("x.s", "TEXT ·f(SB), 4, $0\n\tCALL runtime·g(SB)\n\tCALL runtime·h(SB)\n");

    List<SortedSet<Target>> targets = scan();

    assertThat(targets).hasSize(3);
    assertThat(targets.get(0)).hasSameElementsAs(Targets.known().select("all", releases()));
    assertThat(targets).allSatisfy(set -> assertThat(set).isSameAs(targets.get(0)));
  }

  @Test
  void referencesOnDifferentTargetsKeepTheirOwn() throws Exception {
    write(
        "x.s",
        """
        TEXT ·f(SB), 4, $0
        #ifdef GOARCH_arm64
        	CALL runtime·g(SB)
        #endif
        #ifdef GOOS_linux
        	CALL runtime·h(SB)
        #endif
        """);

    List<SortedSet<Target>> targets = scan();

    assertThat(targets).hasSize(3);
    assertThat(targets.get(0)).hasSameElementsAs(Targets.known().select("all", releases()));
    assertThat(targets.get(1)).hasSameElementsAs(Targets.known().select("*/arm64", releases()));
    assertThat(targets.get(2)).hasSameElementsAs(Targets.known().select("linux/*", releases()));
  }

  private List<SortedSet<Target>> scan() {
    ModuleTree tree = ModuleTree.discover(directory);
    return new AssemblyScan(tree, Targets.known().of(releases()), releases())
        .run().references().stream().map(AssemblyReference::targets).toList();
  }

  private static ReleaseRange releases() {
    return Targets.known().releases();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }
}
