package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageClauseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package foo",
        "package foo\n",
        "\uFEFFpackage foo\n",
        "// package bar\n\npackage foo\n",
        "/* package bar\n*/ package /* why */ foo // so\n",
        "/**/package/**/foo;import \"x\"",
        "//go:build linux\r\n\r\npackage foo\r\n",
        "package\n\tfoo\n",
        ";package foo",
        "package foo\nthis is no Go at all {{{",
      })
  void isTheNameBehindTheFirstWord(String source) {
    SourceText text = SourceText.of(source);

    PackageClause clause = PackageClause.of(text).orElseThrow();

    assertThat(clause.name()).isEqualTo("foo");
    assertThat(text.slice(clause.span())).isEqualTo("foo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "package",
        "package ",
        "package // foo",
        "package /* foo",
        "/* package foo",
        "packagefoo",
        "package _",
        "package 1foo",
        "package \"foo\"",
        "package \u20ac",
        "import \"x\"\npackage foo",
        "Package foo",
        "/ package foo",
        "\uFEFF\uFEFFpackage foo",
      })
  void isMissingWhereGoWouldFindNone(String source) {
    assertThat(PackageClause.of(SourceText.of(source))).isEmpty();
  }

  @Test
  void mayHaveLettersBeyondAscii() {
    assertThat(PackageClause.of(SourceText.of("package \u00e9t\u00e9_2\n")).orElseThrow().name())
        .isEqualTo("\u00e9t\u00e9_2");
  }
}
