package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.Operand.Immediate;
import dev.untether.asm.Operand.Literal;
import dev.untether.asm.Operand.Memory;
import dev.untether.asm.Operand.Modified;
import dev.untether.asm.Operand.Other;
import dev.untether.asm.Operand.PcRelative;
import dev.untether.asm.Operand.Pseudo;
import dev.untether.asm.Operand.Register;
import dev.untether.asm.Operand.RegisterList;
import dev.untether.asm.Operand.Symbol;
import dev.untether.asm.Operand.Word;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OperandParserTest {
  private static final OptionalLong UNKNOWN = OptionalLong.empty();

  private static Operand amd64(String text) {
    return Assembly.operand("amd64", text);
  }

  private static OptionalLong known(long value) {
    return OptionalLong.of(value);
  }

  private static Symbol symbol(String name, long offset, Pseudo base, char prefix) {
    return new Symbol(new SymbolName(name, "ABI0", false), known(offset), base, prefix);
  }

  @Test
  void symbolsHaveNameOffsetAndPseudoRegister() {
    assertThat(amd64("runtime·f(SB)")).isEqualTo(symbol("runtime.f", 0, Pseudo.SB, '\0'));
    assertThat(amd64("·x+8(SB)")).isEqualTo(symbol(".x", 8, Pseudo.SB, '\0'));
    assertThat(amd64("x-(2*8)(SP)")).isEqualTo(symbol("x", -16, Pseudo.SP, '\0'));
    assertThat(amd64("arg+24(FP)")).isEqualTo(symbol("arg", 24, Pseudo.FP, '\0'));
    assertThat(amd64("crosscall2(SB)")).isEqualTo(symbol("crosscall2", 0, Pseudo.SB, '\0'));
  }

  @Test
  void symbolsMayHaveAPrefix() {
    assertThat(amd64("$·f(SB)")).isEqualTo(symbol(".f", 0, Pseudo.SB, '$'));
    assertThat(amd64("*fn(SB)")).isEqualTo(symbol("fn", 0, Pseudo.SB, '*'));
    assertThat(amd64("$ x + 8 (FP)")).isEqualTo(symbol("x", 8, Pseudo.FP, '$'));
  }

  @Test
  void symbolsMayBeStaticOrSayTheirAbi() {
    assertThat(amd64("x<>+4(SB)"))
        .isEqualTo(new Symbol(new SymbolName("x", "ABI0", true), known(4), Pseudo.SB, '\0'));
    assertThat(amd64("x< >(SB)"))
        .isEqualTo(new Symbol(new SymbolName("x", "ABI0", true), known(0), Pseudo.SB, '\0'));
    assertThat(amd64("f<ABIInternal>(SB)"))
        .isEqualTo(
            new Symbol(new SymbolName("f", "ABIInternal", false), known(0), Pseudo.SB, '\0'));
  }

  @Test
  void symbolsMayBeFollowedByAnIndexOrAWidth() {
    assertThat(amd64("table<>(SB)(AX*8)"))
        .isEqualTo(new Symbol(new SymbolName("table", "ABI0", true), known(0), Pseudo.SB, '\0'));
    assertThat(amd64("x+8(SB)/4")).isEqualTo(symbol("x", 8, Pseudo.SB, '\0'));
  }

  @Test
  void aConstantOfGoAsmMakesAnOffsetUnknownButHidesNoSymbol() {
    assertThat(amd64("internal∕cpu·X86+const_offsetX86HasAVX2(SB)"))
        .isEqualTo(
            new Symbol(
                new SymbolName("internal/cpu.X86", "ABI0", false), UNKNOWN, Pseudo.SB, '\0'));
    assertThat(amd64("$const_deBruijn64")).isEqualTo(new Immediate(UNKNOWN));
    assertThat(amd64("(g_sched+gobuf_sp)(R14)")).isEqualTo(new Memory("R14", "", UNKNOWN, false));
    assertThat(amd64("g_m(R14)")).isEqualTo(new Memory("R14", "", UNKNOWN, false));
    assertThat(amd64("m__size(AX)")).isEqualTo(new Memory("AX", "", UNKNOWN, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b(SB)", "\"x\"(SB)", "x(SB", "x<(SB)", "x<>y(SB)", "x(AB)", "8x(SB)"})
  void whatTheAssemblerRefusesIsNoSymbol(String text) {
    assertThat(amd64(text)).isNotInstanceOf(Symbol.class);
  }

  @Test
  void aRegisterIsNeverASymbol() {
    assertThat(amd64("g(SB)")).isNotInstanceOf(Symbol.class);
    assertThat(Assembly.operand("386", "g(SB)")).isEqualTo(symbol("g", 0, Pseudo.SB, '\0'));
    assertThat(Assembly.operand("arm64", "AX(SB)")).isEqualTo(symbol("AX", 0, Pseudo.SB, '\0'));
  }

  @Test
  void placesAreCountedFromThePc() {
    assertThat(amd64("2(PC)")).isEqualTo(new PcRelative(known(2)));
    assertThat(amd64("-3(PC)")).isEqualTo(new PcRelative(known(-3)));
    assertThat(amd64("(PC)")).isEqualTo(new PcRelative(known(0)));
    assertThat(amd64("(1+1)(PC)")).isEqualTo(new PcRelative(known(2)));
    assertThat(amd64("foo+2(PC)")).isEqualTo(new PcRelative(known(2)));
  }

  @Test
  void aNameAloneIsALabelOrAWordOfItsInstruction() {
    assertThat(amd64("loop")).isEqualTo(new Word("loop"));
    assertThat(amd64("·loop")).isEqualTo(new Word(".loop"));
    assertThat(Assembly.operand("arm64", "PLDL1KEEP")).isEqualTo(new Word("PLDL1KEEP"));
  }

  @Test
  void registersAreThoseOfTheArchitecture() {
    assertThat(amd64("AX")).isEqualTo(new Register("AX", false));
    assertThat(amd64("*AX")).isEqualTo(new Register("AX", true));
    assertThat(Assembly.operand("arm64", "AX")).isEqualTo(new Word("AX"));
    assertThat(Assembly.operand("arm64", "R28")).isEqualTo(new Word("R28"));
    assertThat(Assembly.operand("arm64", "g")).isEqualTo(new Register("g", false));
    assertThat(Assembly.operand("386", "g")).isEqualTo(new Word("g"));
  }

  @Test
  void registersMayBeNumbered() {
    assertThat(Assembly.operand("arm", "R(5)")).isEqualTo(new Register("R5", false));
    assertThat(Assembly.operand("arm", "R(10)")).isEqualTo(new Register("g", false));
    assertThat(Assembly.operand("ppc64le", "SPR(268)")).isEqualTo(new Register("SPR(268)", false));
    assertThat(Assembly.operand("arm", "R")).isEqualTo(new Word("R"));
    assertThat(Assembly.operand("arm", "R(SB)")).isEqualTo(symbol("R", 0, Pseudo.SB, '\0'));
    assertThat(Assembly.operand("arm", "R(99999999999)")).isInstanceOf(Register.class);
  }

  @Test
  void memoryHasBaseIndexAndOffset() {
    assertThat(amd64("(AX)")).isEqualTo(new Memory("AX", "", known(0), false));
    assertThat(amd64("-8(SP)")).isEqualTo(new Memory("SP", "", known(-8), false));
    assertThat(amd64("8(AX)(BX*4)")).isEqualTo(new Memory("AX", "BX", known(8), false));
    assertThat(amd64("(BX*4)")).isEqualTo(new Memory("", "BX", known(0), false));
    assertThat(amd64("$8(SP)")).isEqualTo(new Memory("SP", "", known(8), true));
    assertThat(amd64("16 ( AX )")).isEqualTo(new Memory("AX", "", known(16), false));
    assertThat(Assembly.operand("arm64", "(R1)(R2.SXTW<<3)"))
        .isEqualTo(new Memory("R1", "R2", known(0), false));
    assertThat(Assembly.operand("ppc64", "(R1+R2)"))
        .isEqualTo(new Memory("R1", "R2", known(0), false));
    assertThat(Assembly.operand("arm64", "(VL*2)(R1)"))
        .isEqualTo(new Memory("R1", "", UNKNOWN, false));
    assertThat(Assembly.operand("s390x", "8(R1)(R2*1)"))
        .isEqualTo(new Memory("R1", "R2", known(8), false));
  }

  @Test
  void anUnnamedStackPointerIsHardware() {
    assertThat(amd64("8(SP)")).isInstanceOf(Memory.class);
    assertThat(amd64("x+8(SP)")).isInstanceOf(Symbol.class);
    assertThat(amd64("const_size(SP)")).isEqualTo(new Memory("SP", "", UNKNOWN, false));
    assertThat(amd64("gobuf__size(SP)")).isEqualTo(new Memory("SP", "", UNKNOWN, false));
  }

  @Test
  void aBareNumberIsMemory() {
    assertThat(amd64("16")).isEqualTo(new Memory("", "", known(16), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$0 ; 0",
        "$-8 ; -8",
        "$+8 ; 8",
        "$~0 ; -1",
        "$0x1F ; 31",
        "$0XaB ; 171",
        "$0b101 ; 5",
        "$0o17 ; 15",
        "$017 ; 15",
        "$1_000 ; 1000",
        "$0xffffffffffffffff ; -1",
        "$18446744073709551615 ; -1",
        "$1+2*3 ; 7",
        "$(1+2)*3 ; 9",
        "$1<<4|1 ; 17",
        "$6^3 ; 5",
        "$7&3+1 ; 4",
        "$-8/2 ; 9223372036854775804",
        "$7%4 ; 3",
        "$256>>4 ; 16",
        "$1<<64 ; 0",
        "$1<<(0-1) ; 0",
        "$'a' ; 97",
        "$- - 1 ; 1",
        "$((1)) ; 1"
      })
  void expressionsAreComputedInUnsigned64Bits(String text, long value) {
    assertThat(amd64(text)).isEqualTo(new Immediate(known(value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$1/0", "$1%0", "$99999999999999999999", "$'\\n'", "$name", "$0x", "$089"})
  void whatCannotBeComputedIsUnknown(String text) {
    assertThat(amd64(text)).isEqualTo(new Immediate(UNKNOWN));
  }

  @Test
  void floatsAndStringsAreLiterals() {
    assertThat(amd64("$1.5")).isEqualTo(new Literal("1.5"));
    assertThat(amd64("$-1.5")).isEqualTo(new Literal("-1.5"));
    assertThat(amd64("$\"a,b\"")).isEqualTo(new Literal("\"a,b\""));
  }

  @Test
  void registerListsNameTheEndsOfTheirRanges() {
    assertThat(Assembly.operand("arm", "[R0,R2-R4,g]"))
        .isEqualTo(new RegisterList(List.of("R0", "R2", "R4", "g")));
    assertThat(Assembly.operand("arm64", "(R1, R2)"))
        .isEqualTo(new RegisterList(List.of("R1", "R2")));
    assertThat(amd64("[Z10-Z13]")).isEqualTo(new RegisterList(List.of("Z10", "Z13")));
  }

  @Test
  void shiftsAndArrangementsModifyARegister() {
    assertThat(Assembly.operand("arm", "R1<<R2"))
        .isEqualTo(new Modified("R1", List.of("R1", "R2")));
    assertThat(Assembly.operand("arm64", "R1@>3")).isEqualTo(new Modified("R1", List.of("R1")));
    assertThat(Assembly.operand("arm64", "V1.B16")).isEqualTo(new Modified("V1", List.of("V1")));
    assertThat(Assembly.operand("arm64", "R3.UXTW<<2")).isInstanceOf(Modified.class);
  }

  @Test
  void anythingElseStillTellsItsRegisters() {
    assertThat(amd64("!")).isEqualTo(new Other(List.of()));
    assertThat(amd64("(AX)+(BX)")).isNotInstanceOf(Symbol.class);
    assertThat(amd64("AX BX")).isInstanceOf(Modified.class);
    assertThat(amd64("<AX")).isEqualTo(new Other(List.of("AX")));
  }
}
