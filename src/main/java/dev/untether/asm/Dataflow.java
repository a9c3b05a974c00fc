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

  /**
   * Returns the canonical names of all registers that operands {@code from} to before {@code to}
   * name, those within ranges too.
   */
  private Set<String> named(Statement prog, int from, int to) {
    Set<String> names = new HashSet<>();
    String rangeStart = "";
    for (int i = from; i < to; i++) {
      List<ExpandedToken> operand = prog.operands().get(i);
      List<String> registers = operands.registersOf(operand);
      registers.forEach(register -> names.add(canonical(register)));
      if (operands.parse(operand) instanceof Operand.RegisterList) {
        operands.rangesOf(operand).forEach(range -> addRange(range.first(), range.last(), names));
      }
      if (architecture.namesRange(prog.opcode())
          && operands.parse(operand) instanceof Operand.Register register) {
        if (!rangeStart.isEmpty()) {
          addRange(rangeStart, register.name(), names);
        }
        rangeStart = register.name();
      }
    }
    return names;
  }

  private void addRange(String first, String last, Set<String> names) {
    // An end without a number is g, somewhere below 16.
    int end = OperandParser.numberOf(last) < 0 ? 15 : OperandParser.numberOf(last);
    for (int n = Math.max(0, OperandParser.numberOf(first)); n <= end; n++) {
      architecture.numberedRegister("R", n).ifPresent(name -> names.add(canonical(name)));
    }
  }

  /** Returns the registers whose value the instruction may use. */
  public Set<String> reads(Statement prog) {
    int count = prog.operands().size();
    return named(prog, 0, defines(prog).isEmpty() ? count : count - 1);
  }

  /** Returns whether the instruction does nothing but put its first operand into its last. */
  public boolean isPlainMove(Statement prog) {
    return prog.operands().size() == 2
        && prog.suffixes().isEmpty()
        && architecture.isPlainMove(prog.opcode());
  }

  /** Returns whether the instruction may change {@code register}, a canonical name. */
  public boolean mayWrite(Statement prog, String register) {
    if (ControlFlow.isCall(prog, architecture, operands)
        || architecture.mayCall(prog.opcode())
        || architecture.writesUnnamedRegisters(prog.opcode())) {
      return true;
    }
    if (isPlainMove(prog)) {
      return defines(prog).contains(register);
    }
    if (isTestingJump(prog)) {
      return false;
    }
    if (architecture.isJump(prog.opcode())) {
      return true;
    }
    return named(prog, 0, prog.operands().size()).contains(register);
  }

  /**
   * Returns whether the instruction is a jump that only looks at its registers. Those that count
   * down or leave a return address are not: BRCT of s390x, BDNZ of ppc64, JAL of riscv64.
   */
  private boolean isTestingJump(Statement prog) {
    String opcode = prog.opcode();
    return architecture.isJump(opcode)
        && !architecture.takesAddress(opcode)
        && !architecture.mayCall(opcode)
        && !opcode.startsWith("BRCT")
        && !opcode.startsWith("BD")
        && !opcode.startsWith("BC")
        && !opcode.startsWith("LOOP");
  }

  /**
   * Returns the register that the instruction defines anew, whatever it held before; a load that
   * also writes its address back ({@code MOVW.P 8(R13), R14}) counts.
   */
  public Set<String> defines(Statement prog) {
    return prog.operands().size() == 2
            && architecture.isPlainMove(prog.opcode())
            && prog.suffixes().stream().noneMatch(architecture::isConditionSuffix)
            && operands.parse(prog.operands().get(1)) instanceof Operand.Register register
            && !register.indirect()
        ? Set.of(canonical(register.name()))
        : Set.of();
  }
}
