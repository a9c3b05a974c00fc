package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.syntax.Node;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every assembly file and header of a Go release can be read. */
final class GorootTest {
  /** Files that do not parse, with the reason. */
  private static final Map<String, String> KNOWN_BAD =
      Map.of("go/build/testdata/bads/bad.s", "it is there to be unreadable");

  @Test
  void everyFilePrintsAsItIs() throws IOException {
    GoRelease release = GoRelease.require();
    List<Path> files = release.filesNamed(".s", ".h");
    assertThat(files).hasSizeGreaterThan(600);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      AsmFile parsed = AsmFile.parse(file.toString(), SourceText.of(bytes));
      assertThat(ParserCasesTest.printed(parsed)).as(file.toString()).isEqualTo(bytes);
    }
  }

  @Test
  void noAssemblyFileHasABadLineUnlessItIsKnownTo() throws IOException {
    GoRelease release = GoRelease.require();
    List<String> bad = new ArrayList<>();
    for (Path file : release.filesNamed(".s")) {
      AsmFile parsed = parse(file);
      for (Node node : parsed.tree().root().nodes()) {
        if (node.kind() == AsmKind.BAD) {
          bad.add(release.sources().relativize(file).toString());
          break;
        }
      }
    }
    assertThat(new TreeSet<>(bad)).isEqualTo(new TreeSet<>(KNOWN_BAD.keySet()));
  }

  @Test
  void noAssemblyFileHasAProblemUnlessItIsKnownTo() throws IOException {
    GoRelease release = GoRelease.require();
    for (Path file : release.filesNamed(".s")) {
      if (!KNOWN_BAD.containsKey(release.sources().relativize(file).toString())) {
        assertThat(parse(file).problems()).isEmpty();
      }
    }
  }

  private static AsmFile parse(Path file) throws IOException {
    return AsmFile.parse(file.toString(), SourceText.of(Files.readAllBytes(file)));
  }
}
