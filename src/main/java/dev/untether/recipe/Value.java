package dev.untether.recipe;

/** Where the contents of a register came from. */
public sealed interface Value permits Value.Argument {

  /**
   * An argument of the Go function, loaded from the stack slot in which ABI0 passes it.
   *
   * @param index number of the argument, from 0; all arguments are one word wide
   */
  record Argument(int index) implements Value {}
}
