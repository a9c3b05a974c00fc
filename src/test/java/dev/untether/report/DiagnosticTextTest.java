package dev.untether.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiagnosticTextTest {

  private static Finding finding(int line, int column) {
    return new Finding(
        "rejected-symbol",
        Severity.ERROR,
        "x_arm64.s",
        new Position(line, column),
        "Go 1.27 rejects runtime.load_g");
  }

  private static String excerpt(String source, int line, int column) {
    String text =
        DiagnosticText.plain()
            .withExcerpts(path -> Optional.of(SourceText.of(source)))
            .format(finding(line, column));
    return text.substring(text.indexOf('\n') + 1);
  }

  @Test
  void aFindingIsOneLineThatEditorsAndGrepUnderstand() {
    assertThat(DiagnosticText.plain().format(finding(3, 5)))
        .isEqualTo("x_arm64.s:3:5: error: Go 1.27 rejects runtime.load_g [rejected-symbol]\n");
  }

  @Test
  void aFindingAboutAWholeFileHasNoPlaceAndNoExcerpt() {
    Finding whole =
        new Finding("not-utf-8", Severity.NOTE, "x.s", Finding.WHOLE_FILE, "not UTF-8: skipped");
    assertThat(
            DiagnosticText.plain()
                .withExcerpts(path -> Optional.of(SourceText.of("RET\n")))
                .format(whole))
        .isEqualTo("x.s: note: not UTF-8: skipped [not-utf-8]\n");
  }

  @Test
  void findingsKeepTheOrderGiven() throws IOException {
    StringBuilder out = new StringBuilder();
    DiagnosticText.plain().write(List.of(finding(9, 1), finding(2, 1)), out);
    assertThat(out.toString().lines().map(line -> line.substring(0, 13)))
        .containsExactly("x_arm64.s:9:1", "x_arm64.s:2:1");
  }

  @Test
  void theCaretStandsUnderTheColumn() {
    assertThat(excerpt("NOP\nCALL f(SB)\n", 2, 6)).isEqualTo(" 2 | CALL f(SB)\n   |      ^\n");
  }

  @Test
  void tabsBeforeTheColumnAreTabsAboveTheCaret() {
    assertThat(excerpt("\tBL\truntime·load_g(SB)\n", 1, 5))
        .isEqualTo(" 1 | \tBL\truntime·load_g(SB)\n   | \t  \t^\n");
  }

  @Test
  void columnsCountCharactersNotBytes() {
    assertThat(excerpt("TEXT ·é\uD83D\uDE00(SB)\n", 1, 9))
        .isEqualTo(" 1 | TEXT ·é\uD83D\uDE00(SB)\n   |         ^\n");
  }

  @Test
  void theGutterIsAsWideAsTheLineNumber() {
    assertThat(excerpt("\n".repeat(99) + "RET\n", 100, 1)).isEqualTo(" 100 | RET\n     | ^\n");
  }

  @Test
  void aColumnAfterTheLineIsShownAtItsEnd() {
    assertThat(excerpt("RET", 1, 4)).endsWith("   |    ^\n");
    assertThat(excerpt("RET", 1, 40)).endsWith("   |    ^\n");
  }

  @Test
  void lineEndingsAndTheByteOrderMarkAreNotShown() {
    assertThat(excerpt("\uFEFFNOP\r\nRET\r\n", 1, 2)).isEqualTo(" 1 | NOP\n   | ^\n");
    assertThat(excerpt("NOP\r\nRET\r\n", 2, 1)).isEqualTo(" 2 | RET\n   | ^\n");
  }

  @Test
  void aLongLineIsShownAroundTheColumn() {
    String source = "a".repeat(5_000) + "X" + "b".repeat(5_000) + "\n";
    assertThat(excerpt(source, 1, 5_001))
        .isEqualTo(
            " 1 | …" + "a".repeat(80) + "X" + "b".repeat(79) + "…\n   | " + " ".repeat(81) + "^\n");
  }

  @Test
  void aLineThatTheTextDoesNotHaveIsNotShown() {
    assertThat(excerpt("RET\n", 7, 1)).isEmpty();
  }

  @Test
  void aTextThatIsNotAtHandLeavesTheExcerptOut() {
    DiagnosticText text = DiagnosticText.plain();
    assertThat(text.withExcerpts(path -> Optional.empty()).format(finding(1, 1)))
        .isEqualTo(text.format(finding(1, 1)));
  }

  @Test
  void coloursMarkPlaceSeverityAndCaretAndChangeNothingElse() {
    DiagnosticText text =
        DiagnosticText.plain().withExcerpts(path -> Optional.of(SourceText.of("\tRET\n")));
    String coloured = text.withColour(true).format(finding(1, 2));
    assertThat(coloured)
        .contains("\u001B[1mx_arm64.s:1:2:\u001B[m", "\u001B[1;31merror:\u001B[m")
        .contains("\u001B[1;32m^\u001B[m");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(text.format(finding(1, 2)));
    assertThat(text.withColour(true).withColour(false).format(finding(1, 2)))
        .isEqualTo(text.format(finding(1, 2)));
  }

  @Test
  void analysedCodeCannotForgeALineOrSteerTheTerminal() {
    Finding hostile =
        new Finding(
            "r",
            Severity.WARNING,
            "a\nb.s",
            new Position(1, 5),
            "\u001B[2J\r\nx.s:1:1: \u009B1m\u202E");
    String text =
        DiagnosticText.plain()
            .withExcerpts(path -> Optional.of(SourceText.of("\u001B[8mRET\u2066\u2028\rx\n")))
            .format(hostile);
    assertThat(text)
        .isEqualTo(
            """
            a b.s:1:5: warning: \uFFFD[2J x.s:1:1: \uFFFD1m\uFFFD [r]
             1 | \uFFFD[8mRET\uFFFD\uFFFD\uFFFDx
               |     ^
            """);
  }

  @Test
  void harmlessFormatCharactersStay() {
    assertThat(excerpt("// e\u0301\u200D\u00AD\n", 1, 1))
        .startsWith(" 1 | // e\u0301\u200D\u00AD\n");
  }
}
