package dev.untether.access;

import java.util.Locale;

/** What becomes of a reference when a program with it is linked. */
public enum Outcome {
  /** It links. */
  ACCEPTED,
  /** The linker refuses it, whoever needs it. */
  REJECTED,
  /** There is no such symbol; linking fails if anything that runs needs it. */
  UNDEFINED,
  /** It depends on what is not known here; the rule says on what. */
  UNCERTAIN,
  /** The data does not cover the symbol, the release or the target. */
  UNKNOWN;

  /** Returns the word that output prints. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
