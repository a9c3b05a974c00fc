package dev.untether.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingTest {
  private static Finding finding(String path, int line, int column, String rule, String message) {
    return new Finding(rule, Severity.WARNING, path, new Position(line, column), message);
  }

  @Test
  void printsAsPathPlaceSeverityMessageAndRule() {
    assertThat(finding("a/b.s", 3, 14, "some-rule", "that is odd"))
        .hasToString("a/b.s:3:14: warning: that is odd [some-rule]");
  }

  @Test
  void printsWithoutAPlaceWhenItConcernsTheWholeFile() {
    Finding finding =
        new Finding("some-rule", Severity.NOTE, "b.s", Finding.WHOLE_FILE, "not read");
    assertThat(finding).hasToString("b.s: note: not read [some-rule]");
  }

  @Test
  void sortsByPathThenPlaceThenRuleThenMessage() {
    Finding first = finding("a.s", 2, 9, "z", "z");
    Finding second = finding("b.s", 1, 1, "z", "z");
    Finding third = finding("b.s", 1, 2, "y", "z");
    Finding fourth = finding("b.s", 1, 2, "z", "a");
    Finding fifth = finding("b.s", 1, 2, "z", "b");
    Finding sixth = finding("b.s", 10, 1, "a", "a");
    assertThat(List.of(sixth, fourth, second, fifth, first, third).stream().sorted())
        .containsExactly(first, second, third, fourth, fifth, sixth);
  }

  @Test
  void whatConcernsTheWholeFileComesBeforeItsLines() {
    Finding whole = new Finding("r", Severity.NOTE, "a.s", Finding.WHOLE_FILE, "m");
    assertThat(whole).isLessThan(finding("a.s", 1, 1, "a", "a"));
  }

  @Test
  void severitiesAreOrderedGravestFirstAndPrintInLowerCase() {
    assertThat(Severity.values()).containsExactly(Severity.ERROR, Severity.WARNING, Severity.NOTE);
    assertThat(List.of(Severity.values()).stream().map(Severity::word))
        .containsExactly("error", "warning", "note");
  }

  @Test
  void positionsSortByLineThenColumnAndPrintAsBoth() {
    assertThat(new Position(2, 1)).isGreaterThan(new Position(1, 9));
    assertThat(new Position(2, 1)).isLessThan(new Position(2, 2));
    assertThat(new Position(2, 1)).isEqualByComparingTo(new Position(2, 1));
    assertThat(new Position(12, 3)).hasToString("12:3");
  }
}
