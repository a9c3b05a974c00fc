package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.SymbolReference.Origin;
import dev.untether.text.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceReaderTest {
  private static List<String> uses(String goarch, String... lines) {
    return Assembly.of(lines).references(goarch).stream()
        .map(r -> r.use().word() + " " + r.symbol().spelled())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64   ; CALL ·f(SB)             ; call",
        "amd64   ; JMP ·f(SB)              ; jump",
        "amd64   ; JNE ·f(SB)              ; jump",
        "amd64   ; RET ·f(SB)              ; jump",
        "amd64   ; CALL *·f(SB)            ; load",
        "amd64   ; MOVQ $·f(SB), AX        ; address",
        "amd64   ; LEAQ ·f(SB), AX         ; address",
        "amd64   ; MOVQ ·f(SB), AX         ; load",
        "amd64   ; MOVQ ·f+8(SB)(CX*8), AX ; load",
        "amd64   ; MOVQ AX, ·f(SB)         ; store",
        "amd64   ; MOVQ AX, ·f+const_n(SB) ; store",
        "amd64   ; CMPQ ·f(SB), $0         ; load",
        "amd64   ; CMPQ AX, ·f(SB)         ; load",
        "amd64   ; TESTB $1, ·f(SB)        ; load",
        "amd64   ; INCQ ·f(SB)             ; store",
        "amd64   ; PUSHQ ·f(SB)            ; load",
        "arm     ; BL ·f(SB)               ; call",
        "arm     ; BL.NE ·f(SB)            ; call",
        "arm     ; B ·f(SB)                ; jump",
        "arm64   ; ADR ·f(SB), R0          ; address",
        "arm64   ; B ·f(SB)                ; jump",
        "arm64   ; MOVD ·f(SB), R0         ; load",
        "arm64   ; MOVD R0, ·f(SB)         ; store",
        "mips    ; JAL ·f(SB)              ; call",
        "mips    ; BGEZAL R1, ·f(SB)       ; call",
        "ppc64le ; BR ·f(SB)               ; jump",
        "ppc64le ; BCL 20, CR7SO, ·f(SB)   ; call",
        "riscv64 ; CALL ·f(SB)             ; call",
        "riscv64 ; JAL X5, ·f(SB)          ; call",
        "riscv64 ; JAL ZERO, ·f(SB)        ; jump",
        "riscv64 ; JAL X0, ·f(SB)          ; jump",
        "loong64 ; JAL ·f(SB)              ; call",
        "s390x   ; BL ·f(SB)               ; call",
        "wasm    ; CALLNORESUME ·f(SB)     ; call",
        "wasm    ; JMP ·f(SB)              ; jump",
        "amd64   ; FUNCDATA $0, ·f(SB)     ; funcdata",
        "amd64   ; UNHEARDOF ·f(SB), AX    ; load",
        "amd64   ; UNHEARDOF AX, ·f(SB)    ; store",
      })
  void theUseFollowsFromInstructionAndPlace(String goarch, String line, String use) {
    assertThat(uses(goarch, "\t" + line)).containsExactly(use + " .f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amd64 ; JMP label",
        "amd64 ; JMP 2(PC)",
        "amd64 ; JMP foo+2(PC)",
        "amd64 ; MOVQ x+8(FP), AX",
        "amd64 ; MOVQ $x-8(SP), AX",
        "amd64 ; CALL g(SB)",
        "amd64 ; MOVQ \"\".x(SB), AX",
        "amd64 ; CALL a.b(SB)",
        "amd64 ; MOVQ const_x(AX), BX",
        "amd64 ; PCDATA $0, ·f(SB)",
      })
  void whatIsNoSymbolIsNoReference(String goarch, String line) {
    assertThat(uses(goarch, "\t" + line)).isEmpty();
  }

  @Test
  void textDataAndGloblDefine() {
    assertThat(
            uses(
                "amd64",
                "TEXT ·f(SB), 4, $0-8",
                "DATA ·table+8(SB)/8, $·f(SB)",
                "DATA ·table+16(SB)/8, $1",
                "GLOBL ·table(SB), 8, $24",
                "GLOBL local<>(SB), $8"))
        .containsExactly(
            "define .f",
            "define .table",
            "data .f",
            "define .table",
            "define .table",
            "define local");
  }

  @Test
  void aReferenceBelongsToTheTextBeforeIt() {
    assertThat(
            Assembly.of(
                    "\tCALL ·a(SB)",
                    "TEXT ·f(SB), 4, $0",
                    "\tCALL ·b(SB)",
                    "TEXT local<>(SB), 4, $0",
                    "\tCALL ·c(SB)")
                .references("arm64"))
        .extracting(SymbolReference::function)
        .containsExactly("", ".f", ".f", "local", "local");
  }

  @Test
  void dataBelongsToTheSymbolItFills() {
    assertThat(
            Assembly.of("TEXT ·f(SB), 4, $0", "DATA ·t(SB)/8, $·x(SB)", "GLOBL ·t(SB), $8")
                .references("amd64"))
        .extracting(SymbolReference::function)
        .containsExactly(".f", ".t", ".t", ".t");
  }

  @Test
  void staticSymbolsAndAbisAreTold() {
    assertThat(
            Assembly.of("\tCALL f<>(SB)", "\tCALL ·g<ABIInternal>(SB)", "\tCALL h(SB)")
                .references("amd64"))
        .extracting(SymbolReference::symbol)
        .containsExactly(
            new SymbolName("f", "ABI0", true),
            new SymbolName(".g", "ABIInternal", false),
            new SymbolName("h", "ABI0", false));
  }

  @Test
  void thePlaceIsThatOfTheNameNotOfItsPrefix() {
    SymbolReference reference = Assembly.of("\tMOVQ\t$·größe(SB), AX").references("amd64").get(0);
    assertThat(reference.position()).isEqualTo(new Position(1, 8));
    assertThat(reference.macros()).isEmpty();
    assertThat(reference.origin()).isEmpty();
  }

  @Test
  void outOfAMacroThePlaceIsTheCallAndTheOriginIsTheBody() {
    SymbolReference reference =
        Assembly.of("#define F CALL ·f(SB)", "", "\tNOP; F").references("amd64").get(0);
    assertThat(reference.position()).isEqualTo(new Position(3, 7));
    assertThat(reference.macros()).containsExactly("F");
    assertThat(reference.origin()).contains(new Origin("a.s", new Position(1, 16)));
  }

  @Test
  void anArgumentsOriginIsTheArgument() {
    SymbolReference reference =
        Assembly.of("#define IN(x) CALL x(SB)", "#define OUT(x) IN(x)", "\tOUT(·f)")
            .references("amd64")
            .get(0);
    assertThat(reference.position()).isEqualTo(new Position(3, 2));
    assertThat(reference.macros()).containsExactly("OUT", "IN");
    assertThat(reference.origin()).contains(new Origin("a.s", new Position(3, 6)));
  }

  @Test
  void throughAHeaderTheOriginNamesTheHeader() {
    SymbolReference reference =
        Assembly.of("#include \"funcdata.h\"", "TEXT ·f(SB), 4, $0", "\tGO_ARGS")
            .references("amd64")
            .get(1);
    assertThat(reference.use()).isEqualTo(Use.FUNCDATA);
    assertThat(reference.symbol().spelled()).isEqualTo("go_args_stackmap");
    assertThat(reference.position()).isEqualTo(new Position(3, 2));
    assertThat(reference.macros()).containsExactly("GO_ARGS");
    assertThat(reference.origin().map(Origin::file)).isEqualTo(Optional.of("funcdata.h"));
  }

  @Test
  void aFunctionMayBeMadeByAMacro() {
    assertThat(
            Assembly.of(
                    "#define CALLFN(NAME, SIZE) TEXT NAME(SB), 4, $SIZE; CALL ·x(SB)",
                    "CALLFN(·call16, 16)",
                    "CALLFN(·call32, 32)")
                .references("amd64"))
        .extracting(r -> r.function() + " " + r.symbol().spelled())
        .containsExactly(".call16 .call16", ".call16 .x", ".call32 .call32", ".call32 .x");
  }

  @Test
  void oneArmOfAConditionalIsSeen() {
    Assembly assembly =
        Assembly.of("#ifdef GOOS_aix", "\tCALL ·a(SB)", "#else", "\tCALL ·b(SB)", "#endif");
    assertThat(assembly.references("ppc64"))
        .extracting(r -> r.symbol().spelled())
        .containsExactly(".b");
    assertThat(assembly.defining("GOOS_aix").references("ppc64"))
        .extracting(r -> r.symbol().spelled())
        .containsExactly(".a");
  }

  @Test
  void commentsAndStringsHideNothingAndHoldNothing() {
    assertThat(
            uses(
                "amd64",
                "\tCALL /* x(SB) */ ·f // y(SB)",
                "/* CALL z(SB) */ CALL ·f /* , */ (SB) // CALL w(SB)",
                "DATA ·s(SB)/8, $\"CALL v(SB)\""))
        .containsExactly("call .f", "define .s");
  }

  @Test
  void twoReferencesInOneStatementAreTwo() {
    assertThat(uses("amd64", "\tMOVQ ·a(SB), ·b(SB)")).containsExactly("load .a", "store .b");
    assertThat(uses("amd64", "\tMOVQ $·a(SB), ·b(SB)")).containsExactly("address .a", "store .b");
  }
}
