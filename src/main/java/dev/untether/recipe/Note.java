package dev.untether.recipe;

/** Something that a recipe reports for a reader where it made a change. */
public sealed interface Note permits Note.RegisterSaved {

  /** Returns what the reader is told. */
  String message();

  /**
   * Speaks up when the function saves one of the registers to memory and loads it back: the saving
   * may have been needed by the removed code only.
   *
   * @param registers the registers
   * @param message what the reader is told
   */
  record RegisterSaved(Registers registers, String message) implements Note {}
}
