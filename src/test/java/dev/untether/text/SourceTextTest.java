package dev.untether.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTextTest {
  private static final String BOM = "\uFEFF";

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a\n", "a\r\nb", "\uFEFFa\tb \n\n", "·\n\u0000"})
  void bytesGoInAndOutUnchanged(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SourceText.of(text).writeTo(out);
    assertThat(out.toByteArray()).isEqualTo(text.getBytes(UTF_8));
    assertThat(SourceText.of(text))
        .hasToString(text)
        .isEqualTo(SourceText.of(text.getBytes(UTF_8)));
  }

  @Test
  void textsAreEqualWhenTheirBytesAre() {
    assertThat(SourceText.of("a")).hasSameHashCodeAs(SourceText.of("a")).isNotEqualTo("a");
    assertThat(SourceText.of("a\n")).isNotEqualTo(SourceText.of("a\r\n"));
  }

  @Test
  void byteOrderMarkIsAFactOfTheText() {
    assertThat(SourceText.of(BOM + "RET").hasByteOrderMark()).isTrue();
    assertThat(SourceText.of("RET" + BOM).hasByteOrderMark()).isFalse();
    assertThat(of(0xEF, 0xBB).hasByteOrderMark()).isFalse();
    assertThat(of(0xEF, 0xBB, 0xBE).hasByteOrderMark()).isFalse();
  }

  @Test
  void everyUnicodeTextIsUtf8() {
    assertThat(SourceText.of("").isUtf8()).isTrue();
    assertThat(SourceText.of("TEXT ·f(SB) // π 😀\n").isUtf8()).isTrue();
    assertThat(SourceText.of("€".repeat(100_000)).isUtf8()).isTrue();
  }

  @Test
  void damagedTextIsNotUtf8() {
    assertThat(of('a', 0xFF).isUtf8()).isFalse();
    assertThat(of('a', 0xC3).isUtf8()).as("cut short").isFalse();
    assertThat(of(0xC0, 0x80).isUtf8()).as("overlong").isFalse();
    assertThat(of(0xED, 0xA0, 0x80).isUtf8()).as("surrogate").isFalse();
    byte[] latin1AtTheEnd = "€".repeat(100_000).concat("x").getBytes(UTF_8);
    latin1AtTheEnd[latin1AtTheEnd.length - 1] = (byte) 0xE4;
    assertThat(SourceText.of(latin1AtTheEnd).isUtf8()).isFalse();
  }

  @Test
  void nulMakesAFileBinary() {
    assertThat(of('a', 0, 'b').isBinary()).isTrue();
    assertThat(SourceText.of("a0\n").isBinary()).isFalse();
  }

  @Test
  void firstLineDecidesTheLineEnding() {
    assertThat(SourceText.of("a\r\nb\n").lineEnding()).isEqualTo(LineEnding.CRLF);
    assertThat(SourceText.of("a\nb\r\n").lineEnding()).isEqualTo(LineEnding.LF);
    assertThat(SourceText.of("\nb").lineEnding()).isEqualTo(LineEnding.LF);
    assertThat(SourceText.of("a\rb").lineEnding()).isEqualTo(LineEnding.LF);
    assertThat(LineEnding.CRLF.text()).isEqualTo("\r\n");
  }

  @Test
  void columnsCountCharacters() {
    SourceText text = SourceText.of("·a\n😀b");
    assertThat(text.positionOf(0)).hasToString("1:1");
    assertThat(text.positionOf(2)).hasToString("1:2");
    assertThat(text.positionOf(4)).hasToString("2:1");
    assertThat(text.positionOf(8)).hasToString("2:2");
    assertThat(text.positionOf(text.length())).hasToString("2:3");
  }

  @Test
  void lineAfterTheFinalNewlineCounts() {
    SourceText text = SourceText.of("a\nb\n");
    assertThat(text.lineCount()).isEqualTo(3);
    assertThat(text.positionOf(4)).isEqualTo(new Position(3, 1));
    assertThat(SourceText.of("").lineCount()).isEqualTo(1);
    assertThat(SourceText.of("").positionOf(0)).isEqualTo(new Position(1, 1));
  }

  @Test
  void linesAreFoundByOffsetAndOffsetsByLine() {
    SourceText text = SourceText.of("a\r\nbb\n\nc");
    assertThat(text.lineOf(0)).isEqualTo(1);
    assertThat(text.lineOf(2)).as("the newline belongs to the line it ends").isEqualTo(1);
    assertThat(text.lineOf(4)).isEqualTo(2);
    assertThat(text.lineOf(7)).isEqualTo(4);
    assertThat(text.lineStart(2)).isEqualTo(3);
    assertThat(text.lineStart(4)).isEqualTo(7);
  }

  @Test
  void slicesByBytes() {
    SourceText text = SourceText.of("CALL ·f(SB)");
    assertThat(text.slice(new Span(5, 8))).isEqualTo("·f");
    assertThat(text.slice(0, 4)).isEqualTo("CALL");
    assertThat(text.slice(Span.at(3))).isEmpty();
  }

  private static SourceText of(int... bytes) {
    byte[] copy = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      copy[i] = (byte) bytes[i];
    }
    return SourceText.of(copy);
  }
}
