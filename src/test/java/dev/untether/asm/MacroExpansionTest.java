package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Macros as the assembler expands them: on tokens, unlike a C preprocessor. */
final class MacroExpansionTest {
  @Test
  void aMacroWithoutParametersStandsForItsTokens() {
    assertThat(Assembly.of("#define SIZE (2*8)", "\tMOVQ $SIZE, AX").lines())
        .containsExactly("MOVQ $(2*8), AX");
  }

  @Test
  void aMacroWithoutBodyStandsForNothing() {
    assertThat(Assembly.of("#define NOTHING", "\tNOTHING MOVQ NOTHING AX, BX").lines())
        .containsExactly("MOVQ AX, BX");
  }

  @Test
  void aMacroMayBeAnOpcodeAndSeveralStatements() {
    assertThat(
            Assembly.of("#define SAVE PUSHQ AX; \\", "\tPUSHQ BX", "\tSAVE", "\tSAVE; RET").lines())
        .containsExactly("PUSHQ AX", "PUSHQ BX", "PUSHQ AX", "PUSHQ BX", "RET");
  }

  @Test
  void aNewlineWithinABodyEndsAStatementAsASemicolonDoes() {
    assertThat(Assembly.of("#define TWO \\", "\tNOP \\", "\tRET", "\tTWO").lines())
        .containsExactly("NOP", "RET");
  }

  @Test
  void parametersAreReplacedIdentifierByIdentifier() {
    assertThat(Assembly.of("#define LOAD(r, x) MOVQ x+8(FP), r", "\tLOAD(AX, count)").lines())
        .containsExactly("MOVQ count+8(FP), AX");
  }

  @Test
  void aParameterWithinAMiddotNameIsNotReplaced() {
    assertThat(Assembly.of("#define CAT(n) CALL runtime·n(SB); CALL n∕x(SB)", "\tCAT(f)").lines())
        .containsExactly("CALL runtime.n(SB)", "CALL n/x(SB)");
  }

  @Test
  void aParameterWithinANumberOrStringIsNotReplaced() {
    assertThat(Assembly.of("#define F(x) A $\"x\", $'x', $0x1", "\tF(AX)").lines())
        .containsExactly("A $\"x\", $'x', $0x1");
  }

  @Test
  void argumentsAreSplitAtTopLevelCommasCountingParenthesesOnly() {
    assertThat(Assembly.of("#define F(a, b) X a; Y b", "\tF((R1,R2), 8(R3))").lines())
        .containsExactly("X (R1,R2)", "Y 8(R3)");
    assertThat(Assembly.of("#define F(a, b) X a; Y b", "\tF([R1,R2])").lines())
        .containsExactly("X [R1", "Y R2]");
  }

  @Test
  void anArgumentMayBeEmpty() {
    assertThat(Assembly.of("#define F(a, b) X a b", "\tF(, AX)", "\tF(AX, )").lines())
        .containsExactly("X AX", "X AX");
  }

  @Test
  void anArgumentMayBeASymbolOrAWholeStatement() {
    assertThat(
            Assembly.of(
                    "#define DISPATCH(NAME, MAX) CMPQ CX, $MAX; MOVQ $NAME(SB), AX",
                    "#define TWICE(s) s; s",
                    "\tDISPATCH(runtime·call16, 16)",
                    "\tTWICE(MOVQ AX)")
                .lines())
        .containsExactly("CMPQ CX, $16", "MOVQ $runtime.call16(SB), AX", "MOVQ AX", "MOVQ AX");
  }

  @Test
  void aMacroWithEmptyParenthesesIsCalledWithEmptyOnes() {
    Assembly assembly = Assembly.of("#define NONE() NOP", "\tNONE()", "\tNONE( )");
    assertThat(assembly.lines()).containsExactly("NOP", "NOP");
    assertThat(assembly.problems()).isEmpty();
  }

  @Test
  void blanksMayStandBetweenAMacroAndItsArguments() {
    assertThat(Assembly.of("#define F(a) X a", "\tF (AX)").lines()).containsExactly("X AX");
  }

  @Test
  void blanksBeforeTheParenthesisOfADefinitionMakeItTheBody() {
    assertThat(Assembly.of("#define F (a)", "\tMOVQ F, AX").lines())
        .containsExactly("MOVQ (a), AX");
  }

  @Test
  void theNameOfAMacroWithParametersMayStandAlone() {
    assertThat(Assembly.of("#define F(a) X a", "\tMOVQ F, AX", "\tY F").lines())
        .containsExactly("MOVQ F, AX", "Y F");
  }

  @Test
  void aMiddotNameMayBeAMacro() {
    assertThat(Assembly.of("#define ·m NOP", "\t·m").lines()).containsExactly("NOP");
  }

  @Test
  void aMiddotMacroIsNotSeenWithinAnotherMacro() {
    // The assembler writes '.' for the middot when it keeps tokens, so the name is no longer found.
    assertThat(Assembly.of("#define ·m NOP", "#define OUTER ·m", "\tOUTER").lines())
        .containsExactly(".m");
  }

  @Test
  void macrosExpandWithinBodiesAndArguments() {
    assertThat(
            Assembly.of("#define R AX", "#define F(x) MOVQ x, R", "#define G F(R)", "\tG", "\tF(R)")
                .lines())
        .containsExactly("MOVQ AX, AX", "MOVQ AX, AX");
  }

  @Test
  void aMacroIsLookedUpWhenItIsCalledNotWhenItIsNamed() {
    assertThat(Assembly.of("#define OUTER INNER", "#define INNER NOP", "\tOUTER").lines())
        .containsExactly("NOP");
  }

  @Test
  void aCallMayBeCompletedByTokensAfterTheMacro() {
    assertThat(Assembly.of("#define F(a) X a", "#define OPEN F(", "\tOPEN AX)").lines())
        .containsExactly("X AX");
  }

  @Test
  void aMacroMakesLabelsAndFunctionsToo() {
    assertThat(
            Assembly.of("#define DEF(n) TEXT n(SB), 4, $0; loop: JMP loop", "DEF(·f)", "DEF(·g)")
                .lines())
        .containsExactly(
            "TEXT .f(SB), 4, $0", "loop: JMP loop", "TEXT .g(SB), 4, $0", "loop: JMP loop");
  }

  @Test
  void anUndefinedMacroIsAnOrdinaryNameAgain() {
    assertThat(Assembly.of("#define A NOP", "\tA", "#undef A", "\tA").lines())
        .containsExactly("NOP", "A");
  }

  @Test
  void ofTwoDefinitionsTheLaterCounts() {
    assertThat(Assembly.of("#define A NOP", "#define A RET", "\tA").lines()).containsExactly("RET");
  }

  @Test
  void twoBackslashesStandForOne() {
    assertThat(Assembly.of("#define A X \\\\ Y", "\tA").lines()).containsExactly("X \\Y");
  }

  @Test
  void aBackslashThatIsEscapedDoesNotContinue() {
    assertThat(Assembly.of("#define A X \\\\", "\tNOP").lines()).containsExactly("NOP");
  }

  @Test
  void aLineCommentEndsTheBodyWhateverItsLastCharacter() {
    assertThat(Assembly.of("#define A NOP // c \\", "\tRET", "\tA").lines())
        .containsExactly("RET", "NOP");
  }

  @Test
  void aCommentAfterTheBackslashLetsTheBodyGoOn() {
    assertThat(Assembly.of("#define A NOP; \\ // c", "\tRET", "\tA").lines())
        .containsExactly("NOP", "RET");
  }

  @Test
  void predefinedNamesStandForOne() {
    assertThat(Assembly.of("\tMOVQ $GOOS_linux, AX").defining("GOOS_linux").lines())
        .containsExactly("MOVQ $1, AX");
  }

  @Test
  void predefinedNamesCanBeUndefined() {
    assertThat(
            Assembly.of("#undef GOOS_linux", "#ifdef GOOS_linux", "\tNOP", "#endif", "\tGOOS_linux")
                .defining("GOOS_linux")
                .lines())
        .containsExactly("GOOS_linux");
  }

  @Test
  void aCallThatLeavesItsLineIsLostAndSaidSo() {
    Assembly assembly =
        Assembly.of("#define F(a, b) X a; Y b", "\tF(AX,", "\tRET", "\tMOVQ F(AX", "\tNOP");
    assertThat(assembly.lines()).containsExactly("RET", "MOVQ", "NOP");
    assertThat(assembly.problems())
        .containsExactly(
            "a.s:2:2: warning: the arguments of macro F leave its line [asm-macro]",
            "a.s:4:7: warning: the arguments of macro F leave its line [asm-macro]");
  }

  @Test
  void aWrongNumberOfArgumentsIsSaidSo() {
    assertThat(Assembly.of("#define F(a, b) NOP", "\tF(AX)").problems())
        .containsExactly("a.s:2:2: warning: macro F takes 2 arguments, not 1 [asm-macro]");
    assertThat(Assembly.of("#define F(a) NOP", "\tF(AX, BX)").problems())
        .containsExactly("a.s:2:2: warning: macro F takes 1 arguments, not 2 [asm-macro]");
    assertThat(Assembly.of("#define F() NOP", "\tF(AX)").problems())
        .containsExactly("a.s:2:2: warning: macro F takes 0 arguments, not 1 [asm-macro]");
  }

  @Test
  void aMacroThatCallsItselfIsCutShortAndTheRestIsRead() {
    Assembly assembly = Assembly.of("#define A A", "\tA", "\tRET");
    assertThat(assembly.lines()).containsExactly("RET");
    assertThat(assembly.problems())
        .containsExactly(
            "a.s:2:2: warning: macro A calls itself without end; cut short [asm-macro]");
  }

  @Test
  void aMacroThatCallsItselfTwiceIsCutShortAsSoon() {
    Assembly assembly = Assembly.of("#define A NOP; A; A", "\tA", "\tRET");
    assertThat(assembly.lines()).hasSizeLessThan(200).endsWith("RET");
    assertThat(assembly.problems()).hasSize(1);
  }

  @Test
  void callsThatFollowFromEachOtherEndToo() {
    Assembly assembly = Assembly.of("#define F(x) x; F", "\tF" + "(NOP)".repeat(5_000), "\tRET");
    assertThat(assembly.lines()).hasSizeLessThan(200).endsWith("RET");
    assertThat(assembly.problems()).hasSize(1);
  }

  @Test
  void aMacroThatWasCutShortMayBeDefinedAnew() {
    assertThat(Assembly.of("#define A A", "\tA", "#undef A", "#define A NOP", "\tA").lines())
        .containsExactly("NOP");
  }

  @Test
  void macrosThatGrowBeyondAllMeasureAreGivenUp() {
    String[] lines = new String[42];
    lines[0] = "#define M0 NOP; NOP";
    for (int i = 1; i < 40; i++) {
      lines[i] = "#define M%d M%d; M%d".formatted(i, i - 1, i - 1);
    }
    lines[40] = "\tM39";
    lines[41] = "\tRET";
    assertThat(Assembly.of(lines).problems())
        .containsExactly(
            "a.s:41:2: warning: macros expand to too much; the rest of the file was not read"
                + " [asm-macro]");
  }
}
