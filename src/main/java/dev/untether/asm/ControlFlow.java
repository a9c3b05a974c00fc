package dev.untether.asm;

import dev.untether.asm.arch.Architecture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where control goes after each instruction of a function. */
public final class ControlFlow {
  /** How one Prog ends. */
  public enum Ending {
    /** The next Prog follows. */
    NEXT,
    /** Targets within the function are known; whether the next follows too says {@link Flow}. */
    BRANCH,
    /** Control leaves the function: a return, a tail call, a jump through a register. */
    LEAVES,
    /** Nothing follows: a trap. */
    STOPS
  }

  /**
   * What follows one Prog.
   *
   * @param ending how it ends
   * @param next the Progs within the function that may follow
   */
  public record Flow(Ending ending, List<Integer> next) {}

  private static final Optional<Integer> NOWHERE = Optional.empty();

  private final Function function;
  private final Architecture architecture;
  private final OperandParser operands;
  private final Map<String, Integer> labels = new HashMap<>();
  private final List<Flow> flows = new ArrayList<>();

  /** Computes the flow of {@code function}. */
  public ControlFlow(Function function, Architecture architecture, OperandParser operands) {
    this.function = function;
    this.architecture = architecture;
    this.operands = operands;
    for (int i = 0; i < function.progs().size(); i++) {
      for (ExpandedToken label : function.progs().get(i).labels()) {
        labels.putIfAbsent(label.text(), i);
      }
    }
    for (int i = 0; i < function.progs().size(); i++) {
      flows.add(flow(i));
    }
  }

  /**
   * Returns whether the instruction calls: control comes back to the next. {@code JAL X1, f(SB)} of
   * riscv64 does, {@code JAL ZERO, f(SB)} does not.
   */
  public static boolean isCall(Statement prog, Architecture architecture, OperandParser operands) {
    if (architecture.isCall(prog.opcode())) {
      return true;
    }
    return architecture.mayCall(prog.opcode())
        && prog.operands().size() > 1
        && operands.parse(prog.operands().get(0)) instanceof Operand.Register link
        && !architecture
            .canonicalRegister(link.name())
            .equals(architecture.zeroRegister().flatMap(architecture::canonicalRegister));
  }

  /** Returns what follows Prog {@code index}. */
  public Flow after(int index) {
    return flows.get(index);
  }

  private Flow flow(int index) {
    Statement prog = function.progs().get(index);
    String opcode = prog.opcode();
    boolean conditional = prog.suffixes().stream().anyMatch(architecture::isConditionSuffix);
    if (architecture.endsFlow(opcode)) {
      return new Flow(conditional ? Ending.BRANCH : Ending.STOPS, next(index, conditional));
    }
    if (architecture.isReturn(opcode) || writesProgramCounter(prog)) {
      return new Flow(Ending.LEAVES, next(index, conditional));
    }
    boolean isCall = isCall(prog, architecture, operands);
    Optional<Integer> target =
        isCall || architecture.isJump(opcode) ? target(prog, index) : NOWHERE;
    // ADR is a jump to the parser, because it takes labels. It goes nowhere itself, but whoever has
    // the address of a label may.
    boolean returns = isCall || architecture.takesAddress(opcode);
    if (!architecture.isJump(opcode) || returns && target.isEmpty()) {
      return new Flow(Ending.NEXT, next(index, true));
    }
    // A call within the function, to read the program counter, goes to both places.
    boolean fallsThrough = conditional || isCall || !architecture.isUnconditionalJump(opcode);
    if (target.isEmpty()) {
      return new Flow(Ending.LEAVES, next(index, fallsThrough));
    }
    List<Integer> next = new ArrayList<>(next(index, fallsThrough));
    if (!next.contains(target.get())) {
      next.add(target.get());
    }
    return new Flow(Ending.BRANCH, List.copyOf(next));
  }

  private List<Integer> next(int index, boolean fallsThrough) {
    return fallsThrough && index + 1 < function.progs().size() ? List.of(index + 1) : List.of();
  }

  private Optional<Integer> target(Statement prog, int index) {
    for (int i = prog.operands().size() - 1; i >= 0; i--) {
      Operand operand = operands.parse(prog.operands().get(i));
      if (operand instanceof Operand.Word word && labels.containsKey(word.name())) {
        return Optional.ofNullable(labels.get(word.name()));
      }
      if (operand instanceof Operand.PcRelative relative && relative.distance().isPresent()) {
        long target = index + relative.distance().getAsLong();
        // TEXT itself can be jumped to: that is the entry, prologue and all.
        return target >= 0 && target < function.progs().size()
            ? Optional.of((int) target)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** On arm the program counter is a register like any other, and returns are written as moves. */
  private boolean writesProgramCounter(Statement prog) {
    return architecture.programCounter().isPresent()
        && !prog.operands().isEmpty()
        && operands
            .registersOf(prog.operands().get(prog.operands().size() - 1))
            .contains(architecture.programCounter().get())
        && !architecture.readsLastOperand(prog.opcode());
  }
}
