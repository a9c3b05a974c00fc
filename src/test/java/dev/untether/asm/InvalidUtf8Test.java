package dev.untether.asm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The assembler says "invalid UTF-8 encoding" to each of these, and reads no letter. */
final class InvalidUtf8Test {
  @ParameterizedTest
  @ValueSource(strings = {"\u00c1\u0081", "\u00ed\u00a0\u0080", "\u00e0\u0081\u0081", "\u00c3"})
  void bytesThatEncodeALetterTheWrongWayAreNoPartOfAName(String bytes) {
    byte[] text = ("TEXT f" + bytes + "(SB), 4, $0\n").getBytes(ISO_8859_1);

    AsmFile file = AsmFile.parse("a.s", SourceText.of(text));

    assertThat(file.tree().tokenText(2)).isEqualTo("f");
    assertThat(file.isEditable()).isFalse();
  }
}
