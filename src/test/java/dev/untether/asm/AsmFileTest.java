package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import org.junit.jupiter.api.Test;

final class AsmFileTest {
  private static AsmFile parse(String text) {
    return AsmFile.parse("a.s", SourceText.of(text));
  }

  @Test
  void goAssemblyInUtf8MayBeEdited() {
    AsmFile file = parse("TEXT ·f(SB), 4, $0\n\tRET\n");
    assertThat(file.dialect()).isEqualTo(AsmFile.Dialect.GO);
    assertThat(file.isEditable()).isTrue();
    assertThat(file.problems()).isEmpty();
    assertThat(file.source()).hasToString("TEXT ·f(SB), 4, $0\n\tRET\n");
  }

  @Test
  void aFileWithABadLineMayStillBeEditedElsewhere() {
    assertThat(parse("\t(AX)\n\tRET\n").isEditable()).isTrue();
  }

  @Test
  void aFileThatIsNotUtf8IsReadButNotEdited() {
    AsmFile file =
        AsmFile.parse("a.s", SourceText.of(new byte[] {'R', 'E', 'T', '/', '/', -1, '\n'}));
    assertThat(file.dialect()).isEqualTo(AsmFile.Dialect.GO);
    assertThat(file.isEditable()).isFalse();
    assertThat(file.problems()).hasSize(1);
  }

  @Test
  void binaryAndGnuFilesAreNotEdited() {
    AsmFile binary = parse("RET\n\0");
    assertThat(binary.dialect()).isEqualTo(AsmFile.Dialect.BINARY);
    assertThat(binary.isEditable()).isFalse();
    AsmFile gnu = parse("\t.globl f\n");
    assertThat(gnu.dialect()).isEqualTo(AsmFile.Dialect.GNU);
    assertThat(gnu.isEditable()).isFalse();
  }

  @Test
  void anEmptyFileIsGoAssembly() {
    assertThat(parse("").dialect()).isEqualTo(AsmFile.Dialect.GO);
    assertThat(parse("").isEditable()).isTrue();
  }

  @Test
  void onlyTheFirstFiftyProblemsAreTold() {
    assertThat(parse("\t(AX)\n".repeat(200)).problems()).hasSize(50);
  }

  @Test
  void problemsComeInTheOrderOfTheFile() {
    assertThat(parse("#ifdef A\n\t(AX)\n\tMOVQ AX,\n").problems())
        .extracting(problem -> problem.position().line())
        .containsExactly(1, 2, 3);
  }
}
