package dev.untether.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TreeDumpTest {
  @Test
  void hasALineForEachNodeAndWordIndentedByDepth() {
    assertThat(TreeDump.of(Toy.tree("one two\nthree\n")))
        .isEqualTo(
            """
            FILE
              LINE
                WORD "one"
                WORD "two"
              LINE
                WORD "three"
            """);
  }

  @Test
  void leavesOutTrivia() {
    assertThat(TreeDump.of(Toy.tree(" # c\r\n"))).isEqualTo("FILE\n");
  }

  @Test
  void escapesWhatWouldBreakItsLines() {
    assertThat(TreeDump.of(Toy.tree("a\\n"))).isEqualTo("FILE\n  LINE\n    WORD \"a\\\\n\"\n");
  }
}
