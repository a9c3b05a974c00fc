package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.linkname.LinknameScan;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which releases may build a file: those asked for, from the go line of its module on. */
final class ReleasesOfModulesTest {
  private static final ReleaseRange ALL = new ReleaseRange(21, 27);
  // A port of Go 1.23, not of 1.24: see ports.tsv.
  private static final Target WINDOWS_ARM = Target.parse("windows/arm");

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({"1.20, 1.21..1.27", "1.24, 1.24..1.27", "1.27.1, 1.27", "1.40, 1.27"})
  void areThoseFromTheGoLineOn(String goLine, String releases) throws IOException {
    write("go.mod", "module m.x/m\n\ngo " + goLine + "\n");
    write("a.s", "");

    assertThat(releasesOf("a.s")).hasToString(releases);
  }

  @Test
  void areAllWithoutAGoModAndWithoutAGoLine() throws IOException {
    write("none/a.s", "");
    write("lineless/go.mod", "module m.x/m\n");
    write("lineless/a.s", "");

    assertThat(releasesOf("none/a.s")).isEqualTo(ALL);
    assertThat(releasesOf("lineless/a.s")).isEqualTo(ALL);
  }

  @Test
  void areThoseOfTheNearestModule() throws IOException {
    write("go.mod", "module m.x/m\n\ngo 1.26\n");
    write("a.s", "");
    write("old/go.mod", "module m.x/old\n\ngo 1.22\n");
    write("old/a.s", "");

    assertThat(releasesOf("a.s")).hasToString("1.26..1.27");
    assertThat(releasesOf("old/a.s")).hasToString("1.22..1.27");
  }

  @Test
  void areForVendoredFilesThoseOfTheModuleThatVendors() throws IOException {
    write("go.mod", "module m.x/m\n\ngo 1.26\n");
    write("vendor/d.x/d/go.mod", "module d.x/d\n\ngo 1.21\n");
    write("vendor/d.x/d/a.s", "");

    assertThat(releasesOf("vendor/d.x/d/a.s")).hasToString("1.26..1.27");
  }

  @Test
  void decideWhichTargetsAReferenceOfEitherKindHas() throws IOException {
    write("go.mod", "module m.x/m\n\ngo 1.24\n");
    write("a.s", "TEXT ·f(SB), 4, $0\n\tCALL runtime·g(SB)\n");
    write("a.go", "package m\n\nimport _ \"unsafe\"\n\n//go:linkname g runtime.g\nfunc g()\n");
    write("old/go.mod", "module m.x/old\n\ngo 1.23\n");
    write("old/a.s", "TEXT ·f(SB), 4, $0\n\tCALL runtime·g(SB)\n");

    assertThat(assembly("a.s")).isNotEmpty().noneMatch(it -> it.contains(WINDOWS_ARM));
    assertThat(linknames("a.go")).isNotEmpty().noneMatch(it -> it.contains(WINDOWS_ARM));
    assertThat(assembly("old/a.s")).isNotEmpty().allMatch(it -> it.contains(WINDOWS_ARM));
  }

  @Test
  void leaveAFileForOlderReleasesWithoutATarget() throws IOException {
    write("go.mod", "module m.x/m\n\ngo 1.24\n");
    write("a.s", "//go:build !go1.24\n\nTEXT ·f(SB), 4, $0\n\tCALL runtime·g(SB)\n");
    write("b.s", "//go:build !go1.25\n\nTEXT ·f(SB), 4, $0\n\tCALL runtime·g(SB)\n");

    assertThat(assembly("a.s")).isEmpty();
    assertThat(assembly("b.s")).isNotEmpty();
  }

  private ReleaseRange releasesOf(String name) {
    ModuleTree tree = ModuleTree.discover(root);
    SourceFile file =
        tree.files().stream().filter(it -> it.relative().equals(name)).findFirst().orElseThrow();
    return tree.releases(file, ALL);
  }

  private List<SortedSet<Target>> assembly(String name) {
    return new AssemblyScan(ModuleTree.discover(root), Targets.known().of(ALL), ALL)
        .run().references().stream()
            .filter(it -> it.file().relative().equals(name))
            .map(AssemblyReference::targets)
            .toList();
  }

  private List<SortedSet<Target>> linknames(String name) {
    return new LinknameScan(ModuleTree.discover(root), Targets.known().of(ALL), ALL)
        .run().references().stream()
            .filter(it -> it.file().relative().equals(name))
            .map(LinknameReference::targets)
            .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
