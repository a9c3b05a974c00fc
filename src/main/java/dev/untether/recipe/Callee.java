package dev.untether.recipe;

import java.util.List;
import java.util.Optional;

/** What a call goes to. */
public sealed interface Callee permits Callee.Symbol, Callee.Indirect {

  /**
   * A function called by name.
   *
   * @param anyOf the names, one of which must be called; never empty
   */
  record Symbol(List<SymbolName> anyOf) implements Callee {

    /** Copies the list. */
    public Symbol {
      anyOf = List.copyOf(anyOf);
    }
  }

  /**
   * A function whose address is in a register.
   *
   * @param through where the address came from, when that matters
   * @param passes what the call hands over in C argument registers
   */
  record Indirect(Optional<Value> through, List<Passed> passes) implements Callee {

    /** Copies the list. */
    public Indirect {
      passes = List.copyOf(passes);
    }
  }

  /**
   * One value handed over to a C function.
   *
   * @param register index of the C argument register, from 0, in the order of the platform's C ABI
   * @param value where the value came from
   * @param name the name that actions and conditions refer to the value by
   */
  record Passed(int register, Value value, Optional<String> name) {}
}
