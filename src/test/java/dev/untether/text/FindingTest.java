package dev.untether.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FindingTest {
  @Test
  void readsLikeACompilersMessage() {
    assertThat(finding("asm-syntax", "a/b.s", new Position(3, 7)))
        .hasToString("a/b.s:3:7: warning: look here [asm-syntax]");
  }

  @Test
  void namesNoPlaceWhenItConcernsTheWholeFile() {
    assertThat(finding("not-utf8", "b.s", Finding.WHOLE_FILE))
        .hasToString("b.s: warning: look here [not-utf8]");
  }

  @Test
  void ordersByPathThenPlaceThenRule() {
    assertThat(finding("z", "a.s", new Position(9, 9)))
        .isLessThan(finding("a", "b.s", new Position(1, 1)));
    assertThat(finding("z", "a.s", new Position(2, 9)))
        .isLessThan(finding("a", "a.s", new Position(10, 1)));
    assertThat(finding("z", "a.s", new Position(2, 9)))
        .isLessThan(finding("a", "a.s", new Position(2, 10)));
    assertThat(finding("a", "a.s", new Position(2, 9)))
        .isLessThan(finding("b", "a.s", new Position(2, 9)));
    assertThat(finding("a", "a.s", new Position(2, 9)))
        .isEqualByComparingTo(finding("a", "a.s", new Position(2, 9)));
  }

  @Test
  void severitiesAreOrderedGravestFirst() {
    assertThat(Severity.values())
        .containsExactly(Severity.ERROR, Severity.WARNING, Severity.NOTE)
        .extracting(Severity::word)
        .containsExactly("error", "warning", "note");
  }

  private static Finding finding(String rule, String path, Position position) {
    return new Finding(rule, Severity.WARNING, path, position, "look here");
  }
}
