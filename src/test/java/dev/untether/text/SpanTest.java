package dev.untether.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpanTest {
  @Test
  void coversTheBytesFromItsStartToBeforeItsEnd() {
    Span span = new Span(3, 7);
    assertThat(span.length()).isEqualTo(4);
    assertThat(span.isEmpty()).isFalse();
  }

  @Test
  void mayBeEmpty() {
    assertThat(Span.at(4)).isEqualTo(new Span(4, 4));
    assertThat(Span.at(4).isEmpty()).isTrue();
    assertThat(Span.at(4).length()).isZero();
  }

  @Test
  void refusesNegativeOffsets() {
    assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToEndBeforeItStarts() {
    assertThatThrownBy(() -> new Span(5, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5..4");
  }

  @Test
  void containsItselfAndEverythingWithin() {
    Span span = new Span(2, 6);
    assertThat(span.contains(span)).isTrue();
    assertThat(span.contains(new Span(3, 5))).isTrue();
    assertThat(span.contains(Span.at(6))).isTrue();
  }

  @Test
  void doesNotContainWhatReachesOut() {
    Span span = new Span(2, 6);
    assertThat(span.contains(new Span(1, 3))).isFalse();
    assertThat(span.contains(new Span(5, 7))).isFalse();
  }

  @Test
  void overlapsWhatSharesAByte() {
    assertBothWays(new Span(2, 6), new Span(5, 9), true);
    assertBothWays(new Span(2, 6), new Span(3, 4), true);
    assertBothWays(new Span(2, 6), new Span(2, 6), true);
  }

  @Test
  void doesNotOverlapItsNeighbours() {
    assertBothWays(new Span(2, 6), new Span(6, 9), false);
    assertBothWays(new Span(2, 6), new Span(0, 2), false);
  }

  @Test
  void overlapsAnInsertionStrictlyInside() {
    assertBothWays(new Span(2, 6), Span.at(3), true);
  }

  @Test
  void doesNotOverlapAnInsertionAtEitherEdge() {
    assertBothWays(new Span(2, 6), Span.at(2), false);
    assertBothWays(new Span(2, 6), Span.at(6), false);
  }

  @Test
  void insertionsOverlapAtOnePlaceOnly() {
    assertBothWays(Span.at(3), Span.at(3), true);
    assertBothWays(Span.at(3), Span.at(4), false);
  }

  @Test
  void sortsByStartThenByEnd() {
    assertThat(List.of(new Span(4, 5), new Span(2, 9), new Span(2, 2)).stream().sorted())
        .containsExactly(new Span(2, 2), new Span(2, 9), new Span(4, 5));
  }

  private static void assertBothWays(Span one, Span other, boolean overlap) {
    assertThat(one.overlaps(other)).isEqualTo(overlap);
    assertThat(other.overlaps(one)).isEqualTo(overlap);
  }
}
