package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StatementReaderTest {
  @Test
  void newlinesAndSemicolonsEndStatements() {
    assertThat(Assembly.of("\tREP; MOVSQ;", ";", "\tRET").lines())
        .containsExactly("REP", "MOVSQ", "RET");
  }

  @Test
  void middotsAndDivisionSlashesAreReadAsDotsAndSlashes() {
    assertThat(Assembly.of("\tCALL net∕http·f(SB)").lines()).containsExactly("CALL net/http.f(SB)");
  }

  @Test
  void labelsWaitForTheNextStatement() {
    assertThat(Assembly.of("one:", "two: three:", "\tNOP; four: RET").lines())
        .containsExactly("one: two: three: NOP", "four: RET");
  }

  @Test
  void labelsAtTheEndBelongToNothing() {
    assertThat(Assembly.of("\tRET", "end:").lines()).containsExactly("RET");
  }

  @Test
  void suffixesAreToldApartFromTheOpcode() {
    Statement statement = Assembly.of("\tMOVM.DB . W [R0], (R13)").statements().get(0);
    assertThat(statement.opcode()).isEqualTo("MOVM");
    assertThat(statement.suffixes()).containsExactly("DB", "W");
    assertThat(statement.operands()).hasSize(2);
  }

  @Test
  void dotsWithinOperandsAreNoSuffixes() {
    assertThat(Assembly.of("\tVMOV V1.B16, V2.B16").statements().get(0).suffixes()).isEmpty();
  }

  @Test
  void operandsAreSplitAtCommasOutsideBrackets() {
    assertThat(Assembly.of("\tX (R1,R2), [R3,R4], a+8(SB)").lines())
        .containsExactly("X (R1,R2), [R3,R4], a+8(SB)");
    assertThat(Assembly.of("\tX (R1,R2), [R3,R4], a").statements().get(0).operands()).hasSize(3);
  }

  @Test
  void oldRegisterPairsComeInTheNewOrder() {
    assertThat(Assembly.of("\tSHRQ $4, DX:AX").lines()).containsExactly("SHRQ $4, AX, DX");
  }

  @Test
  void whatDoesNotStartWithANameIsSkippedToTheEndOfItsLine() {
    assertThat(Assembly.of("\t(AX); NOP", "\t.nonsense x", "1:\tNOP", "\tRET").lines())
        .containsExactly("RET");
  }

  @Test
  void whatTheParserCallsBadIsReadAsFarAsItGoes() {
    assertThat(Assembly.of("\tMOVQ (AX, BX", "\tRET").lines())
        .containsExactly("MOVQ (AX,BX", "RET");
  }

  @Test
  void dataAndGloblAreNoProgs() {
    assertThat(
            Assembly.of("DATA x(SB)/4, $1", "GLOBL x(SB), $4", "\tNOP", "\tPCDATA $0, $1")
                .statements())
        .extracting(Statement::isProg)
        .containsExactly(false, false, true, true);
  }

  @Test
  void filesThatEndWithoutANewlineAreReadToTheEnd() {
    AsmFile file = AsmFile.parse("a.s", SourceText.of("\tNOP\n\tRET"));
    assertThat(new StatementReader(file, Headers.goOnly(), Set.of()).readAll())
        .extracting(Statement::opcode)
        .containsExactly("NOP", "RET");
  }

  @Test
  void problemsComeWithTheirPlace() {
    assertThat(Assembly.of("", "  #include \"no.h\"").problems())
        .containsExactly(
            "a.s:2:12: warning: header \"no.h\" was not found; what it defines is not known"
                + " [asm-include]");
    assertThat(Assembly.of("\tRET").problems()).isEmpty();
  }
}
