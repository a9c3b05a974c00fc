package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "Makefile, Makefile, true",
    "Makefile, sub/Makefile, false",
    "**/Makefile, Makefile, true",
    "**/Makefile, a/b/Makefile, true",
    "*.yml, a.yml, true",
    "*.yml, a/b.yml, false",
    ".github/workflows/*.yml, .github/workflows/ci.yml, true",
    "a/**/b/*.sh, a/b/x.sh, true",
    "a/**/b/*.sh, a/x/b/c/x.sh, false",
    "a/**, a/b/c, true",
    "?.txt, ab.txt, false",
    "a*b*c, aXbYbc, true",
  })
  void starsStandForNamesOrDirectories(String glob, String path, boolean matches) {
    assertThat(PathPattern.of(glob).matches(path)).isEqualTo(matches);
  }

  @Test
  void aHostilePatternCostsNoMoreThanALongOne() {
    PathPattern pattern = PathPattern.of("**/" + "*a".repeat(200) + "b");

    Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> pattern.matches("a".repeat(4000) + "/" + "a".repeat(4000)));
  }
}
