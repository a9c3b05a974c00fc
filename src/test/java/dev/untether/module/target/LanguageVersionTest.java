package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageVersionTest {
  private static final ReleaseRange RANGE = new ReleaseRange(21, 27);

  @ParameterizedTest
  @CsvSource({
    "1.24, 24",
    "1.24.2, 24",
    "1.25rc1, 25",
    "1.9, 9",
    "1, 16",
    "'', 16",
    "nonsense, 16",
    "1.99999, 16",
    "2.0, 10000"
  })
  void isTheSecondNumberOfTheGoLine(String line, int minor) {
    assertThat(LanguageVersion.of(Optional.of(line))).isEqualTo(new LanguageVersion(minor));
  }

  @Test
  void isThatOfGo116WithoutAGoLine() {
    assertThat(LanguageVersion.of(Optional.empty())).isEqualTo(new LanguageVersion(16));
  }

  @ParameterizedTest
  @CsvSource({
    "1.16, 1.21..1.27",
    "1.21, 1.21..1.27",
    "1.24.3, 1.24..1.27",
    "1.27, 1.27",
    "1.28, 1.27",
    "1.9999, 1.27",
    "2.1, 1.27"
  })
  void admitsTheReleasesFromTheGoLineOnOrTheNewestOne(String line, String releases) {
    assertThat(LanguageVersion.of(Optional.of(line)).admitted(RANGE)).hasToString(releases);
  }
}
