package dev.untether.report.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs from git's colours; that the rest does not, {@link DiffOnRealToolsTest} checks. */
final class ColourDiffTest {

  private static String diff(String before, String after) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ColourDiff()
        .write(
            List.of(FilePatch.modified("x.s", SourceText.of(before), SourceText.of(after))), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String withoutColours(String text) {
    return text.replaceAll("\u001B\\[[0-9;]*m", "");
  }

  @Test
  void withoutItsColoursItIsTheUnifiedDiff() throws IOException {
    String before = "TEXT ·f(SB), $0\n\tNOP\n\tNOP\n\tNOP\n\tMOVQ AX, BX\r\n\tRET";
    String after = "TEXT ·f(SB), $0\n\tNOP\n\tNOP\n\tNOP\n\tMOVQ AX, CX \t\r\n\n  \n\tRET\n";
    byte[] plain =
        new UnifiedDiff()
            .toBytes(
                List.of(FilePatch.modified("x.s", SourceText.of(before), SourceText.of(after))));
    assertThat(withoutColours(diff(before, after)))
        .isEqualTo(new String(plain, StandardCharsets.UTF_8));
  }

  @Test
  void anEscapeSequenceInAFileIsShownNotObeyed() throws IOException {
    String hidden = "\tCALL evil(SB) \u001B[8m\u009B2K\u007F\rRET\n";
    assertThat(diff("\u001B[1A\n", hidden))
        .contains("\u001B[31m-\u001B[7m^[\u001B[m\u001B[31m[1A\u001B[m\n")
        .contains("\u001B[7m^[\u001B[m\u001B[32m[8m")
        .contains("\u001B[7m<U+009B>\u001B[m\u001B[32m2K")
        .contains("\u001B[7m^?\u001B[m\u001B[32m\u001B[7m^M\u001B[m\u001B[32mRET");
    assertThat(diff("a\n" + hidden, "b\n" + hidden))
        .contains(" \tCALL evil(SB) \u001B[7m^[\u001B[m");
  }

  @Test
  void otherCharactersOutsideAsciiStay() throws IOException {
    assertThat(withoutColours(diff("\u00A0·\u00BF\n", "é\u0100\n")))
        .endsWith("-\u00A0·\u00BF\n+é\u0100\n");
  }

  @Test
  void aNegativeContextIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ColourDiff(-1));
  }
}
