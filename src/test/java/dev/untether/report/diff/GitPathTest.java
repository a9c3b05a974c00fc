package dev.untether.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"a/x.s", "a/with blank", "a/it's", "a/$HOME", "a/~!@#%^&*()[]{};:,<>?|`"})
  void printableAsciiStaysAsItIs(String path) {
    assertThat(GitPath.quote(path)).isEqualTo(path);
  }

  @Test
  void quotesAndBackslashesAreEscaped() {
    assertThat(GitPath.quote("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
  }

  @Test
  void controlCharactersWithANameInCUseIt() {
    assertThat(GitPath.quote("\u0007\b\t\n\u000B\f\r")).isEqualTo("\"\\a\\b\\t\\n\\v\\f\\r\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1, \\001",
    "27, \\033",
    "127, \\177",
    "233, \\303\\251",
    "128512, \\360\\237\\230\\200"
  })
  void otherBytesAreOctal(int codePoint, String escaped) {
    assertThat(GitPath.quote("x" + Character.toString(codePoint) + "y"))
        .isEqualTo("\"x" + escaped + "y\"");
  }
}
