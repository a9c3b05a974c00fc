package dev.untether.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One TEXT and what the assembler appends to it, in one setting of the conditionals.
 *
 * @param text the TEXT statement, which is {@code progs} 0
 * @param symbol the function's symbol
 * @param progs the statements that the assembler counts as instructions, TEXT first; {@code n(PC)}
 *     counts in this list. Labels stand at the Prog they bind to
 * @param trailingLabels labels after the last Prog, which bind to nothing
 */
public record Function(
    Statement text, SymbolName symbol, List<Statement> progs, List<ExpandedToken> trailingLabels) {

  private static final long NOFRAME = 512;

  /** Copies the lists. */
  public Function {
    progs = List.copyOf(progs);
    trailingLabels = List.copyOf(trailingLabels);
  }

  /** Returns the functions of a file in order; statements before the first TEXT are dropped. */
  public static List<Function> of(List<Statement> statements, OperandParser operands) {
    List<Function> functions = new ArrayList<>();
    List<Statement> progs = new ArrayList<>();
    List<ExpandedToken> pending = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.opcode().equals("TEXT")) {
        finish(progs, pending, operands, functions);
        progs = new ArrayList<>();
        pending = new ArrayList<>();
      }
      pending.addAll(statement.labels());
      // Labels before DATA or GLOBL wait for the next instruction.
      if (statement.isProg()) {
        progs.add(
            new Statement(pending, statement.word(), statement.suffixes(), statement.operands()));
        pending = new ArrayList<>();
      }
    }
    finish(progs, pending, operands, functions);
    return functions;
  }

  private static void finish(
      List<Statement> progs,
      List<ExpandedToken> pending,
      OperandParser operands,
      List<Function> functions) {
    if (progs.isEmpty()
        || !progs.get(0).opcode().equals("TEXT")
        || progs.get(0).operands().isEmpty()) {
      return;
    }
    Statement text = progs.get(0);
    if (operands.parse(text.operands().get(0)) instanceof Operand.Symbol symbol) {
      functions.add(new Function(text, symbol.name(), progs, pending));
    }
  }

  /** Returns whether the assembler adds nothing to the frame: flag NOFRAME or a negative size. */
  public boolean hasNoFrame(OperandParser operands) {
    if (text.operands().size() == 3
        && operands.parse(text.operands().get(1)) instanceof Operand.Memory flags
        && flags.offset().isPresent()
        && (flags.offset().getAsLong() & NOFRAME) != 0) {
      return true;
    }
    Optional<Long> size = frameSize(operands);
    return size.isPresent() && size.get() < 0;
  }

  /**
   * Returns the size of the locals in bytes as TEXT states it, {@code $size-args}; empty when it is
   * not a plain number.
   */
  public Optional<Long> frameSize(OperandParser operands) {
    List<ExpandedToken> size = text.operands().get(text.operands().size() - 1);
    int at = 0;
    if (size.isEmpty() || size.get(at++).kind() != AsmKind.DOLLAR || at >= size.size()) {
      return Optional.empty();
    }
    boolean negative = size.get(at).kind() == AsmKind.MINUS;
    at += negative ? 1 : 0;
    int nesting = 0;
    int end = at;
    // The second minus separates the size of the arguments: it is no subtraction.
    while (end < size.size() && !(nesting == 0 && size.get(end).kind() == AsmKind.MINUS)) {
      AsmKind kind = size.get(end).kind();
      nesting += kind == AsmKind.LEFT_PAREN ? 1 : kind == AsmKind.RIGHT_PAREN ? -1 : 0;
      end++;
    }
    OptionalLong value = operands.constant(size.subList(at, end));
    return value.isPresent()
        ? Optional.of(negative ? -value.getAsLong() : value.getAsLong())
        : Optional.empty();
  }

  /**
   * Returns the size of arguments and results in bytes as TEXT states it, {@code $size-args}; empty
   * when it states none, or no plain number.
   */
  public Optional<Long> argumentSize(OperandParser operands) {
    List<ExpandedToken> size = text.operands().get(text.operands().size() - 1);
    int nesting = 0;
    // The first token is the dollar, and the one behind it may be the sign of the frame's size.
    for (int i = 2; i < size.size(); i++) {
      AsmKind kind = size.get(i).kind();
      nesting += kind == AsmKind.LEFT_PAREN ? 1 : kind == AsmKind.RIGHT_PAREN ? -1 : 0;
      if (nesting == 0 && kind == AsmKind.MINUS) {
        OptionalLong value = operands.constant(size.subList(i + 1, size.size()));
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
