package dev.untether.asm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said about files in which hardly a line can be read. */
final class DamagedFileTest {
  private static final String MANY_BAD_LINES = "= bad\n".repeat(200);

  @Test
  void notEveryBadLineIsListed() {
    assertThat(rules(MANY_BAD_LINES)).hasSize(50).containsOnly("asm-syntax");
  }

  @Test
  void fewBadLinesAreAllListed() {
    assertThat(rules("= bad\n".repeat(49))).hasSize(49);
    assertThat(rules("= bad\n".repeat(50))).hasSize(50);
    assertThat(rules("\tRET\n")).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreReportedBesideManyBadLines() {
    assertThat(rules(MANY_BAD_LINES + "// caf\u00e9\n")).hasSize(51).contains("not-utf-8");
  }

  @Test
  void gnuAssemblyIsReportedInPlaceOfTheBadLinesBeforeIt() {
    assertThat(rules(MANY_BAD_LINES + ".text\n")).containsExactly("gnu-assembly");
  }

  private static List<String> rules(String latin1) {
    AsmFile file = AsmFile.parse("x.s", SourceText.of(latin1.getBytes(ISO_8859_1)));
    return file.problems().stream().map(Finding::rule).toList();
  }
}
