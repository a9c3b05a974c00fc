package dev.untether.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class SpanTest {
  @Test
  void refusesToStartBeforeTheFile() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 3));
  }

  @Test
  void refusesToEndBeforeItStarts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Span(4, 3))
        .withMessageContaining("4");
  }

  @Test
  void insertionPointIsEmpty() {
    assertThat(Span.at(7)).isEqualTo(new Span(7, 7));
    assertThat(Span.at(7).isEmpty()).isTrue();
    assertThat(new Span(7, 8).isEmpty()).isFalse();
    assertThat(new Span(7, 10).length()).isEqualTo(3);
  }

  @Test
  void containsItselfAndWhatLiesInside() {
    Span span = new Span(2, 6);
    assertThat(span.contains(span)).isTrue();
    assertThat(span.contains(new Span(3, 5))).isTrue();
    assertThat(span.contains(new Span(1, 5))).isFalse();
    assertThat(span.contains(new Span(3, 7))).isFalse();
  }

  @Test
  void neighboursDoNotOverlap() {
    assertOverlap(new Span(1, 3), new Span(3, 5), false);
    assertOverlap(new Span(1, 3), Span.at(3), false);
    assertOverlap(new Span(1, 3), Span.at(1), false);
    assertOverlap(Span.at(1), Span.at(2), false);
  }

  @Test
  void whatSharesAByteOverlaps() {
    assertOverlap(new Span(1, 3), new Span(2, 5), true);
    assertOverlap(new Span(1, 9), new Span(2, 5), true);
    assertOverlap(new Span(1, 3), new Span(1, 3), true);
  }

  @Test
  void insertionInsideAReplacementOverlapsIt() {
    assertOverlap(new Span(1, 3), Span.at(2), true);
  }

  @Test
  void twoInsertionsAtOnePlaceOverlapBecauseNobodyStatedTheirOrder() {
    assertOverlap(Span.at(4), Span.at(4), true);
  }

  @Test
  void ordersByStartThenEnd() {
    assertThat(new Span(1, 5)).isLessThan(new Span(2, 3));
    assertThat(new Span(1, 3)).isLessThan(new Span(1, 5));
    assertThat(new Span(1, 3)).isEqualByComparingTo(new Span(1, 3));
  }

  private static void assertOverlap(Span one, Span other, boolean expected) {
    assertThat(one.overlaps(other)).isEqualTo(expected);
    assertThat(other.overlaps(one)).isEqualTo(expected);
  }
}
