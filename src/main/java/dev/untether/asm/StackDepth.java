package dev.untether.asm;

import dev.untether.asm.arch.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * By how many bytes instructions move the hardware stack pointer. What the assembler does in a
 * prologue is not counted: it is the same before and after an edit.
 */
public final class StackDepth {
  private final Architecture architecture;
  private final OperandParser operands;

  /** Prepares to read instructions of one architecture. */
  public StackDepth(Architecture architecture, OperandParser operands) {
    this.architecture = architecture;
    this.operands = operands;
  }

  /**
   * Returns by how much the stack has grown when control reaches Prog {@code index} in a straight
   * line from the entry, or empty when an instruction moves the stack pointer in a way that is not
   * understood.
   */
  public OptionalLong before(Function function, int index) {
    long depth = 0;
    for (int i = 1; i < index; i++) {
      OptionalLong growth = growth(function.progs().get(i));
      if (growth.isEmpty()) {
        return growth;
      }
      depth += growth.getAsLong();
    }
    return OptionalLong.of(depth);
  }

  /**
   * Returns by how much the instruction makes the stack grow; empty when that is not understood.
   */
  public OptionalLong growth(Statement prog) {
    if (prog.operands().isEmpty()) {
      return OptionalLong.of(0);
    }
    String opcode = prog.opcode();
    if (opcode.startsWith("PUSH") || opcode.startsWith("POP") || opcode.equals("ADJSP")) {
      return OptionalLong.empty();
    }
    OptionalLong growth = unconditionalGrowth(prog);
    boolean conditional = prog.suffixes().stream().anyMatch(architecture::isConditionSuffix);
    return conditional && !growth.equals(OptionalLong.of(0)) ? OptionalLong.empty() : growth;
  }

  private OptionalLong unconditionalGrowth(Statement prog) {
    String opcode = prog.opcode();
    Optional<OptionalLong> update = update(prog);
    if (update.isPresent()) {
      return update.get();
    }
    if (exchanges(prog)) {
      return OptionalLong.empty();
    }
    List<ExpandedToken> last = prog.operands().get(prog.operands().size() - 1);
    if (!(operands.parse(last) instanceof Operand.Register register)
        || !isStackPointer(register.name())
        || architecture.readsLastOperand(opcode)) {
      return mentionsInList(last) ? OptionalLong.empty() : OptionalLong.of(0);
    }
    return assigned(prog);
  }

  /** Reads {@code SUB $n, SP}, {@code ADD $n, SP, SP} and {@code MOVD $-n(SP), SP}. */
  private OptionalLong assigned(Statement prog) {
    int count = prog.operands().size();
    Operand first = operands.parse(prog.operands().get(0));
    if (count == 2 && first instanceof Operand.Memory memory && memory.address()) {
      boolean plain = isStackPointer(memory.base()) && memory.index().isEmpty();
      return plain ? negated(memory.offset()) : OptionalLong.empty();
    }
    boolean middle =
        count == 2
            || count == 3
                && operands.parse(prog.operands().get(1)) instanceof Operand.Register register
                && isStackPointer(register.name());
    if (!middle || !(first instanceof Operand.Immediate immediate)) {
      return OptionalLong.empty();
    }
    if (prog.opcode().startsWith("SUB")) {
      return immediate.value();
    }
    return prog.opcode().startsWith("ADD") ? negated(immediate.value()) : OptionalLong.empty();
  }

  /** Reads the forms that access memory and move the base: MOVDU on ppc64, .W and .P on arm. */
  private Optional<OptionalLong> update(Statement prog) {
    boolean updates =
        prog.suffixes().stream().anyMatch(s -> s.contains("W") || s.contains("P"))
            || architecture.updatesBase(prog.opcode());
    if (!updates) {
      return Optional.empty();
    }
    for (List<ExpandedToken> operand : prog.operands()) {
      if (operands.parse(operand) instanceof Operand.Memory memory
          && isStackPointer(memory.base())) {
        boolean plain = memory.index().isEmpty() && !mentionsAnyList(prog);
        return Optional.of(plain ? negated(memory.offset()) : OptionalLong.empty());
      }
    }
    return Optional.empty();
  }

  /** Returns whether an instruction that writes more than its last operand names the pointer. */
  private boolean exchanges(Statement prog) {
    return (prog.opcode().startsWith("XCHG") || prog.opcode().startsWith("XADD"))
        && prog.operands().stream()
            .map(operands::parse)
            .anyMatch(o -> o instanceof Operand.Register r && isStackPointer(r.name()));
  }

  private boolean mentionsAnyList(Statement prog) {
    return prog.opcode().startsWith("MOVM");
  }

  private boolean mentionsInList(List<ExpandedToken> operand) {
    Operand parsed = operands.parse(operand);
    return (parsed instanceof Operand.RegisterList || parsed instanceof Operand.Other)
        && operands.registersOf(operand).stream().anyMatch(this::isStackPointer);
  }

  private static OptionalLong negated(OptionalLong value) {
    return value.isPresent() ? OptionalLong.of(-value.getAsLong()) : value;
  }

  private boolean isStackPointer(String register) {
    return architecture
        .canonicalRegister(register)
        .orElse(register)
        .equals(architecture.stackPointer());
  }
}
