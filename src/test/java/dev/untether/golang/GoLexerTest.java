package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoLexerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1_000",
        "0b1010",
        "0B1",
        "0o17",
        "0O7",
        "017",
        "0xBad_Face",
        "0Xe",
        "0x_1",
        "08",
        "0b2",
      })
  void takesIntegersOfEveryBaseWhole(String number) {
    assertThat(tokens(number + ")")).containsExactly("INT " + number, "RPAREN )");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.",
        "1.5",
        ".5",
        "1e9",
        "1E+9",
        "1.e-9",
        ".5e1",
        "0x1p-2",
        "0X.8P1",
        "0x1.fp+1",
        "1e",
        "09.5",
      })
  void takesFloatsWhole(String number) {
    assertThat(tokens(number + ";")).containsExactly("FLOAT " + number, "SEMICOLON ;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1i", "0i", ".5i", "1e9i", "0x1p2i", "0b1i", "1_0i"})
  void takesImaginaryNumbersWhole(String number) {
    assertThat(tokens(number)).containsExactly("IMAG " + number);
  }

  @Test
  void endsNumbersWhereTheyEnd() {
    assertThat(tokens("1..2")).containsExactly("FLOAT 1.", "FLOAT .2");
    assertThat(tokens("0xfg")).containsExactly("INT 0xf", "IDENT g");
    assertThat(tokens("1x")).containsExactly("INT 1", "IDENT x");
    assertThat(tokens("x.1")).containsExactly("IDENT x", "FLOAT .1");
    assertThat(tokens("a...")).containsExactly("IDENT a", "ELLIPSIS ...");
    assertThat(tokens("a..b")).containsExactly("IDENT a", "PERIOD .", "PERIOD .", "IDENT b");
    assertThat(tokens("1-e")).containsExactly("INT 1", "SUB -", "IDENT e");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"'a', CHAR", "'\\'', CHAR", "'\\\\', CHAR", "'\\u12e4', CHAR", "'\u4e16', CHAR"})
  void takesRunesWhole(String literal, GoKind kind) {
    assertThat(tokens(literal + "x")).containsExactly(kind + " " + literal, "IDENT x");
  }

  @Test
  void takesStringsWhole() {
    assertThat(tokens("\"a\\\"b//\\\\\"+")).containsExactly("STRING \"a\\\"b//\\\\\"", "ADD +");
    assertThat(tokens("`a\n\"/*\\`b")).containsExactly("RAW_STRING `a\n\"/*\\`", "IDENT b");
    assertThat(tokens("\"\"``")).containsExactly("STRING \"\"", "RAW_STRING ``");
  }

  @Test
  void stopsUnterminatedLiteralsAtTheEndOfTheLine() {
    assertThat(tokens("\"a\nb")).containsExactly("UNTERMINATED \"a", "NEWLINE \n", "IDENT b");
    assertThat(tokens("'a\\\nb")).containsExactly("UNTERMINATED 'a\\", "NEWLINE \n", "IDENT b");
    assertThat(tokens("\"a\r\nb")).containsExactly("UNTERMINATED \"a", "NEWLINE \r\n", "IDENT b");
    assertThat(tokens("\"\\")).containsExactly("UNTERMINATED \"\\");
    assertThat(tokens("`a\nb")).containsExactly("UNTERMINATED `a\nb");
    assertThat(tokens("/*/\nb")).containsExactly("UNTERMINATED /*/\nb");
  }

  @Test
  void keepsCommentsApartFromCodeAndLineBreaks() {
    assertThat(tokens("a//b\r\nc/**/d/*\n**/"))
        .containsExactly(
            "IDENT a",
            "LINE_COMMENT //b",
            "NEWLINE \r\n",
            "IDENT c",
            "BLOCK_COMMENT /**/",
            "IDENT d",
            "BLOCK_COMMENT /*\n**/");
    assertThat(tokens("//a\rb\r")).containsExactly("LINE_COMMENT //a\rb\r");
    assertThat(tokens("//")).containsExactly("LINE_COMMENT //");
  }

  @ParameterizedTest
  @EnumSource(GoKind.class)
  void knowsKeywordsOnlyWhereTheyAreWholeWords(GoKind kind) {
    if (kind.isKeyword()) {
      String word = new String(kind.spelling(), StandardCharsets.US_ASCII);

      assertThat(tokens(word)).containsExactly(kind + " " + word);
      for (String longer : List.of(word + "x", "_" + word, word + "1", word + "\u00e9")) {
        assertThat(tokens(longer)).containsExactly("IDENT " + longer);
      }
      assertThat(tokens(word.toUpperCase(java.util.Locale.ROOT))).allMatch(x -> x.startsWith("ID"));
    }
  }

  @Test
  void takesTheLongestOperator() {
    String operators =
        "+ - * / % & | ^ << >> &^ += -= *= /= %= &= |= ^= <<= >>= &^= && || <- ++ -- == < > = !"
            + " ~ != <= >= := ... ( [ { , . ) ] } ; :";
    List<String> expected = new ArrayList<>();
    GoKind[] kinds = GoKind.values();
    int first = Arrays.asList(kinds).indexOf(GoKind.ADD);
    String[] spellings = operators.split(" ", -1);
    for (int i = 0; i < spellings.length; i++) {
      expected.add(kinds[first + i] + " " + spellings[i]);
    }

    assertThat(tokens(operators).stream().filter(token -> !token.startsWith("SPACE")))
        .containsExactlyElementsOf(expected);
    assertThat(tokens("+++")).containsExactly("INC ++", "ADD +");
    assertThat(tokens("<--")).containsExactly("ARROW <-", "SUB -");
    assertThat(tokens("&^&")).containsExactly("AND_NOT &^", "AND &");
    assertThat(tokens("<<<")).containsExactly("SHL <<", "LSS <");
    assertThat(tokens("/=/")).containsExactly("QUO_ASSIGN /=", "QUO /");
  }

  @Test
  void takesLettersOfAllScriptsForNamesAndNothingElse() {
    assertThat(tokens("\u00e9\u0661 \u4e16 \ud835\udd38"))
        .containsExactly(
            "IDENT \u00e9\u0661", "SPACE  ", "IDENT \u4e16", "SPACE  ", "IDENT \ud835\udd38");
    assertThat(tokens("a\u20acb")).containsExactly("IDENT a", "OTHER \u20ac", "IDENT b");
    assertThat(tokens("#$?@\\\u0001"))
        .containsExactly("OTHER #", "OTHER $", "OTHER ?", "OTHER @", "OTHER \\", "OTHER \u0001");
  }

  @Test
  void keepsAByteOrderMarkAtTheStartApart() {
    assertThat(tokens("\ufeffa\ufeff"))
        .containsExactly("BYTE_ORDER_MARK \ufeff", "IDENT a", "OTHER \ufeff");
  }

  @Test
  void losesNoByteThatIsNotUtf8() {
    byte[] bytes = {'a', (byte) 0xC3, '(', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 0, (byte) 0xF8};
    SourceText source = SourceText.of(bytes);

    assertThat(TokenChecks.joined(source)).isEqualTo(bytes);
    assertThat(GoLexer.tokens(source).size()).isEqualTo(8);
  }

  @Test
  void putsSemicolonsAtLineBreaksBehindWhatMayEndAStatement() {
    assertThat(kinds("a\nb")).containsExactly("IDENT", "SEMICOLON", "IDENT", "SEMICOLON");
    assertThat(kinds("a+\nb//c\n")).containsExactly("IDENT", "ADD", "IDENT", "SEMICOLON");
    assertThat(kinds("a/*\n*/b")).containsExactly("IDENT", "SEMICOLON", "IDENT", "SEMICOLON");
    assertThat(kinds("a/**/b")).containsExactly("IDENT", "IDENT", "SEMICOLON");
    assertThat(kinds("a/**/\n\n\n")).containsExactly("IDENT", "SEMICOLON");
    assertThat(kinds("return\n}\n)\n]\n++\n--\n")).hasSize(12);
    assertThat(kinds("func\n{\n(\n[\n,\n;\nif\n")).hasSize(7);
    assertThat(kinds("\n\n//a\n")).isEmpty();
    assertThat(kinds("1\n2.\n3i\n'4'\n\"5\"\n`6`\n")).hasSize(12);
    assertThat(kinds("break\ncontinue\nfallthrough\ngoto\n")).hasSize(7);
  }

  private static List<String> tokens(String text) {
    SourceText source = SourceText.of(text);
    TokenBuffer tokens = GoLexer.tokens(source);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      shown.add(
          GoKind.of(tokens.kindOrdinal(i)) + " " + source.slice(tokens.start(i), tokens.end(i)));
    }
    return shown;
  }

  private static List<String> kinds(String text) {
    SourceText source = SourceText.of(text);
    GoTokens walk = new GoTokens(source, GoLexer.tokens(source));
    List<String> kinds = new ArrayList<>();
    for (walk.advance(); !walk.is(GoKind.END_OF_FILE); walk.advance()) {
      kinds.add(walk.kind().name());
    }
    return kinds;
  }
}
