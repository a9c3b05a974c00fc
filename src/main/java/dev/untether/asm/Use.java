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
  /** TEXT, GLOBL, or the symbol that DATA fills. */
  DEFINE;

  /** Returns the word that machine-readable output prints. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
