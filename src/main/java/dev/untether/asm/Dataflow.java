package dev.untether.asm;

import dev.untether.asm.arch.Architecture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which registers an instruction reads and may write, said so that doubt errs towards more: an
 * operand form or opcode that is not known reads and writes every register it names.
 */
public final class Dataflow {
  private final Architecture architecture;
  private final OperandParser operands;

  /** Prepares to read instructions of one architecture. */
  public Dataflow(Architecture architecture, OperandParser operands) {
    this.architecture = architecture;
    this.operands = operands;
  }

  /** Returns the one name of a register, whichever alias is given. */
  public String canonical(String register) {
    return architecture.canonicalRegister(register).orElse(register);
  }

  /** Returns the registers whose value the instruction may use. */
  public Set<String> reads(Statement prog) {
    Set<String> reads = new HashSet<>();
    int last = prog.operands().size() - 1;
    for (int i = 0; i <= last; i++) {
      List<ExpandedToken> operand = prog.operands().get(i);
      boolean pureDestination =
          i == last
              && i > 0
              && isPlainMove(prog)
              && operands.parse(operand) instanceof Operand.Register register
              && !register.indirect();
      if (!pureDestination) {
        operands.registersOf(operand).forEach(register -> reads.add(canonical(register)));
      }
    }
    return reads;
  }

  /** Returns whether the instruction does nothing but put its first operand into its last. */
  public boolean isPlainMove(Statement prog) {
    return prog.operands().size() == 2
        && prog.suffixes().isEmpty()
        && architecture.isPlainMove(prog.opcode());
  }

  /** Returns whether the instruction may change {@code register}, a canonical name. */
  public boolean mayWrite(Statement prog, String register) {
    if (architecture.isCall(prog.opcode())
        || architecture.mayCall(prog.opcode())
        || architecture.writesUnnamedRegisters(prog.opcode())) {
      return true;
    }
    if (isPlainMove(prog)) {
      return operands.parse(prog.operands().get(1)) instanceof Operand.Register to
          && canonical(to.name()).equals(register);
    }
    for (List<ExpandedToken> operand : prog.operands()) {
      for (String named : operands.registersOf(operand)) {
        if (canonical(named).equals(register)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the register that the instruction alone defines, whatever it held before. */
  public Set<String> defines(Statement prog) {
    return isPlainMove(prog)
            && operands.parse(prog.operands().get(1)) instanceof Operand.Register register
        ? Set.of(canonical(register.name()))
        : Set.of();
  }
}
