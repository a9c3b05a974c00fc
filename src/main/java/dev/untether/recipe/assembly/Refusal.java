package dev.untether.recipe.assembly;

/**
 * Thrown within this package when a precondition is not proven; the message says which and where.
 */
final class Refusal extends Exception {

  Refusal(String reason) {
    // No stack trace: a refusal is an answer, and there may be thousands.
    super(reason, null, false, false);
  }

  String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
