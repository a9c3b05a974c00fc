package dev.untether.recipe.assembly;

import dev.untether.asm.ExpandedToken;
import dev.untether.asm.Operand;
import dev.untether.asm.arch.Architecture;
import dev.untether.recipe.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Finds the stack slot that a register was loaded from, and how to address it later. */
final class Slots {
  /**
   * A register's contents, loaded from the stack.
   *
   * @param load the Prog that loads it
   * @param operand the memory operand
   */
  record Loaded(int load, Operand operand) {}

  private final View view;

  Slots(View view) {
    this.view = view;
  }

  private Architecture architecture() {
    return view.architecture();
  }

  /**
   * Returns where the contents that {@code register} has before Prog {@code at} were loaded from.
   * Control must run straight from the entry to there.
   *
   * @throws Refusal when they were not loaded from memory by plain moves
   */
  Loaded origin(String register, int at) throws Refusal {
    String wanted = view.data().canonical(register);
    for (int i = at - 1; i > 0; i--) {
      if (!view.data().mayWrite(view.prog(i), wanted)) {
        continue;
      }
      Operand from = view.operand(i, 0);
      // A narrower move would not bring the whole word.
      boolean moves =
          view.data().isPlainMove(view.prog(i))
              && view.prog(i).opcode().equals(architecture().wordMove())
              && view.data().defines(view.prog(i)).contains(wanted);
      if (moves && from instanceof Operand.Register source) {
        wanted = view.data().canonical(source.name());
      } else if (moves && isStack(from)) {
        return new Loaded(i, from);
      } else {
        throw new Refusal("line " + view.line(i) + " puts something else into " + wanted);
      }
    }
    throw new Refusal(register + " was not loaded from memory in this function");
  }

  private boolean isStack(Operand operand) {
    if (operand instanceof Operand.Symbol symbol) {
      return symbol.base() == Operand.Pseudo.FP
          && symbol.prefix() == 0
          && symbol.offset().isPresent();
    }
    return operand instanceof Operand.Memory memory
        && memory.base().equals(architecture().stackPointer())
        && memory.index().isEmpty()
        && !memory.address()
        && memory.offset().isPresent();
  }

  /**
   * Checks that the slot is that of {@code value}.
   *
   * @throws Refusal when it is another, or cannot be told
   */
  void require(Loaded loaded, Value value) throws Refusal {
    Value.Argument argument = (Value.Argument) value;
    long wanted = (long) argument.index() * architecture().pointerSize();
    if (argumentOffset(loaded.operand(), loaded.load()) != wanted) {
      throw new Refusal(
          "line " + view.line(loaded.load()) + " does not load argument " + argument.index());
    }
  }

  /** Returns the distance in bytes from the function's first argument. */
  private long argumentOffset(Operand operand, int at) throws Refusal {
    long depth = depth(at);
    if (operand instanceof Operand.Symbol symbol) {
      // Not rebased: where the link register is, FP is a constant distance from the hardware SP.
      return symbol.offset().orElseThrow() - depth;
    }
    if (!hasNoFrame()) {
      throw new Refusal(
          "line " + view.line(at) + " addresses the frame by the hardware stack pointer");
    }
    return offset((Operand.Memory) operand) - depth - architecture().fixedFrame();
  }

  private static long offset(Operand.Memory memory) {
    return memory.offset().orElseThrow();
  }

  private boolean hasNoFrame() {
    return view.function().hasNoFrame(view.operands());
  }

  private long depth(int at) throws Refusal {
    OptionalLong depth = view.stack().before(view.function(), at);
    if (depth.isEmpty()) {
      throw new Refusal(
          "how the stack pointer moves before line " + view.line(at) + " is not clear");
    }
    return depth.getAsLong();
  }

  /**
   * Returns the operand that reads the slot again at Prog {@code at}.
   *
   * @param call the call of a C function in between, which may write to the area above its stack
   *     pointer that the C ABI leaves to it
   * @throws Refusal when the slot may have changed, or cannot be addressed
   */
  String again(Loaded loaded, int call, int at) throws Refusal {
    requireUntouched(loaded, at);
    requireOutOfReach(loaded, call);
    long shift = depth(at) - depth(loaded.load());
    if (shift == 0) {
      return spelled(loaded);
    }
    if (loaded.operand() instanceof Operand.Symbol symbol) {
      long offset = symbol.offset().orElseThrow();
      if (!hasNoFrame()) {
        throw new Refusal(
            "the stack pointer moved since line " + view.line(loaded.load()) + " read the slot");
      }
      return architecture().fixedFrame() + offset + shift + "(" + stackPointer() + ")";
    }
    return offset((Operand.Memory) loaded.operand()) + shift + "(" + stackPointer() + ")";
  }

  /** Returns the operand as the load spells it, macros expanded. */
  private String spelled(Loaded loaded) {
    List<ExpandedToken> tokens = view.prog(loaded.load()).operands().get(0);
    ExpandedToken first = tokens.get(0);
    if (tokens.stream().allMatch(ExpandedToken::isDirect)) {
      int end = tokens.get(tokens.size() - 1).span().end();
      return first.unit().file().source().slice(first.span().start(), end);
    }
    return tokens.stream().map(ExpandedToken::text).collect(Collectors.joining());
  }

  private String stackPointer() {
    return architecture().stackPointer();
  }

  private void requireOutOfReach(Loaded loaded, int call) throws Refusal {
    int reach = architecture().calleeWritableArea();
    long above = aboveStackPointer(loaded, call);
    if (above < reach) {
      throw new Refusal(
          "the slot lies "
              + above
              + " bytes above the stack pointer at the call in line "
              + view.line(call)
              + ", and a C function may write to the "
              + reach
              + " bytes there");
    }
  }

  /**
   * Returns how far above the hardware stack pointer the slot lies at Prog {@code at}, at least.
   */
  private long aboveStackPointer(Loaded loaded, int at) throws Refusal {
    long shift = depth(at) - depth(loaded.load());
    if (!(loaded.operand() instanceof Operand.Symbol symbol)) {
      return offset((Operand.Memory) loaded.operand()) + shift;
    }
    long ownFrame = 0;
    if (!hasNoFrame()) {
      Optional<Long> locals = view.function().frameSize(view.operands());
      if (locals.isEmpty()) {
        throw new Refusal("the size of the frame is not a plain number");
      }
      ownFrame = locals.get() + architecture().fixedFrame();
    }
    return ownFrame + architecture().fixedFrame() + symbol.offset().orElseThrow() + shift;
  }

  /** Checks that nothing gives the address of an argument away. */
  private void requireAddressKept(int at) throws Refusal {
    for (int i = 1; i < at; i++) {
      for (int operand = 0; operand < view.prog(i).operands().size(); operand++) {
        Operand taken = view.operand(i, operand);
        boolean argument =
            taken instanceof Operand.Symbol symbol
                && symbol.base() == Operand.Pseudo.FP
                && symbol.prefix() == '$';
        boolean stack =
            taken instanceof Operand.Memory memory
                && memory.address()
                && memory.base().equals(stackPointer())
                && !(view.lastOperand(i) instanceof Operand.Register to
                    && to.name().equals(stackPointer()));
        if (argument || stack) {
          throw new Refusal("line " + view.line(i) + " gives away the address of a stack slot");
        }
      }
    }
  }

  /** Checks that nothing between the load and {@code at} may store to the slot. */
  private void requireUntouched(Loaded loaded, int at) throws Refusal {
    requireAddressKept(at);
    for (int i = loaded.load() + 1; i < at; i++) {
      String opcode = view.prog(i).opcode();
      if (architecture().isJump(opcode) || architecture().readsLastOperand(opcode)) {
        continue;
      }
      Operand target = view.lastOperand(i);
      if (target instanceof Operand.Symbol symbol && symbol.base() == Operand.Pseudo.FP
          || target instanceof Operand.Memory) {
        requireElsewhere(loaded, target, i);
      } else if (!(target instanceof Operand.Register || target instanceof Operand.Symbol)) {
        throw new Refusal("what line " + view.line(i) + " writes is not clear");
      }
    }
  }

  private void requireElsewhere(Loaded loaded, Operand target, int at) throws Refusal {
    String message = "line " + view.line(at) + " may overwrite the slot";
    if (!isStack(target)) {
      throw new Refusal(message);
    }
    boolean frameAndName = !hasNoFrame() && loaded.operand().getClass() != target.getClass();
    if (frameAndName) {
      requireWithinFrame(target, at, message);
      return;
    }
    long distance = entryRelative(target, at) - entryRelative(loaded.operand(), loaded.load());
    if (Math.abs(distance) < architecture().pointerSize()) {
      throw new Refusal(message);
    }
  }

  /**
   * A store at the hardware stack pointer stays clear of arguments while it is within the frame.
   */
  private void requireWithinFrame(Operand target, int at, String message) throws Refusal {
    Optional<Long> locals = view.function().frameSize(view.operands());
    if (!(target instanceof Operand.Memory memory)
        || locals.isEmpty()
        || offset(memory) - depth(at) + architecture().pointerSize()
            > locals.get() + architecture().fixedFrame()) {
      throw new Refusal(message);
    }
  }

  private long entryRelative(Operand operand, int at) throws Refusal {
    long depth = depth(at);
    return operand instanceof Operand.Symbol symbol
        ? architecture().fixedFrame() + symbol.offset().orElseThrow() - depth
        : offset((Operand.Memory) operand) - depth;
  }
}
