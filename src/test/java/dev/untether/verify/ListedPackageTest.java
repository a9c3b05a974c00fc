package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListedPackageTest {
  @ParameterizedTest
  @CsvSource({
    "m/a/b, m",
    "m/internal/a, m",
    "m/a/internal, m/a",
    "m/a/internal/b/internal/c, m/a/internal/b",
    "m/internals/a, m",
  })
  void aProgramThatImportsItStandsWhereInternalAllowsIt(String path, String below) {
    ListedPackage listed = ListedPackage.parse(path + "|m|p|1|0|0 0|||/d").get(0);

    assertThat(listed.importableBelow()).isEqualTo(below);
  }

  @Test
  void aModuleThatIsItselfInternalIsNotLeft() {
    ListedPackage listed = ListedPackage.parse("x/internal/y/p|x/internal/y|p|1|0|0 0|||/d").get(0);

    assertThat(listed.importableBelow()).isEqualTo("x/internal/y");
  }

  @Test
  void problemsMayHoldAnything() {
    ListedPackage listed =
        ListedPackage.parse("m/p|m|main|2|1|1 2|fmt m/q|\"a | b\\n\\\"c\\\"\"\"d\"|/tmp/x|y")
            .get(0);

    assertThat(listed.problem()).contains("a | b\n\"c\"");
    assertThat(listed.isCommand()).isTrue();
    assertThat(listed.testFiles()).isEqualTo(3);
    assertThat(listed.imports()).containsExactly("fmt", "m/q");
    assertThat(listed.directory()).isEqualTo(Path.of("/tmp/x|y"));
  }

  @Test
  void otherLinesAreNotPackages() {
    assertThat(ListedPackage.parse("go: downloading x v1\n\nwarning: y\n")).isEmpty();
  }
}
