package dev.untether.recipe.assembly;

import dev.untether.asm.Operand;
import dev.untether.recipe.Callee;
import dev.untether.recipe.SymbolName;
import java.util.Optional;

/** Recognises calls. */
final class Calls {
  private Calls() {}

  /** Returns whether the Prog is a call of this kind; where a register came from is not asked. */
  static boolean matches(View view, int index, Callee callee) {
    if (!view.isCall(index)) {
      return false;
    }
    if (callee instanceof Callee.Symbol symbols) {
      return symbol(view, index).map(name -> names(symbols, name)).orElse(false);
    }
    return register(view, index).isPresent();
  }

  private static boolean names(Callee.Symbol symbols, dev.untether.asm.SymbolName name) {
    for (SymbolName wanted : symbols.anyOf()) {
      if (!name.isStatic() && name.spelled().equals(wanted.toString())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the symbol that is called. */
  static Optional<dev.untether.asm.SymbolName> symbol(View view, int index) {
    return view.lastOperand(index) instanceof Operand.Symbol symbol
            && symbol.base() == Operand.Pseudo.SB
            && symbol.prefix() == 0
        ? Optional.of(symbol.name())
        : Optional.empty();
  }

  /** Returns the register that is called through: {@code BL (CTR)}, {@code CALL R12}. */
  static Optional<String> register(View view, int index) {
    Operand operand = view.lastOperand(index);
    if (operand instanceof Operand.Register register) {
      return Optional.of(register.name());
    }
    return operand instanceof Operand.Memory memory
            && memory.index().isEmpty()
            && memory.offset().isPresent()
            && memory.offset().getAsLong() == 0
            && !memory.base().isEmpty()
        ? Optional.of(memory.base())
        : Optional.empty();
  }

  /** Returns how a message names what is called. */
  static String describe(View view, int index) {
    return symbol(view, index)
        .map(dev.untether.asm.SymbolName::spelled)
        .orElseGet(() -> "through " + register(view, index).orElse("memory"));
  }

  /** Returns how a message names what should be called. */
  static String describe(Callee callee) {
    return callee instanceof Callee.Symbol symbols
        ? "a call of " + symbols.anyOf().get(0)
        : "an indirect call";
  }
}
