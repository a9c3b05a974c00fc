package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which packages of a workspace are linked for a change of one of its modules. */
final class DependentsTest {
  private static final Path LIB = Path.of("/w/lib");

  @Test
  void thoseThatImportItAreAndThoseThatDoNotAreNot() {
    List<ListedPackage> listed =
        ListedPackage.parse(
            """
            w/lib|w/lib|lib|1 0|1|0 0|fmt||/w/lib
            w/lib/in|w/lib|in|1 0|0|0 0|||/w/lib/in
            w/app|w/app|main|1 0|0|0 0|w/mid os||/w/app
            w/mid|w/mid|mid|1 0|0|0 0|w/lib||/w/mid
            w/other|w/other|main|1 0|0|0 0|fmt||/w/other
            """);

    assertThat(ListedPackage.reaching(LIB, listed))
        .extracting(ListedPackage::path)
        .containsExactly("w/lib", "w/lib/in", "w/app", "w/mid");
  }

  @Test
  void packagesThatImportEachOtherEndTheSearch() {
    List<ListedPackage> listed =
        ListedPackage.parse(
            """
            w/lib|w/lib|lib|1 0|1|0 0|w/app||/w/lib
            w/app|w/app|app|1 0|0|0 0|w/lib||/w/app
            """);

    assertThat(ListedPackage.reaching(LIB, listed)).hasSize(2);
  }

  @Test
  void aModuleIsWhereItsPathEnds() {
    List<ListedPackage> listed =
        ListedPackage.parse("w/lib/a/b|w/lib|b|1 0|1|0 0|||/copy/lib/a/b\n");

    assertThat(listed.get(0).moduleDirectory()).isEqualTo(Path.of("/copy/lib"));
  }
}
