package dev.untether.asm;

import dev.untether.asm.ExpandedToken.MacroCall;
import dev.untether.asm.SymbolReference.Origin;
import dev.untether.asm.arch.Architecture;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the symbols that an assembly file names, in one setting of its conditionals. */
public final class ReferenceReader {
  private final AsmFile file;
  private final Architecture architecture;
  private final OperandParser operands;
  private final Consumer<SymbolReference> sink;
  private String function = "";

  private ReferenceReader(AsmFile file, Architecture architecture, Consumer<SymbolReference> sink) {
    this.file = file;
    this.architecture = architecture;
    this.operands = new OperandParser(architecture);
    this.sink = sink;
  }

  /**
   * Gives every reference of {@code file} to {@code sink}, in the order in which the assembler sees
   * them, and returns what went wrong on the way.
   *
   * @param predefined the names that {@code go build} would define with {@code -D}
   */
  public static List<Finding> read(
      AsmFile file,
      Headers headers,
      Architecture architecture,
      Set<String> predefined,
      Consumer<SymbolReference> sink) {
    ReferenceReader reader = new ReferenceReader(file, architecture, sink);
    StatementReader statements = new StatementReader(file, headers, predefined);
    for (Statement s = statements.next(); s != null; s = statements.next()) {
      reader.read(s);
    }
    return statements.problems();
  }

  private void read(Statement statement) {
    switch (statement.opcode()) {
      case "TEXT" -> {
        function = definedName(statement);
        refer(statement, 0, function, Use.DEFINE);
      }
      case "GLOBL" -> refer(statement, 0, definedName(statement), Use.DEFINE_DATA);
      case "DATA" -> {
        String filled = definedName(statement);
        refer(statement, 0, filled, Use.DEFINE_DATA);
        refer(statement, 1, filled, Use.DATA);
      }
      case "FUNCDATA" -> refer(statement, 1, function, Use.FUNCDATA);
      case "PCDATA" -> {}
      default -> {
        for (int i = 0; i < statement.operands().size(); i++) {
          if (mentionsStaticBase(statement.operands().get(i))) {
            symbol(statement, i).ifPresent(new Instruction(statement, i));
          }
        }
      }
    }
  }

  /** Reports the symbol of one operand with the use that the instruction makes of it. */
  private final class Instruction implements Consumer<Operand.Symbol> {
    private final Statement statement;
    private final int index;

    Instruction(Statement statement, int index) {
      this.statement = statement;
      this.index = index;
    }

    @Override
    public void accept(Operand.Symbol symbol) {
      report(statement.operands().get(index), symbol, function, use(symbol));
    }

    private Use use(Operand.Symbol symbol) {
      String opcode = statement.opcode();
      if (symbol.prefix() == '$') {
        return Use.ADDRESS;
      }
      if (architecture.takesAddress(opcode)) {
        return Use.ADDRESS;
      }
      if (symbol.prefix() == '*') {
        return Use.LOAD;
      }
      if (architecture.isCall(opcode) || architecture.mayCall(opcode) && links(opcode)) {
        return Use.CALL;
      }
      if (architecture.isJump(opcode) || architecture.isReturn(opcode)) {
        return Use.JUMP;
      }
      boolean last = index == statement.operands().size() - 1;
      return last && !architecture.readsLastOperand(opcode) ? Use.STORE : Use.LOAD;
    }

    /** Returns whether a jump that may be a call keeps its return address: JAL ZERO does not. */
    private boolean links(String opcode) {
      if (!architecture.linksIntoFirstOperand(opcode)) {
        return true;
      }
      Optional<String> link =
          operands.parse(statement.operands().get(0)) instanceof Operand.Register register
              ? architecture.canonicalRegister(register.name())
              : Optional.empty();
      return link.isPresent() && !link.equals(architecture.zeroRegister());
    }
  }

  private static boolean mentionsStaticBase(List<ExpandedToken> operand) {
    for (ExpandedToken token : operand) {
      if (token.kind() == AsmKind.IDENT && token.text().equals("SB")) {
        return true;
      }
    }
    return false;
  }

  private String definedName(Statement statement) {
    return symbol(statement, 0).map(symbol -> symbol.name().spelled()).orElse("");
  }

  private Optional<Operand.Symbol> symbol(Statement statement, int index) {
    if (index >= statement.operands().size()) {
      return Optional.empty();
    }
    Operand operand = operands.parse(statement.operands().get(index));
    return operand instanceof Operand.Symbol symbol && symbol.base() == Operand.Pseudo.SB
        ? Optional.of(symbol)
        : Optional.empty();
  }

  private void refer(Statement statement, int index, String owner, Use use) {
    symbol(statement, index)
        .ifPresent(symbol -> report(statement.operands().get(index), symbol, owner, use));
  }

  private void report(List<ExpandedToken> operand, Operand.Symbol symbol, String owner, Use use) {
    ExpandedToken token = operand.get(symbol.prefix() == 0 ? 0 : 1);
    ExpandedToken outermost = token.outermost();
    Position position = outermost.ownPosition();
    List<String> macros = new ArrayList<>();
    for (MacroCall call = token.via(); call != null; call = call.site().via()) {
      macros.add(call.name());
    }
    Collections.reverse(macros);
    String ownFile = token.unit().file().path();
    Position own = token.ownPosition();
    Optional<Origin> origin =
        own.equals(position) && ownFile.equals(file.path())
            ? Optional.empty()
            : Optional.of(new Origin(ownFile, own));
    sink.accept(new SymbolReference(symbol.name(), use, owner, position, macros, origin));
  }
}
