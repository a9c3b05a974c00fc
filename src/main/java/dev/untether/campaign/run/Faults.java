package dev.untether.campaign.run;

/** What to tell people of things that went wrong. */
final class Faults {
  private Faults() {}

  /** Returns the message of an exception, or its name if it has none. */
  static String words(Exception fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}
