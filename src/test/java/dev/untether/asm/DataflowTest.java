package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.arch.Architecture;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataflowTest {
  private static Dataflow dataflow(String goarch) {
    Architecture architecture = Assembly.architecture(goarch);
    return new Dataflow(architecture, new OperandParser(architecture));
  }

  private static Statement statement(String line) {
    return Assembly.of("\t" + line).statements().get(0);
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64 ; MOVQ AX, BX         ; AX       ; BX",
        "amd64 ; MOVQ $1, BX         ; ''       ; BX",
        "amd64 ; MOVQ 8(AX)(CX*8), DX; AX CX    ; DX",
        "amd64 ; MOVQ AX, 8(BX)      ; AX BX    ; ''",
        "amd64 ; MOVB AL, BL         ; AX BX    ; ''",
        "amd64 ; ADDQ AX, BX         ; AX BX    ; ''",
        "amd64 ; UNHEARDOF AX, BX    ; AX BX    ; ''",
        "arm   ; MOVW R1, R2         ; R1       ; R2",
        "arm   ; MOVW.EQ R1, R2      ; R1 R2    ; ''",
        "arm   ; MOVW.P 4(R1), R2    ; R1       ; R2",
        "arm   ; MOVW R(1), g        ; R1       ; g",
        "arm64 ; MOVD R1, R2         ; R1       ; R2",
        "arm64 ; MOVD LR, R2         ; R30      ; R2",
        "arm64 ; ADD R1, R2, R3      ; R1 R2 R3 ; ''",
        "riscv64 ; MOV A0, T0        ; X10      ; X5",
        "ppc64le ; MOVDU 8(R4), R5   ; R4 R5    ; ''",
      })
  void onlyAPlainMoveDefinesARegisterWithoutReadingIt(
      String goarch, String line, String reads, String defines) {
    assertThat(dataflow(goarch).reads(statement(line))).isEqualTo(words(reads));
    assertThat(dataflow(goarch).defines(statement(line))).isEqualTo(words(defines));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64 ; MOVQ AX, BX            ; BX",
        "amd64 ; MOVB AX, BL            ; BX",
        "amd64 ; ADDQ AX, BX            ; BX",
        "amd64 ; UNHEARDOF AX, BX       ; AX",
        "amd64 ; CALL ·f(SB)            ; R15",
        "amd64 ; MULQ BX                ; DX",
        "amd64 ; CPUID                  ; CX",
        "amd64 ; REP                    ; CX",
        "amd64 ; SYSCALL                ; R11",
        "arm   ; MOVM.IA (R0), [R1-R4]  ; R2",
        "arm   ; MOVW.EQ R1, R2         ; R2",
        "arm   ; MOVW.P 4(R1), R2       ; R1",
        "arm64 ; STP.W (R1, R2), -16(RSP) ; RSP",
        "arm64 ; BL ·f(SB)              ; R19",
        "arm64 ; ADD R1, R2, g          ; g",
        "mips  ; BGEZAL R0, 1(PC)       ; R31",
        "riscv64 ; JALR X1, X5          ; X9",
        "s390x ; LMG 48(R15), R6, R15   ; R9",
      })
  void whatMayChangeARegisterIsSaidTo(String goarch, String line, String register) {
    assertThat(dataflow(goarch).mayWrite(statement(line), register)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64 ; MOVQ AX, BX       ; AX",
        "amd64 ; MOVQ AX, 8(BX)    ; BX",
        "amd64 ; MOVQ AX, x-8(SP)  ; AX",
        "amd64 ; ADDQ AX, BX       ; CX",
        "amd64 ; JMP AX            ; BX",
        "arm64 ; MOVD R1, R2       ; R1",
        "arm64 ; MOVD 8(R1), R2    ; R1",
        "arm64 ; CBZ R1, end       ; R2",
        "s390x ; MOVD R6, 8(R15)   ; R6",
      })
  void whatCannotChangeARegisterIsNot(String goarch, String line, String register) {
    assertThat(dataflow(goarch).mayWrite(statement(line), register)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "amd64, AL, AX",
    "amd64, g, R14",
    "arm64, LR, R30",
    "riscv64, A0, X10",
    "arm64, nonsense, nonsense"
  })
  void everyRegisterHasOneName(String goarch, String alias, String name) {
    assertThat(dataflow(goarch).canonical(alias)).isEqualTo(name);
  }
}
