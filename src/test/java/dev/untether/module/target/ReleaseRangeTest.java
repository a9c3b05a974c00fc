package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleaseRangeTest {

  @Test
  void readsWhatItPrints() {
    assertThat(ReleaseRange.parse("1.23..1.27")).isEqualTo(new ReleaseRange(23, 27));
    assertThat(ReleaseRange.parse("1.23..1.27")).hasToString("1.23..1.27");
    assertThat(ReleaseRange.parse("1.23")).isEqualTo(ReleaseRange.only(23)).hasToString("1.23");
    assertThat(ReleaseRange.parse("go1.23..go1.24")).isEqualTo(new ReleaseRange(23, 24));
  }

  @Test
  void includesBothEnds() {
    ReleaseRange range = new ReleaseRange(23, 25);

    assertThat(range.contains(22)).isFalse();
    assertThat(range.contains(23)).isTrue();
    assertThat(range.contains(25)).isTrue();
    assertThat(range.contains(26)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "2.0",
        "1.",
        "1.x",
        "1.023",
        "1.23.4",
        "1.27..1.23",
        "1.23..",
        "..1.23",
        "1.23...1.24",
        "1.99999999999"
      })
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> ReleaseRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
