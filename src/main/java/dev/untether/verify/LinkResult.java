package dev.untether.verify;

/**
 * What became of one thing that was to be linked.
 *
 * @param status whether it was
 * @param message what the go command said; empty when it succeeded
 */
public record LinkResult(Status status, String message) {
  static final LinkResult LINKED = new LinkResult(Status.LINKED, "");

  /** The possible ends. */
  public enum Status {
    LINKED,
    FAILED,
    /** The build did not get so far as to tell. */
    UNDECIDED
  }

  static LinkResult failed(String message) {
    return new LinkResult(Status.FAILED, message);
  }

  static LinkResult undecided(String message) {
    return new LinkResult(Status.UNDECIDED, message);
  }

  /** Returns whether it was linked. */
  public boolean isLinked() {
    return status == Status.LINKED;
  }
}
