package dev.untether.recipe.golang.draft;

/** Thrown within this package when a place must stay as it is; the message says why. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  public Refusal(String reason) {
    // No stack trace: a refusal is an answer, and there may be thousands.
    super(reason, null, false, false);
  }

  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
