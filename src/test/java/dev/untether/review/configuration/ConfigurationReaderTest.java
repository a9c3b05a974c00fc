package dev.untether.review.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.ReleaseRange;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What untether.yaml may say. */
final class ConfigurationReaderTest {
  private static final Path DIRECTORY = Path.of("/repository");

  @Test
  void everyKeyIsRead() {
    var result =
        read(
            """
            go: 1.23..1.27
            targets: [linux/amd64, darwin/*]
            fail-on: warning
            rules:
              missing-rationale: off
              tolerated-reference: error
            ignore:
              - gen/**
            recipes: tools/recipes
            """);
    Configuration configuration = result.configuration();
    assertThat(result.problems()).isEmpty();
    assertThat(configuration.go()).contains(new ReleaseRange(23, 27));
    assertThat(configuration.targets()).contains("linux/amd64,darwin/*");
    assertThat(configuration.failOn()).contains("warning");
    assertThat(configuration.rules())
        .containsEntry("missing-rationale", Configuration.Level.OFF)
        .containsEntry("tolerated-reference", Configuration.Level.ERROR);
    assertThat(configuration.ignore()).containsExactly(PathPattern.of("gen/**"));
    assertThat(configuration.recipes()).contains(DIRECTORY.resolve("tools/recipes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gp: 1.23 | 1:1: error: unknown key `gp`; nearest: go",
        "rules: {missing-rational: off} | 1:9: error: unknown rule `missing-rational`; nearest: missing-rationale",
        "rules: {missing-rationale: fatal} | 1:28: error: `fatal`; expected one of `off`",
        "go: 2.0 | 1:5: error: `2.0`; expected Go releases such as 1.23..1.27",
        "fail-on: always | 1:10: error: `always`; expected one of `error`",
        "recipes: ../elsewhere | 1:10: error: `../elsewhere`; expected a folder below",
        "- go | 1:1: error: a list; expected a mapping",
        "go: [ | not YAML",
        "'' | the file is empty; expected keys such as `go` and `rules`",
      })
  void mistakesAreToldWithTheirPlace(String text, String expected) {
    assertThat(read(text).problems())
        .isNotEmpty()
        .first()
        .extracting(Finding::toString)
        .asString()
        .startsWith("untether.yaml:")
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gen/**, gen/a/b.go, true",
    "gen, gen/a/b.go, true",
    "gen, a/gen/b.go, true",
    "a/gen, b/a/gen/c.go, false",
    "*.pb.go, a/b.pb.go, true",
    "a/*.go, a/b/c.go, false",
    "**/c.go, a/b/c.go, true",
    "./a/, a/b.go, true",
    "a?.go, ab.go, true",
    "a.go, aXgo, false",
  })
  void patternsAreThoseOfPaths(String pattern, String path, boolean matches) {
    assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(matches);
  }

  private static ConfigurationReader.Result read(String text) {
    return ConfigurationReader.read(
        "untether.yaml",
        SourceText.of(text),
        DIRECTORY,
        Set.of("missing-rationale", "tolerated-reference"));
  }
}
