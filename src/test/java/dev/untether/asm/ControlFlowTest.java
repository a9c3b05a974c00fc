package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.ControlFlow.Ending;
import dev.untether.asm.ControlFlow.Flow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ControlFlowTest {
  private static ControlFlow flow(String goarch, String... body) {
    List<String> lines = new ArrayList<>(List.of("TEXT ·f(SB), 4, $0"));
    lines.addAll(List.of(body));
    return Assembly.of(lines.toArray(String[]::new)).flow(goarch);
  }

  /** Every line stands as the first of three instructions; TEXT is 0, so the second is 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64   ; MOVQ AX, BX       ; NEXT   ; 2",
        "amd64   ; CALL ·g(SB)       ; NEXT   ; 2",
        "amd64   ; CALL AX           ; NEXT   ; 2",
        "amd64   ; UNHEARDOF AX      ; NEXT   ; 2",
        "amd64   ; PCDATA $0, $1     ; NEXT   ; 2",
        "amd64   ; JMP end           ; BRANCH ; 3",
        "amd64   ; JNE end           ; BRANCH ; 2 3",
        "amd64   ; JCXZQ end         ; BRANCH ; 2 3",
        "amd64   ; LOOP end          ; BRANCH ; 2 3",
        "amd64   ; JMP 2(PC)         ; BRANCH ; 3",
        "amd64   ; JMP foo+2(PC)     ; BRANCH ; 3",
        "amd64   ; JNE 1(PC)         ; BRANCH ; 2",
        "amd64   ; JMP 0(PC)         ; BRANCH ; 1",
        "amd64   ; CALL 2(PC)        ; BRANCH ; 2 3",
        "amd64   ; JMP ·g(SB)        ; LEAVES ; ''",
        "amd64   ; JNE ·g(SB)        ; LEAVES ; 2",
        "amd64   ; JMP AX            ; LEAVES ; ''",
        "amd64   ; JMP (AX)(BX*8)    ; LEAVES ; ''",
        "amd64   ; JMP nowhere       ; LEAVES ; ''",
        "amd64   ; JMP 9(PC)         ; LEAVES ; ''",
        "amd64   ; JMP -1(PC)        ; BRANCH ; 0",
        "amd64   ; JMP -2(PC)        ; LEAVES ; ''",
        "amd64   ; RET               ; LEAVES ; ''",
        "amd64   ; RET ·g(SB)        ; LEAVES ; ''",
        "amd64   ; UNDEF             ; STOPS  ; ''",
        "arm     ; B end             ; BRANCH ; 3",
        "arm     ; B.NE end          ; BRANCH ; 2 3",
        "arm     ; BNE end           ; BRANCH ; 2 3",
        "arm     ; BL.EQ ·g(SB)      ; NEXT   ; 2",
        "arm     ; RET.NE            ; LEAVES ; 2",
        "arm     ; MOVW R14, R15     ; LEAVES ; ''",
        "arm     ; MOVW.P 4(R13), R15; LEAVES ; ''",
        "arm     ; MOVM.IA.W (R13), [R0,R15] ; LEAVES ; ''",
        "arm     ; CMP R0, R15       ; NEXT   ; 2",
        "arm     ; MOVW R15, R0      ; NEXT   ; 2",
        "arm64   ; CBZ R0, end       ; BRANCH ; 2 3",
        "arm64   ; TBNZ $1, R0, end  ; BRANCH ; 2 3",
        "arm64   ; B (R3)            ; LEAVES ; ''",
        "arm64   ; ADR end, R0       ; BRANCH ; 2 3",
        "mips    ; BGEZAL R0, 1(PC)  ; BRANCH ; 2",
        "mips    ; BEQ R1, R2, end   ; BRANCH ; 2 3",
        "ppc64le ; BC 12, CR0LT, end ; BRANCH ; 2 3",
        "ppc64le ; BR (LR)           ; LEAVES ; ''",
        "ppc64le ; BR end            ; BRANCH ; 3",
        "riscv64 ; BEQZ X5, end      ; BRANCH ; 2 3",
        "s390x   ; CMPBEQ R1, $0, end; BRANCH ; 2 3",
        "loong64 ; BNE R4, R5, end   ; BRANCH ; 2 3",
      })
  void afterAnInstructionControlGoesOn(String goarch, String line, Ending ending, String next) {
    Flow flow = flow(goarch, "\t" + line, "\tNOP", "end:\tNOP").after(1);
    assertThat(flow.ending()).isEqualTo(ending);
    assertThat(flow.next().stream().sorted().map(String::valueOf).toList())
        .isEqualTo(next.isEmpty() ? List.of() : List.of(next.split(" ")));
  }

  @Test
  void backwardBranchesAreFollowed() {
    ControlFlow flow = flow("amd64", "loop:\tDECQ CX", "\tJNE loop", "\tJMP -2(PC)");
    assertThat(flow.after(2).next()).containsExactly(3, 1);
    assertThat(flow.after(3).next()).containsExactly(1);
  }

  @Test
  void nothingFollowsTheLastInstruction() {
    assertThat(flow("amd64", "\tNOP").after(1)).isEqualTo(new Flow(Ending.NEXT, List.of()));
  }

  @Test
  void labelsNamedLikeInstructionsAndRegistersAreFoundWhereTheyCanBeMeant() {
    assertThat(flow("amd64", "\tJMP MOVQ", "\tNOP", "MOVQ:\tMOVQ AX, BX").after(1).next())
        .containsExactly(3);
    // The operand AX is the register, whatever the labels.
    assertThat(flow("amd64", "\tJMP AX", "\tNOP", "AX:\tRET").after(1).ending())
        .isEqualTo(Ending.LEAVES);
  }

  @Test
  void middotLabelsAreFoundAsTheAssemblerSpellsThem() {
    assertThat(flow("amd64", "\tJMP a·b", "\tNOP", "a·b:\tRET").after(1).next()).containsExactly(3);
  }
}
