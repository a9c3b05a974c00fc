package dev.untether.access;

/**
 * A prediction of the linker.
 *
 * @param outcome what happens
 * @param rule what decides it
 * @param message what the linker prints, exactly; empty where it has nothing to say
 * @param source the line of Go's source that says so, as a link; empty if none does
 */
public record Verdict(Outcome outcome, Rule rule, String message, String source) {

  /** Returns whether the reference certainly does no harm. */
  public boolean isAccepted() {
    return outcome == Outcome.ACCEPTED;
  }
}
