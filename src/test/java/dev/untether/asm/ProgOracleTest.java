package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.Operand.PcRelative;
import dev.untether.asm.OracleTables.Assembled;
import dev.untether.asm.OracleTables.Row;
import dev.untether.text.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The instructions we count are those that the real assembler counts, in all of Go's own assembly:
 * what {@code n(PC)} means depends on nothing else.
 */
final class ProgOracleTest {
  @TestFactory
  Stream<DynamicTest> everyTargetHasTheInstructionsThatTheAssemblerCounts() throws IOException {
    Path sources = GoRelease.require().sources();
    return GoRelease.require().tables().stream()
        .map(tables -> DynamicTest.dynamicTest(tables.target(), () -> compare(tables, sources)));
  }

  private static void compare(OracleTables tables, Path sources) throws IOException {
    int seen = 0;
    for (var file : tables.rowsByFile("progs").entrySet()) {
      if (file.getKey().complete()) {
        List<String> theirs = file.getValue().stream().map(ProgOracleTest::line).toList();
        assertThat(ours(file.getKey(), tables, sources))
            .as(file.getKey().name())
            .containsExactlyElementsOf(theirs);
        seen += theirs.size();
      }
    }
    System.out.printf("%s: %d instructions compared%n", tables.target(), seen);
    assertThat(seen).as("instructions of %s", tables.target()).isPositive();
  }

  private static String line(Row row) {
    return String.join(
        " ",
        row.get("pc"),
        row.get("line") + ":" + row.get("column"),
        row.get("word"),
        "in " + row.get("function"),
        "from " + row.get("origin"),
        "via " + row.get("macro"),
        "to " + row.get("target"));
  }

  private static List<String> ours(Assembled file, OracleTables tables, Path sources)
      throws IOException {
    AsmFile parsed = file.parse(sources);
    OperandParser operands = new OperandParser(tables.architecture());
    List<Statement> statements =
        new StatementReader(parsed, file.headers(sources), file.predefined()).readAll();
    List<String> lines = new ArrayList<>();
    int pc = 0;
    for (Function function : Function.of(statements, operands)) {
      for (Statement prog : function.progs()) {
        pc++;
        String target = "";
        for (List<ExpandedToken> operand : prog.operands()) {
          if (operands.parse(operand) instanceof PcRelative place) {
            target = Long.toString(pc + place.distance().orElseThrow());
          }
        }
        lines.add(line(pc, prog, function.symbol().qualified(file.prefix()), target));
      }
    }
    return lines;
  }

  private static String line(int pc, Statement prog, String function, String target) {
    ExpandedToken word = prog.word();
    StringBuilder spelled = new StringBuilder(word.text());
    prog.suffixes().forEach(suffix -> spelled.append('.').append(suffix));
    Position place = word.outermost().ownPosition();
    List<String> macros = new ArrayList<>();
    for (ExpandedToken.MacroCall call = word.via(); call != null; call = call.site().via()) {
      macros.add(call.name());
    }
    Collections.reverse(macros);
    return String.join(
        " ",
        Integer.toString(pc),
        place.toString(),
        spelled,
        "in " + function,
        "from " + word.unit().file().path() + ":" + word.ownPosition(),
        "via " + String.join(",", macros),
        "to " + target);
  }
}
