package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.ExpandedToken.MacroCall;
import dev.untether.text.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every token knows where it is written and through which calls it came. */
final class ProvenanceTest {
  private static List<String> chain(ExpandedToken token) {
    List<String> names = new ArrayList<>();
    for (MacroCall call = token.via(); call != null; call = call.site().via()) {
      names.add(0, call.name());
    }
    return names;
  }

  private static ExpandedToken token(Assembly assembly, String text) {
    for (Statement statement : assembly.statements()) {
      if (statement.opcode().equals(text)) {
        return statement.word();
      }
      for (List<ExpandedToken> operand : statement.operands()) {
        for (ExpandedToken token : operand) {
          if (token.text().equals(text)) {
            return token;
          }
        }
      }
    }
    throw new AssertionError("no token " + text);
  }

  @Test
  void aTokenOfTheFileStandsForItself() {
    ExpandedToken token = token(Assembly.of("\tMOVQ AX, BX"), "BX");
    assertThat(token.isDirect()).isTrue();
    assertThat(token.outermost()).isSameAs(token);
    assertThat(token.ownPosition()).isEqualTo(new Position(1, 11));
    assertThat(chain(token)).isEmpty();
  }

  @Test
  void aTokenOfABodyIsWrittenThereAndReportedAtTheCall() {
    ExpandedToken token = token(Assembly.of("#define F(x) MOVQ x, BX", "", "\t F(AX)"), "BX");
    assertThat(token.isDirect()).isFalse();
    assertThat(token.ownPosition()).isEqualTo(new Position(1, 22));
    assertThat(token.outermost().ownPosition()).isEqualTo(new Position(3, 3));
    assertThat(chain(token)).containsExactly("F");
  }

  @Test
  void aTokenOfAnArgumentIsWrittenInTheCall() {
    ExpandedToken token = token(Assembly.of("#define F(x) MOVQ x, BX", "\tF(AX)"), "AX");
    assertThat(token.ownPosition()).isEqualTo(new Position(2, 4));
    assertThat(token.outermost().ownPosition()).isEqualTo(new Position(2, 2));
    assertThat(token.isDirect()).isFalse();
  }

  @Test
  void callsAreChainedOutermostFirst() {
    Assembly assembly =
        Assembly.of("#define IN(x) CALL x", "#define OUT(y) IN(y)", "\tNOP; OUT(deep)");
    ExpandedToken token = token(assembly, "deep");
    assertThat(chain(token)).containsExactly("OUT", "IN");
    assertThat(token.outermost().ownPosition()).isEqualTo(new Position(3, 7));
    assertThat(token.ownPosition()).isEqualTo(new Position(3, 11));
  }

  @Test
  void aCallWithinAnArgumentBelongsToTheMacroThatExpandsIt() {
    Assembly assembly = Assembly.of("#define ID(x) x", "#define F(a) X a", "\tF(ID(inner))");
    assertThat(chain(token(assembly, "inner"))).containsExactly("F", "ID");
  }

  @Test
  void aTokenOfAHeaderIsWrittenThereAndReportedAtTheInclude() {
    ExpandedToken token =
        token(Assembly.of("\tNOP", "#include \"a.h\"").with("a.h", "", "\tRET"), "RET");
    assertThat(token.isDirect()).isFalse();
    assertThat(token.unit().file().path()).isEqualTo("a.h");
    assertThat(token.ownPosition()).isEqualTo(new Position(2, 2));
    assertThat(token.outermost().ownPosition()).isEqualTo(new Position(2, 10));
  }

  @Test
  void aMacroOfAHeaderIsReportedAtTheCallInTheFile() {
    ExpandedToken token =
        token(Assembly.of("#include \"a.h\"", "\tSTOP").with("a.h", "#define STOP RET"), "RET");
    assertThat(token.unit().file().path()).isEqualTo("a.h");
    assertThat(token.ownPosition()).isEqualTo(new Position(1, 14));
    assertThat(token.outermost().ownPosition()).isEqualTo(new Position(2, 2));
  }

  @Test
  void aStatementSpansFromItsOpcodeToItsLastOperand() {
    Assembly assembly = Assembly.of("lab:\tMOVQ\tAX, 8(BX) // c", "\tRET");
    assertThat(assembly.file().source().slice(assembly.statements().get(0).span()))
        .isEqualTo("MOVQ\tAX, 8(BX)");
    assertThat(assembly.statements().get(0).isDirect()).isTrue();
  }

  @Test
  void aStatementOutOfAMacroSpansTheNameOfTheCall() {
    Assembly assembly = Assembly.of("#define F(x) MOVQ x, BX", "\tF(AX)");
    Statement statement = assembly.statements().get(0);
    assertThat(assembly.file().source().slice(statement.span())).isEqualTo("F");
    assertThat(statement.isDirect()).isFalse();
  }

  @Test
  void aStatementWithOneExpandedOperandIsNotDirect() {
    Assembly assembly = Assembly.of("#define R AX", "\tMOVQ R, BX");
    Statement statement = assembly.statements().get(0);
    assertThat(statement.word().isDirect()).isTrue();
    assertThat(statement.isDirect()).isFalse();
    assertThat(assembly.file().source().slice(statement.span())).isEqualTo("MOVQ R, BX");
  }
}
