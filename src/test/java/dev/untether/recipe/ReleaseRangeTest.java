package dev.untether.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseRangeTest {

  @Test
  void aRangeHoldsItsStartAndNotItsEnd() {
    ReleaseRange range = ReleaseRange.parse(">=1.21 <1.27").orElseThrow();

    assertThat(range.contains(new ReleaseRange.Release(1, 20))).isFalse();
    assertThat(range.contains(new ReleaseRange.Release(1, 21))).isTrue();
    assertThat(range.contains(new ReleaseRange.Release(1, 26))).isTrue();
    assertThat(range.contains(new ReleaseRange.Release(1, 27))).isFalse();
    assertThat(range.contains(new ReleaseRange.Release(2, 0))).isFalse();
  }

  @Test
  void aRangeMayBeOpenOnEitherSide() {
    assertThat(ReleaseRange.parse("<1.22").orElseThrow().contains(new ReleaseRange.Release(1, 3)))
        .isTrue();
    assertThat(ReleaseRange.parse(">=1.9").orElseThrow().contains(new ReleaseRange.Release(1, 10)))
        .isTrue();
    assertThat(ReleaseRange.ALL.contains(new ReleaseRange.Release(1, 0))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {">=1.21", "<1.27", ">=1.21 <1.27"})
  void aRangePrintsAsItIsWritten(String text) {
    assertThat(ReleaseRange.parse(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "1.21", ">1.21", "=1.21", ">=1.21.3", ">=go1.21", ">=1.27 <1.27", "<1"})
  void anythingElseIsNoRange(String text) {
    assertThat(ReleaseRange.parse(text)).isEmpty();
  }
}
