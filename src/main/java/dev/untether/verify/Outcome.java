package dev.untether.verify;

/**
 * What became of one thing that was to be linked.
 *
 * @param status whether it was
 * @param message what the go command said; empty when it succeeded
 */
public record Outcome(Status status, String message) {
  static final Outcome LINKED = new Outcome(Status.LINKED, "");

  /** The possible ends. */
  public enum Status {
    LINKED,
    FAILED,
    /** The build did not get so far as to tell. */
    UNDECIDED
  }

  static Outcome failed(String message) {
    return new Outcome(Status.FAILED, message);
  }

  static Outcome undecided(String message) {
    return new Outcome(Status.UNDECIDED, message);
  }

  boolean isLinked() {
    return status == Status.LINKED;
  }
}
