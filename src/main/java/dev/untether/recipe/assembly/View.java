package dev.untether.recipe.assembly;

import dev.untether.asm.ControlFlow;
import dev.untether.asm.Dataflow;
import dev.untether.asm.Function;
import dev.untether.asm.Operand;
import dev.untether.asm.OperandParser;
import dev.untether.asm.StackDepth;
import dev.untether.asm.Statement;
import dev.untether.asm.arch.Architecture;
import java.util.List;

/** One function in one setting of the conditionals, with everything that can be asked about it. */
record View(
    Function function,
    Architecture architecture,
    OperandParser operands,
    ControlFlow flow,
    Dataflow data,
    StackDepth stack) {

  static View of(Function function, Architecture architecture, OperandParser operands) {
    return new View(
        function,
        architecture,
        operands,
        new ControlFlow(function, architecture, operands),
        new Dataflow(architecture, operands),
        new StackDepth(architecture, operands));
  }

  Statement prog(int index) {
    return function.progs().get(index);
  }

  int size() {
    return function.progs().size();
  }

  boolean isCall(int index) {
    return ControlFlow.isCall(prog(index), architecture, operands);
  }

  /** Returns the line in the assembled file where the Prog stands. */
  int line(int index) {
    return prog(index).word().outermost().ownPosition().line();
  }

  /** Returns what the Prog's operand number {@code operand} means. */
  Operand operand(int index, int operand) {
    return operands.parse(prog(index).operands().get(operand));
  }

  /** Returns what the last operand of the Prog means; an immediate 0 when it has none. */
  Operand lastOperand(int index) {
    List<?> all = prog(index).operands();
    return all.isEmpty() ? new Operand.Other(List.of()) : operand(index, all.size() - 1);
  }
}
