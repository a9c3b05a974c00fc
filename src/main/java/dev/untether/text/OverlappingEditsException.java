package dev.untether.text;

/** Two edits that cannot both be applied. */
public final class OverlappingEditsException extends RuntimeException {
  private final transient Edit first;
  private final transient Edit second;

  OverlappingEditsException(Edit first, Edit second) {
    super(
        "edits overlap: "
            + first.author()
            + " wants bytes "
            + first.span().start()
            + ".."
            + first.span().end()
            + ", "
            + second.author()
            + " wants bytes "
            + second.span().start()
            + ".."
            + second.span().end());
    this.first = first;
    this.second = second;
  }

  /** Returns the edit that comes first in the file. */
  public Edit first() {
    return first;
  }

  /** Returns the edit that comes second in the file. */
  public Edit second() {
    return second;
  }
}
