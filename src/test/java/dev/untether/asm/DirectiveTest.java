package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Conditionals and headers as the assembler carries them out. */
final class DirectiveTest {
  @Test
  void oneArmIsTaken() {
    Assembly assembly = Assembly.of("#ifdef A", "\tNOP", "#else", "\tRET", "#endif", "\tUNDEF");
    assertThat(assembly.defining("A").lines()).containsExactly("NOP", "UNDEF");
    assertThat(assembly.lines()).containsExactly("RET", "UNDEF");
  }

  @Test
  void ifndefTakesTheOther() {
    Assembly assembly = Assembly.of("#ifndef A", "\tNOP", "#else", "\tRET", "#endif");
    assertThat(assembly.defining("A").lines()).containsExactly("RET");
    assertThat(assembly.lines()).containsExactly("NOP");
  }

  @Test
  void withinAnArmThatIsNotTakenBothArmsStayClosed() {
    Assembly assembly =
        Assembly.of(
            "#ifdef A",
            "#ifdef B",
            "\tONE",
            "#else",
            "\tTWO",
            "#endif",
            "\tTHREE",
            "#else",
            "#ifdef B",
            "\tFOUR",
            "#else",
            "\tFIVE",
            "#endif",
            "#endif");
    assertThat(assembly.lines()).containsExactly("FIVE");
    assertThat(assembly.defining("B").lines()).containsExactly("FOUR");
    assertThat(assembly.defining("A").lines()).containsExactly("TWO", "THREE");
    assertThat(assembly.defining("A", "B").lines()).containsExactly("ONE", "THREE");
  }

  @Test
  void whatIsDefinedInAnArmThatIsNotTakenIsNot() {
    assertThat(
            Assembly.of("#ifdef NO", "#define A RET", "#include \"b.h\"", "#endif", "\tA", "\tB")
                .with("b.h", "#define B NOP")
                .lines())
        .containsExactly("A", "B");
  }

  @Test
  void undefCountsInTheArmThatIsTakenOnly() {
    assertThat(Assembly.of("#define A NOP", "#ifdef NO", "#undef A", "#endif", "\tA").lines())
        .containsExactly("NOP");
  }

  @Test
  void aMacroWithoutBodyIsDefined() {
    assertThat(Assembly.of("#define A", "#ifdef A", "\tNOP", "#endif").lines())
        .containsExactly("NOP");
  }

  @Test
  void aStatementMayHaveItsLabelBeforeAConditional() {
    Assembly assembly = Assembly.of("here:", "#ifdef A", "\tNOP", "#else", "\tRET", "#endif");
    assertThat(assembly.lines()).containsExactly("here: RET");
    assertThat(assembly.defining("A").lines()).containsExactly("here: NOP");
  }

  @Test
  void directivesInAMacroAreCarriedOutWhenItIsCalled() {
    Assembly assembly =
        Assembly.of(
            "#define BREAK \\",
            "#ifdef GOOS_windows \\",
            "\tBRK $0xf000 \\",
            "#else \\",
            "\tBRK \\",
            "#endif \\",
            "",
            "\tBREAK",
            "\tRET");
    assertThat(assembly.lines()).containsExactly("BRK", "RET");
    assertThat(assembly.defining("GOOS_windows").lines()).containsExactly("BRK $0xf000", "RET");
    assertThat(assembly.problems()).isEmpty();
  }

  @Test
  void aMacroMayDefineAnother() {
    assertThat(
            Assembly.of(
                    "#define SETUP \\",
                    "#define F(x) MOVQ x, AX \\",
                    "#define ONE 1 \\",
                    "",
                    "\tF(BX)",
                    "\tSETUP",
                    "\tF($ONE)",
                    "#undef ONE",
                    "\tF($ONE)")
                .lines())
        .containsExactly("F (BX)", "MOVQ $1, AX", "MOVQ $ONE, AX");
  }

  @Test
  void aMacroMayIncludeAHeaderAndUndefine() {
    assertThat(
            Assembly.of(
                    "#define A NOP",
                    "#define GO \\",
                    "#include \"b.h\" \\",
                    "#undef A \\",
                    "",
                    "\tGO",
                    "\tA",
                    "\tB")
                .with("b.h", "#define B RET")
                .lines())
        .containsExactly("A", "RET");
  }

  @Test
  void anUnknownDirectiveInAMacroIsSaidAndSkipped() {
    Assembly assembly = Assembly.of("#define A NOP \\", "#if 1 \\", "", "\tA", "\tRET");
    assertThat(assembly.lines()).containsExactly("NOP", "RET");
    assertThat(assembly.problems())
        .containsExactly(
            "a.s:4:2: warning: a macro expands to the unknown directive #if; skipped [asm-macro]");
  }

  @Test
  void anArmMayBeClosedInAMacroAndAnUnmatchedEndIsHarmless() {
    assertThat(
            Assembly.of(
                    "#define END \\",
                    "#endif \\",
                    "",
                    "#define OTHER \\",
                    "#else \\",
                    "",
                    "\tEND",
                    "\tOTHER",
                    "\tNOP")
                .lines())
        .containsExactly("NOP");
  }

  @Test
  void aHeaderIsReadWhereItIsIncluded() {
    assertThat(
            Assembly.of("\tA", "#include \"a.h\"", "\tA")
                .with("a.h", "#define A NOP", "\tRET")
                .lines())
        .containsExactly("A", "RET", "NOP");
  }

  @Test
  void aHeaderMayIncludeAnother() {
    assertThat(
            Assembly.of("#include \"a.h\"", "\tB")
                .with("a.h", "#include \"b.h\"")
                .with("b.h", "#define B RET")
                .lines())
        .containsExactly("RET");
  }

  @Test
  void goHeadersAreKnownByTheirLastNameWhereverTheyAreSaidToBe() {
    assertThat(
            Assembly.of(
                    "#include \"../../../runtime/textflag.h\"",
                    "#include \"funcdata.h\"",
                    "TEXT ·f(SB), NOSPLIT|NOFRAME, $0",
                    "\tNO_LOCAL_POINTERS")
                .lines())
        .containsExactly("TEXT .f(SB), 4|512, $0", "FUNCDATA $1, no_pointers_stackmap(SB)");
  }

  @Test
  void aHeaderOfTheFileGoesBeforeOneOfGo() {
    assertThat(
            Assembly.of("#include \"textflag.h\"", "\tX NOSPLIT")
                .with("textflag.h", "#define NOSPLIT 99")
                .lines())
        .containsExactly("X 99");
  }

  @Test
  void aMissingHeaderIsSaidAndTheRestIsRead() {
    Assembly assembly = Assembly.of("\tNOP", "#include \"gone.h\"", "\tRET");
    assertThat(assembly.lines()).containsExactly("NOP", "RET");
    assertThat(assembly.problems())
        .containsExactly(
            "a.s:2:10: warning: header \"gone.h\" was not found; what it defines is not known"
                + " [asm-include]");
  }

  @Test
  void headersThatIncludeEachOtherAreCutShort() {
    Assembly assembly =
        Assembly.of("#include \"a.h\"", "\tRET")
            .with("a.h", "#include \"b.h\"", "\tA")
            .with("b.h", "#include \"a.h\"", "\tB");
    assertThat(assembly.lines()).startsWith("B", "A", "B").endsWith("RET");
    assertThat(assembly.problems())
        .containsExactly(
            "a.s:1:10: warning: headers include each other without end; cut short [asm-include]");
  }

  @Test
  void headersThatIncludeThemselvesTwiceEndToo() {
    Assembly assembly =
        Assembly.of("#include \"a.h\"", "\tRET")
            .with("a.h", "#include \"a.h\"", "#include \"a.h\"");
    assertThat(assembly.problems()).isNotEmpty();
  }

  @Test
  void aMacroThatEndsInAnIncludeOfItsOwnHeaderEndsToo() {
    Assembly assembly =
        Assembly.of("#include \"a.h\"", "\tRET")
            .with("a.h", "#define F(a) NOP \\", "#include \"a.h\"", "\tF(AX)");
    assertThat(assembly.lines()).hasSizeLessThan(200);
    assertThat(assembly.problems()).hasSize(1);
  }

  @Test
  void aGuardStopsAHeaderFromBeingReadTwice() {
    assertThat(
            Assembly.of("#include \"a.h\"", "#include \"a.h\"")
                .with("a.h", "#ifndef SEEN", "#define SEEN", "\tNOP", "#endif")
                .lines())
        .containsExactly("NOP");
  }

  @Test
  void aBadDirectiveIsSkipped() {
    assertThat(Assembly.of("#pragma once", "#include <textflag.h>", "\tRET").lines())
        .containsExactly("RET");
  }

  @Test
  void filesOfAnotherAssemblerHaveNoStatements() {
    assertThat(Assembly.of("\t.text", "f:", "\tmov x0, #1").lines()).isEmpty();
  }
}
