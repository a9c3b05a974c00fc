package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.arch.Architecture;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StackDepthTest {
  private static StackDepth depth(String goarch) {
    Architecture architecture = Assembly.architecture(goarch);
    return new StackDepth(architecture, new OperandParser(architecture));
  }

  private static OptionalLong growth(String goarch, String line) {
    return depth(goarch).growth(Assembly.of("\t" + line).statements().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64   ; SUBQ $24, SP            ; 24",
        "amd64   ; ADDQ $24, SP            ; -24",
        "amd64   ; SUBQ $(2*8), SP         ; 16",
        "386     ; SUBL $8, SP             ; 8",
        "arm     ; SUB $8, R13             ; 8",
        "arm     ; SUB $8, R13, R13        ; 8",
        "arm     ; MOVW.W R14, -16(R13)    ; 16",
        "arm     ; MOVW.P 16(R13), R15     ; -16",
        "arm64   ; SUB $(8*24), RSP        ; 192",
        "arm64   ; ADD $16, RSP, RSP       ; -16",
        "arm64   ; STP.W (R29, R30), -32(RSP) ; 32",
        "arm64   ; LDP.P 32(RSP), (R29, R30)  ; -32",
        "loong64 ; ADDV $-16, R3           ; 16",
        "mips    ; ADDU $-8, R29           ; 8",
        "mips64  ; ADDV $-8, R29           ; 8",
        "ppc64le ; MOVDU R0, -48(R1)       ; 48",
        "ppc64le ; ADD $48, R1             ; -48",
        "riscv64 ; ADD $-16, X2            ; 16",
        "riscv64 ; SUB $16, SP             ; 16",
        "riscv64 ; ADDI $-16, SP, SP       ; 16",
        "s390x   ; SUB $80, R15            ; 80",
        "s390x   ; MOVD $-80(R15), R15     ; 80",
      })
  void whatMovesTheStackPointerByAPlainNumberIsUnderstood(String goarch, String line, long by) {
    assertThat(growth(goarch, line)).hasValue(by);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64   ; MOVQ AX, 8(SP)",
        "amd64   ; MOVQ SP, AX",
        "amd64   ; CMPQ AX, SP",
        "amd64   ; MOVQ x-8(SP), AX",
        "amd64   ; CALL ·f(SB)",
        "amd64   ; RET",
        "amd64   ; XCHGQ AX, BX",
        "arm     ; MOVW.P 4(R1), R0",
        "arm     ; ADD.EQ $8, R1",
        "arm64   ; MOVD R0, 8(RSP)",
        "arm64   ; MOVD RSP, R0",
        "arm64   ; SUB $8, R1",
        "ppc64le ; MOVD R0, -48(R1)",
        "ppc64le ; MOVDU R0, -48(R2)",
        "arm64   ; MOVWU 8(RSP), R1",
        "s390x   ; STMG R6, R15, 48(R15)",
      })
  void whatLeavesTheStackPointerAloneDoesNotGrowTheStack(String goarch, String line) {
    assertThat(growth(goarch, line)).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64   ; PUSHQ AX",
        "amd64   ; POPQ AX",
        "amd64   ; ADJSP $8",
        "amd64   ; ANDQ $~15, SP",
        "amd64   ; MOVQ AX, SP",
        "amd64   ; LEAQ -8(SP), SP",
        "amd64   ; SUBQ AX, SP",
        "amd64   ; SUBQ $const_x, SP",
        "amd64   ; XCHGQ SP, AX",
        "arm     ; MOVM.DB.W [R4-R11], (R13)",
        "arm     ; ADD.NE $8, R13",
        "arm     ; MOVW.P.EQ 16(R13), R15",
        "arm     ; MOVM.IA (R0), [R12-R13]",
        "arm64   ; MOVD R0, RSP",
        "arm64   ; SUB $16, R1, RSP",
        "arm64   ; ADD R1, RSP, RSP",
        "s390x   ; LMG 48(R15), R6, R15",
        "s390x   ; MOVD $-80(R14), R15",
      })
  void whatMovesTheStackPointerOtherwiseIsNotUnderstood(String goarch, String line) {
    assertThat(growth(goarch, line)).isEmpty();
  }

  @Test
  void growthAddsUpInAStraightLine() {
    Function function =
        Assembly.of(
                "TEXT ·f(SB), 4, $0",
                "\tSUBQ $16, SP",
                "\tNOP",
                "\tSUBQ $8, SP",
                "\tADDQ $24, SP",
                "\tRET")
            .functions("amd64")
            .get(0);
    assertThat(depth("amd64").before(function, 1)).hasValue(0);
    assertThat(depth("amd64").before(function, 2)).hasValue(16);
    assertThat(depth("amd64").before(function, 4)).hasValue(24);
    assertThat(depth("amd64").before(function, 5)).hasValue(0);
  }

  @Test
  void oneInstructionThatIsNotUnderstoodMakesTheSumUnknown() {
    Function function =
        Assembly.of("TEXT ·f(SB), 4, $0", "\tPUSHQ AX", "\tNOP").functions("amd64").get(0);
    assertThat(depth("amd64").before(function, 1)).hasValue(0);
    assertThat(depth("amd64").before(function, 2)).isEmpty();
  }
}
