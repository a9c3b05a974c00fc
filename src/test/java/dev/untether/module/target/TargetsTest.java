package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetsTest {
  private static final Targets KNOWN = Targets.known();
  private static final ReleaseRange ALL = KNOWN.releases();
  private static final ReleaseRange NEWEST = ReleaseRange.only(ALL.last());

  @Test
  void coverGo121ToGo127() {
    assertThat(ALL).isEqualTo(new ReleaseRange(21, 27));
  }

  @Test
  void areThoseOfTheNewestReleaseByDefault() {
    assertThat(KNOWN.newest()).hasSize(47).isEqualTo(KNOWN.of(NEWEST));
  }

  @ParameterizedTest
  @CsvSource({
    "openbsd/ppc64, 21, false",
    "openbsd/ppc64, 22, true",
    "openbsd/riscv64, 22, false",
    "openbsd/riscv64, 23, true",
    "windows/arm, 23, true",
    "windows/arm, 24, false",
    "freebsd/riscv64, 25, true",
    "freebsd/riscv64, 26, false",
    "linux/amd64, 21, true",
    "linux/sparc64, 27, false",
    "nacl/amd64, 21, false",
  })
  void comeAndGoWithReleases(String target, int minor, boolean there) {
    assertThat(KNOWN.contains(Target.parse(target), minor)).isEqualTo(there);
    assertThat(KNOWN.of(ReleaseRange.only(minor)).contains(Target.parse(target))).isEqualTo(there);
  }

  @Test
  void areTheUnionOverSeveralReleases() {
    assertThat(KNOWN.of(ALL))
        .contains(Target.parse("windows/arm"), Target.parse("openbsd/riscv64"))
        .hasSize(49);
  }

  @Test
  void areThoseOfTheNearestReleaseBeyondTheTable() {
    assertThat(KNOWN.of(ReleaseRange.only(99))).isEqualTo(KNOWN.newest());
    assertThat(KNOWN.of(ReleaseRange.only(18))).isEqualTo(KNOWN.of(ReleaseRange.only(21)));
  }

  @Test
  void areSelectedByNameAndByWildcard() throws UnknownTargetException {
    assertThat(select("linux/arm64, darwin/*,windows/arm64,linux/arm64"))
        .containsExactly("darwin/amd64", "darwin/arm64", "linux/arm64", "windows/arm64");
    assertThat(select("*/s390x")).containsExactly("linux/s390x");
    assertThat(select("all")).hasSize(47);
    assertThat(select("*/*")).hasSize(47);
    assertThat(select("linux/arm64,all")).hasSize(47);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linux/arm65      | linux/arm64",
        "linux            | linux/*",
        "arm64            | */arm64",
        "windows/amd65    | windows/amd64",
        "drawin/*         | darwin/*",
        "LINUX/ARM64      | (or all)",
        "linux/arm64/v8   | linux/arm64",
      })
  void nameTheNearestWhereOneIsUnknown(String typed, String suggestion) {
    assertThatThrownBy(() -> select("linux/amd64," + typed))
        .isInstanceOf(UnknownTargetException.class)
        .hasMessageContaining("unknown target \"" + typed.strip() + "\"")
        .hasMessageContaining(suggestion);
  }

  @Test
  void sayWhenAPortWasThereInOtherReleases() {
    assertThatThrownBy(() -> select("windows/arm"))
        .isInstanceOf(UnknownTargetException.class)
        .hasMessageContaining("windows/arm is no port of Go 1.27")
        .hasMessageContaining("1.21..1.23");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "linux/arm64,", "/", "linux/", "all,x/y", "linux/*/*"})
  void refuseEmptyAndMalformedWords(String list) {
    assertThatThrownBy(() -> select(list)).isInstanceOf(UnknownTargetException.class);
  }

  @Test
  void answerQuicklyToAbsurdlyLongWords() {
    assertThatThrownBy(() -> select("x".repeat(1_000_000)))
        .isInstanceOf(UnknownTargetException.class);
  }

  private static List<String> select(String list) throws UnknownTargetException {
    return KNOWN.select(list, NEWEST).stream().map(Target::toString).toList();
  }
}
