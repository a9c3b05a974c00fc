package dev.untether.asm.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What instructions do beside writing their last operand. */
final class EffectsTest {
  private static Architecture architecture(String goarch) {
    return Architecture.forGoarch(goarch).orElseThrow();
  }

  private static void assertTells(Predicate<String> predicate, String yes, String no) {
    assertThat(words(yes)).allMatch(predicate);
    assertThat(words(no)).noneMatch(predicate);
  }

  private static List<String> words(String text) {
    return text.equals("-") ? List.of() : List.of(text.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | LEAL LEAQ LEAW   | MOVL LEAVEL LEA
          amd64   | LEAL LEAQ LEAW   | MOVQ LEAVEQ PUSHQ
          arm     | -                | MOVW ADR LEAQ
          arm64   | ADR ADRP         | MOVD B LEAQ
          s390x   | LA LAY LARL      | LAA LAAG LMG MOVD
          ppc64le | -                | MOVD ADD
          """)
  void takesAnAddress(String goarch, String yes, String no) {
    assertTells(architecture(goarch)::takesAddress, yes, no);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ppc64   | MOVDU MOVWU MOVWZU MOVBU MOVBZU FMOVDU | MOVD MOVWZ ADDZE
          ppc64le | MOVDU MOVHU                            | MOVHZ
          arm64   | -                                      | MOVWU MOVBU MOVHU
          mips64  | -                                      | MOVWU MOVBU
          riscv64 | -                                      | MOVWU MOVHU
          """)
  void writesTheBaseBack(String goarch, String yes, String no) {
    assertTells(architecture(goarch)::updatesBase, yes, no);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amd64   | MULQ DIVL CPUID REP MOVSQ CMPXCHGQ SYSCALL POPAL | MOVSD CMPSD IMUL3Q MULSD MULXQ ADDQ
          arm     | MOVM LDREXD SWI                                  | MOVW LDREX MULL
          arm64   | SVC                                              | LDP STP MOVD
          ppc64le | MOVMW LSW BDNZ                                   | MOVD STMW
          s390x   | LMG LMY MLGR                                     | STMG MOVD LA
          mips    | MULU DIV REM                                     | ADDU MOVW
          riscv64 | ECALL                                            | MUL DIV
          loong64 | SYSCALL                                          | MULV DIVV
          """)
  void writesRegistersItDoesNotName(String goarch, String yes, String no) {
    assertTells(architecture(goarch)::writesUnnamedRegisters, yes, no);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          riscv64 | JAL JALR | CALL CJALR JMP
          loong64 | JIRL     | JAL CALL
          mips    | -        | BGEZAL JAL
          ppc64   | -        | BCL BL
          """)
  void linksIntoItsFirstOperand(String goarch, String yes, String no) {
    assertTells(architecture(goarch)::linksIntoFirstOperand, yes, no);
  }

  @Test
  void onlyArmHasItsProgramCounterAmongTheRegisters() {
    assertThat(architecture("arm").programCounter()).contains("R15");
    assertThat(Architecture.goarches())
        .filteredOn(goarch -> architecture(goarch).programCounter().isPresent())
        .containsExactly("arm");
  }
}
