package dev.untether.asm;

import java.util.Locale;

/** In which way assembly refers to a symbol. */
public enum Use {
  CALL,
  /** A jump, or a return that names a symbol. */
  JUMP,
  /** The symbol's address: {@code $sym(SB)}, {@code LEAQ sym(SB), AX}. */
  ADDRESS,
  LOAD,
  STORE,
  /** The symbol's address as the value of a DATA directive. */
  DATA,
  FUNCDATA,
  /** TEXT. */
  DEFINE,
  /** GLOBL, or the symbol that DATA fills. */
  DEFINE_DATA;

  /** Returns whether the symbol is not referred to but made here. */
  public boolean isDefinition() {
    return this == DEFINE || this == DEFINE_DATA;
  }

  /** Returns the word that machine-readable output prints: the same for both definitions. */
  public String word() {
    return isDefinition() ? "define" : name().toLowerCase(Locale.ROOT);
  }
}
