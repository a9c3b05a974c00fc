package dev.untether.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8Test {
  @Test
  void everyCharacterIsReadBackWithItsWidth() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(c).getBytes(UTF_8);
        if (Utf8.codePoint(bytes, 0) != c || Utf8.width(c) != bytes.length) {
          assertThat(c).as("character read wrongly").isNegative();
        }
      }
    }
  }

  /** As Go and its assembler have it, none of these is a character. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c181",
        "c080",
        "e08080",
        "f0808080",
        "eda080",
        "edbfbf",
        "f4908080",
        "f8808080",
        "ff",
        "c3",
        "e28c",
        "f09f98",
        "c328",
      })
  void whatIsNotUtf8IsNoCharacter(String hex) {
    assertThat(Utf8.codePoint(HexFormat.of().parseHex(hex), 0)).isNegative();
  }
}
