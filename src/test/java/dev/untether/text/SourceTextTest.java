package dev.untether.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SourceTextTest {
  private static final String BOM = "\uFEFF";

  private static SourceText bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return SourceText.of(bytes);
  }

  @Test
  void writesExactlyTheBytesItWasMadeOf() throws IOException {
    byte[] before = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\r', '\n', (byte) 0xFF};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SourceText.of(before.clone()).writeTo(out);
    assertThat(out.toByteArray()).isEqualTo(before);
  }

  @Test
  void anEmptyFileHasOneEmptyLine() {
    SourceText text = SourceText.of("");
    assertThat(text.length()).isZero();
    assertThat(text.lineCount()).isEqualTo(1);
    assertThat(text.positionOf(0)).isEqualTo(new Position(1, 1));
    assertThat(text.isUtf8()).isTrue();
    assertThat(text.isBinary()).isFalse();
    assertThat(text.hasByteOrderMark()).isFalse();
    assertThat(text.lineEnding()).isEqualTo(LineEnding.LF);
  }

  @Test
  void linesCountFromOneAndTheOneAfterAFinalNewlineCounts() {
    SourceText text = SourceText.of("a\nbc\n");
    assertThat(text.lineCount()).isEqualTo(3);
    assertThat(text.lineStart(1)).isZero();
    assertThat(text.lineStart(2)).isEqualTo(2);
    assertThat(text.lineStart(3)).isEqualTo(5);
  }

  @Test
  void aNewlineBelongsToTheLineItEnds() {
    SourceText text = SourceText.of("a\nbc\n");
    assertThat(text.lineOf(1)).isEqualTo(1);
    assertThat(text.lineOf(2)).isEqualTo(2);
    assertThat(text.positionOf(1)).isEqualTo(new Position(1, 2));
    assertThat(text.positionOf(2)).isEqualTo(new Position(2, 1));
  }

  @Test
  void theEndOfTheTextHasAPlace() {
    assertThat(SourceText.of("ab").positionOf(2)).isEqualTo(new Position(1, 3));
    assertThat(SourceText.of("ab\n").positionOf(3)).isEqualTo(new Position(2, 1));
  }

  @Test
  void columnsCountCharactersNotBytes() {
    SourceText text = SourceText.of("\tCALL runtime·f∕𝛼x");
    int x = text.length() - 1;
    assertThat(text.positionOf(x)).isEqualTo(new Position(1, 18));
    assertThat(x).isEqualTo(17 + 1 + 2 + 3);
  }

  @Test
  void aTabIsOneColumnAndACarriageReturnToo() {
    assertThat(SourceText.of("\t\tRET\r\n").positionOf(2)).isEqualTo(new Position(1, 3));
    assertThat(SourceText.of("RET\r\n").positionOf(4)).isEqualTo(new Position(1, 5));
  }

  @Test
  void theByteOrderMarkIsAFactAndOneColumnAsInGo() {
    SourceText text = SourceText.of(BOM + "RET\n");
    assertThat(text.hasByteOrderMark()).isTrue();
    assertThat(text.length()).isEqualTo(7);
    assertThat(text.positionOf(3)).isEqualTo(new Position(1, 2));
  }

  @Test
  void aByteOrderMarkElsewhereIsNone() {
    assertThat(SourceText.of("RET\n" + BOM).hasByteOrderMark()).isFalse();
    assertThat(bytes(0xEF, 0xBB).hasByteOrderMark()).isFalse();
  }

  @Test
  void theFirstLineDecidesTheLineEnding() {
    assertThat(SourceText.of("a\r\nb\n").lineEnding()).isEqualTo(LineEnding.CRLF);
    assertThat(SourceText.of("a\nb\r\n").lineEnding()).isEqualTo(LineEnding.LF);
    assertThat(SourceText.of("\r\n").lineEnding().text()).isEqualTo("\r\n");
    assertThat(SourceText.of("a\rb").lineEnding()).isEqualTo(LineEnding.LF);
    assertThat(SourceText.of("\n").lineEnding().text()).isEqualTo("\n");
  }

  @Test
  void knowsUtf8() {
    assertThat(SourceText.of("plain").isUtf8()).isTrue();
    assertThat(SourceText.of("runtime·f ∕ 𝛼 " + BOM).isUtf8()).isTrue();
  }

  @Test
  void knowsWhatIsNotUtf8() {
    assertThat(bytes('a', 0xE4).isUtf8()).as("Latin-1").isFalse();
    assertThat(bytes('a', 0xC2).isUtf8()).as("cut short").isFalse();
    assertThat(bytes(0xB7).isUtf8()).as("a continuation alone").isFalse();
    assertThat(bytes(0xC0, 0x80).isUtf8()).as("overlong").isFalse();
    assertThat(bytes(0xED, 0xA0, 0x80).isUtf8()).as("a surrogate").isFalse();
  }

  @Test
  void aNulByteMakesAFileBinary() {
    assertThat(bytes(0x7F, 'E', 'L', 'F', 0).isBinary()).isTrue();
    assertThat(SourceText.of("text\f\u000B").isBinary()).isFalse();
  }

  @Test
  void slicesAreCutByBytes() {
    SourceText text = SourceText.of("a·b");
    assertThat(text.slice(1, 3)).isEqualTo("·");
    assertThat(text.slice(new Span(3, 4))).isEqualTo("b");
    assertThat(text.slice(Span.at(2))).isEmpty();
  }

  @Test
  void textsAreEqualWhenTheirBytesAre() {
    assertThat(SourceText.of("·")).isEqualTo(bytes(0xC2, 0xB7));
    assertThat(SourceText.of("·")).hasSameHashCodeAs(bytes(0xC2, 0xB7));
    assertThat(SourceText.of("a\n")).isNotEqualTo(SourceText.of("a\r\n"));
    assertThat(SourceText.of("a")).isNotEqualTo("a");
  }

  @Test
  void printsAsItsText() {
    assertThat(SourceText.of("a·\r\n")).hasToString("a·\r\n");
    assertThat(SourceText.of("a·").bytes()).isEqualTo("a·".getBytes(StandardCharsets.UTF_8));
  }
}
