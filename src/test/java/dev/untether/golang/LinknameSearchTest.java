package dev.untether.golang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinknameSearchTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "go:", "go:linknam", "o:linkname", "go:link name", "GO:LINKNAME"})
  void passesOverFilesWithoutTheWord(String text) {
    assertThat(LinknameSearch.mayConcern(text.getBytes(UTF_8))).isFalse();
  }

  @Test
  void findsTheWordAtEveryOffset() {
    for (int before = 0; before < 40; before++) {
      for (int behind = 0; behind < 12; behind++) {
        String text =
            "go:linkna".repeat(5).substring(0, before) + "go:linkname" + "e".repeat(behind);
        assertThat(LinknameSearch.mayConcern(text.getBytes(UTF_8))).as(text).isTrue();
      }
    }
  }

  @Test
  void findsEveryFileOfTheCasesThatHasADirective() throws Exception {
    for (LinknameCase one : LinknameCase.all()) {
      for (SourceText text : one.files().values()) {
        if (!GoFile.parse("a.go", text).directives().isEmpty()) {
          assertThat(LinknameSearch.mayConcern(text.bytes())).as(one.name()).isTrue();
        }
      }
    }
  }
}
