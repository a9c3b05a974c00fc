package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionTest {
  private static final OperandParser AMD64 = new OperandParser(Assembly.architecture("amd64"));

  private static Function function(String... lines) {
    return Assembly.of(lines).functions("amd64").get(0);
  }

  private static List<String> progs(Function function) {
    return function.progs().stream().map(Assembly::line).toList();
  }

  @Test
  void aFunctionReachesFromItsTextToTheNext() {
    List<Function> functions =
        Assembly.of("TEXT ·f(SB), 4, $0", "\tNOP", "", "TEXT local<>(SB), 4, $0", "\tRET")
            .functions("amd64");
    assertThat(functions).extracting(f -> f.symbol().spelled()).containsExactly(".f", "local");
    assertThat(progs(functions.get(0))).containsExactly("TEXT .f(SB), 4, $0", "NOP");
    assertThat(progs(functions.get(1))).containsExactly("TEXT local<>(SB), 4, $0", "RET");
  }

  @Test
  void whatStandsBeforeTheFirstTextIsDropped() {
    assertThat(Assembly.of("\tNOP", "\tRET").functions("amd64")).isEmpty();
    assertThat(progs(function("\tNOP", "TEXT ·f(SB), 4, $0"))).hasSize(1);
  }

  @Test
  void everyInstructionCountsAndDataDoesNot() {
    assertThat(
            progs(
                function(
                    "TEXT ·f(SB), 4, $0",
                    "\tPCDATA $0, $1",
                    "DATA x(SB)/4, $1",
                    "\tFUNCDATA $0, y(SB)",
                    "GLOBL x(SB), $4",
                    "\tREP; MOVSQ",
                    "\tPCALIGN $16",
                    "\tBYTE $0x90",
                    "lab:",
                    "\tUNDEF")))
        .containsExactly(
            "TEXT .f(SB), 4, $0",
            "PCDATA $0, $1",
            "FUNCDATA $0, y(SB)",
            "REP",
            "MOVSQ",
            "PCALIGN $16",
            "BYTE $0x90",
            "lab: UNDEF");
  }

  @Test
  void theExpansionOfAMacroCountsAndItsCallDoesNot() {
    assertThat(
            progs(
                function(
                    "#define TWO NOP; NOP",
                    "#define NONE",
                    "TEXT ·f(SB), 4, $0",
                    "\tTWO",
                    "\tNONE",
                    "\tRET")))
        .containsExactly("TEXT .f(SB), 4, $0", "NOP", "NOP", "RET");
  }

  @Test
  void labelsBindToTheNextInstructionEvenAcrossData() {
    Function function =
        function("TEXT ·f(SB), 4, $0", "a: b:", "DATA x(SB)/4, $1", "c:\tNOP", "d:\tRET");
    assertThat(labelled(function, "a")).contains(1);
    assertThat(labelled(function, "b")).contains(1);
    assertThat(labelled(function, "c")).contains(1);
    assertThat(labelled(function, "d")).contains(2);
    assertThat(labelled(function, "e")).isEmpty();
    assertThat(function.trailingLabels()).isEmpty();
  }

  @Test
  void labelsBeforeATextAreItsEntryAndUnknownToTheFunctionBefore() {
    List<Function> functions =
        Assembly.of("TEXT ·f(SB), 4, $0", "\tRET", "x:", "TEXT ·g(SB), 4, $0", "\tRET")
            .functions("amd64");
    assertThat(labelled(functions.get(0), "x")).isEmpty();
    assertThat(labelled(functions.get(1), "x")).contains(0);
  }

  @Test
  void labelsAfterTheLastInstructionBindToNothing() {
    Function function =
        function(
            "TEXT ·f(SB), 4, $0", "\tRET", "DATA x(SB)/4, $1", "end:", "more: GLOBL x(SB), $4");
    assertThat(labelled(function, "more")).isEmpty();
    assertThat(function.trailingLabels()).extracting(ExpandedToken::text).contains("more");
  }

  @Test
  void aTextWithoutASymbolIsNoFunction() {
    assertThat(Assembly.of("TEXT", "\tNOP", "TEXT AX, $0", "\tRET").functions("amd64")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TEXT ·f(SB), $0          ; 0",
        "TEXT ·f(SB), 4, $16      ; 16",
        "TEXT ·f(SB), 4, $16-8    ; 16",
        "TEXT ·f(SB), 4, $(2*8)-8 ; 16",
        "TEXT ·f(SB), 4, $2*8-8   ; 16",
        "TEXT ·f(SB), 4, $-8      ; -8",
        "TEXT ·f(SB), 4, $-8-16   ; -8",
        "TEXT ·f(SB), 4, $0x20-0  ; 32",
      })
  void theFrameIsTheFirstOfTheTwoSizes(String text, long size) {
    assertThat(function(text).frameSize(AMD64)).contains(size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TEXT ·f(SB), 4, $const_x-8",
        "TEXT ·f(SB)",
        "TEXT ·f(SB), 4, 16",
        "TEXT ·f(SB), 4, $"
      })
  void aFrameThatIsNoPlainNumberIsUnknown(String text) {
    assertThat(function(text).frameSize(AMD64)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TEXT ·f(SB), NOFRAME, $0           ; true",
        "TEXT ·f(SB), NOSPLIT|NOFRAME, $0-8 ; true",
        "TEXT ·f(SB), (4|512), $0           ; true",
        "TEXT ·f(SB), NOSPLIT+NOFRAME, $0   ; true",
        "TEXT ·f(SB), 4, $-8                ; true",
        "TEXT ·f(SB), $-8                   ; true",
        "TEXT ·f(SB), NOSPLIT, $0           ; false",
        "TEXT ·f(SB), 7, $8                 ; false",
        "TEXT ·f(SB), $0                    ; false",
      })
  void aFunctionHasNoFrameByFlagOrByANegativeSize(String text, boolean none) {
    assertThat(function("#include \"textflag.h\"", text).hasNoFrame(AMD64)).isEqualTo(none);
  }

  private static Optional<Integer> labelled(Function function, String label) {
    return IntStream.range(0, function.progs().size())
        .boxed()
        .filter(
            i -> function.progs().get(i).labels().stream().anyMatch(it -> it.text().equals(label)))
        .findFirst();
  }
}
