package dev.untether.recipe.golang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReleaseSpansTest {
  private static final int FIRST = 21;

  /** One letter a release, from Go 1.21 on: {@code A} is in the set; the last is all that come. */
  private static ReleaseSpans spans(String letters) {
    List<Boolean> members = new ArrayList<>();
    letters.chars().forEach(letter -> members.add(letter == 'A'));
    return new ReleaseSpans(FIRST, members);
  }

  @ParameterizedTest
  @CsvSource({
    "AAAA, ''",
    "----, ''",
    "AAA-, !go1.24",
    "AA--, !go1.23",
    "-AAA, go1.22",
    "-AA-, go1.22 && !go1.24",
    "---A, go1.24",
    "A-AA, !go1.22 || go1.23",
    "A--A-A, !go1.22 || (go1.24 && !go1.25) || go1.26",
  })
  void conditionsNameTheReleasesAtTheEnds(String letters, String expression) {
    assertThat(spans(letters).expression()).isEqualTo(expression);
  }

  @Test
  void theComplementHasTheOthers() {
    assertThat(spans("A-AA-").complement()).isEqualTo(spans("-A--A"));
    assertThat(spans("AA").complement().isEmpty()).isTrue();
    assertThat(spans("--").complement().isEverything()).isTrue();
  }

  @Test
  void readersSeeNeighboursAsRanges() {
    assertThat(ReleaseSpans.words(Set.of(21, 22, 24, 26, 27)))
        .isEqualTo("Go 1.21-1.22, 1.24, 1.26-1.27");
    assertThat(ReleaseSpans.words(Set.of(27))).isEqualTo("Go 1.27");
    assertThat(ReleaseSpans.words(Set.of())).isEmpty();
  }
}
