package dev.untether.module.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionsTest {

  @Test
  void modulesGoFromOldToNewAndMainModulesComeLast() {
    List<String> ordered =
        List.of(
            "nonsense",
            "v0.0.0-20210923205945-b76863e36670",
            "v0.0.0",
            "v1.0.0-1",
            "v1.0.0-2",
            "v1.0.0-10",
            "v1.0.0-alpha",
            "v1.0.0-alpha.1",
            "v1.0.0-alpha.beta",
            "v1.0.0-beta",
            "v1.0.0",
            "v1.0.1",
            "v1.2.0",
            "v1.10.0",
            "v2.0.0+incompatible",
            "v9.0.0",
            "v10.0.0",
            "v99999999999999999999999999.0.0",
            "v100000000000000000000000000.0.0",
            "");
    List<String> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(1));

    shuffled.sort(ModuleVersion::compareVersions);

    assertThat(shuffled).isEqualTo(ordered);
  }

  @ParameterizedTest
  @CsvSource({
    "v1, v1.0.0",
    "v1.2, v1.2.0",
    "v1.2.3+meta, v1.2.3",
    "v2.0.0+incompatible, v2.0.0+incompatible",
    "v1.2.3-pre.01a+x, v1.2.3-pre.01a"
  })
  void versionsHaveOneSpelling(String written, String canonical) {
    assertThat(SemanticVersion.parse(written).orElseThrow().canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v",
        "1.0.0",
        "v01.0.0",
        "v1.0.0.0",
        "v1-pre",
        "v1.0.0-",
        "v1.0.0-01",
        "v1.0.0-a..b",
        "v1.0.0+",
        "v1.0.0-ä",
        "V1.0.0",
        "v1.0.0\n",
        "latest",
        "v-1.0.0",
        "v1.0.0-a/../b"
      })
  void otherTextsAreNoVersions(String text) {
    assertThat(SemanticVersion.parse(text)).isEmpty();
  }

  @Test
  void absurdVersionsAreUnderstoodAllTheSame() {
    String version = "v1.0.0-" + "a.".repeat(500_000) + "b";

    assertThat(SemanticVersion.parse(version)).isPresent();
    assertThat(ModuleVersion.compareVersions(version, version + ".c")).isNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "1.16, 1.17",
    "1.17rc1, 1.17",
    "1.9, 1.10",
    "1.20, 1.20.1",
    "1.21, 1.21rc1",
    "1.21rc1, 1.21rc2",
    "1.21rc2, 1.21.0",
    "nonsense, 1",
    "'', 1",
    "1.99999999999999999999, 1.100000000000000000000"
  })
  void goVersionsGoFromOldToNew(String older, String newer) {
    assertThat(GoVersion.of(older)).isLessThan(GoVersion.of(newer));
    assertThat(GoVersion.of(newer).isAtLeast(older)).isTrue();
    assertThat(GoVersion.of(older).isAtLeast(newer)).isFalse();
  }

  @Test
  void beforeGo121APatchOfZeroIsNone() {
    assertThat(GoVersion.of("1.20")).isEqualByComparingTo(GoVersion.of("1.20.0"));
    assertThat(GoVersion.of("1.21")).isNotEqualByComparingTo(GoVersion.of("1.21.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.b/c, v0.1.0",
    "a.b/c, v1.0.0",
    "a.b/c, v3.0.0+incompatible",
    "a.b/c/v2, v2.1.0",
    "gopkg.in/yaml.v3, v3.0.1",
    "gopkg.in/yaml.v3-unstable, v3.0.1",
    "gopkg.in/check.v1, v0.0.0-20161208181325-20d25e280405"
  })
  void pathsEndInTheMajorVersion(String path, String version) {
    assertThat(ModulePath.fits(path, SemanticVersion.parse(version).orElseThrow())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a.b/c, v2.0.0",
    "a.b/c/v2, v1.0.0",
    "a.b/c/v2, v3.0.0",
    "a.b/c/v1, v1.0.0",
    "a.b/c/v02, v2.0.0",
    "gopkg.in/yaml.v3, v2.0.0",
    "gopkg.in/yaml, v1.0.0"
  })
  void otherVersionsDoNotFit(String path, String version) {
    assertThat(ModulePath.fits(path, SemanticVersion.parse(version).orElseThrow())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b/c", "github.com/A-b/c_d~e/v2", "gopkg.in/yaml.v3"})
  void takesPathsThatCanBeDownloaded(String path) {
    assertThat(ModulePath.isValid(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc",
        "..",
        "../x.y",
        "a.b/..",
        "a.b/../../c",
        "a.b/.c",
        "a.b/c.",
        "a.b//c",
        "a.b/c/",
        "std",
        "-a.b/c",
        "A.b/c",
        "a.b/c d",
        "a.b/ä",
        "a.b\\c",
        "a.b/c!d",
        "a.b/c\n",
        "a.b/c:d"
      })
  void takesNoPathThatCouldLeaveTheCache(String path) {
    assertThat(ModulePath.isValid(path)).isFalse();
  }
}
