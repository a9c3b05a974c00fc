package dev.untether.recipe;

import java.util.Locale;

/** How much a reader must look at what a recipe did. */
public enum Safety {
  /** Behaviour is the same on every path; every doubt is a refusal. */
  SAFE,
  /** Right in the cases that the recipe knows, but a person should read each change. */
  REVIEW,
  /** Changes behaviour; runs only when asked for by name. */
  UNSAFE;

  /** Returns the word that descriptors use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
