package dev.untether.forge.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.untether.forge.owners.GoExpressionParser.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoExpressionTest {

  private static List<String> table() throws IOException {
    try (InputStream in = GoExpressionTest.class.getResourceAsStream("go-regexp.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .toList();
    }
  }

  private static List<String> expressions() throws IOException {
    List<String> table = table();
    return table.subList(0, table.size() - 1);
  }

  private static List<String> texts(String line) {
    List<String> fields = Arrays.asList(line.split("\t", -1));
    return fields.subList(2, fields.size()).stream()
        .map(quoted -> quoted.substring(1, quoted.length() - 1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void goSaysTheSame(String line) throws IOException, Refused {
    List<String> table = table();
    List<String> fields = Arrays.asList(line.split("\t", -1));
    String pattern = "^" + fields.get(0) + "$";
    if (fields.get(1).equals("error")) {
      assertThatThrownBy(() -> GoExpressionParser.parse(pattern)).isInstanceOf(Refused.class);
      return;
    }
    GoExpression expression = GoExpressionParser.parse(pattern);

    assertThat(texts(table.get(table.size() - 1)).stream().filter(expression::matches))
        .containsExactlyElementsOf(texts(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\pL", "\\p{Greek}", "\\Qa.b\\E", "\\07", "\\C"})
  void whatGoTakesAndWeDoNotIsRefusedAndNotGuessed(String pattern) {
    assertThatThrownBy(() -> GoExpressionParser.parse(pattern))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not understood");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a+)+$",
        "^(a|aa)+$",
        "^(a|a?)+$",
        "^(.*a){20}$",
        "^(a*)*b$",
        "(a?){100}a{100}$",
        "(x+x+)+y"
      })
  void evilExpressionsTakeLinearTime(String pattern) {
    String text = "a".repeat(4_000) + "!" + "x".repeat(4_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(GoExpressionParser.parse(pattern).matches(text)).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{100}){100}){100}",
        "((((){1000}){1000}){1000}){1000}",
        "(((a{1000}){1000}){1000}){1000}",
        "((a*{1000})",
      })
  void expressionsThatGetTooLongAreRefused(String pattern) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> GoExpressionParser.parse(pattern))
                .isInstanceOf(Refused.class));
  }

  @Test
  void deepAndLongExpressionsAreRefused() {
    assertThatThrownBy(() -> GoExpressionParser.parse("(".repeat(400) + ")".repeat(400)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("nested too deeply");
    assertThatThrownBy(() -> GoExpressionParser.parse("a".repeat(2_000)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("at most 1000 characters");
  }
}
