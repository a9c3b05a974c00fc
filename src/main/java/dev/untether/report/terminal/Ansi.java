package dev.untether.report.terminal;

/** The terminal attributes in use, as the escape sequences git writes for them. */
public enum Ansi {
  BOLD("1"),
  RED("31"),
  GREEN("32"),
  CYAN("36"),
  BOLD_RED("1;31"),
  BOLD_GREEN("1;32"),
  BOLD_YELLOW("1;33"),
  BOLD_CYAN("1;36"),
  ON_RED("41"),
  REVERSE("7");

  /** Back to plain text. */
  public static final String RESET = "\u001B[m";

  private final String start;

  Ansi(String parameters) {
    this.start = "\u001B[" + parameters + "m";
  }

  /** Returns the sequence that switches the attribute on. */
  public String start() {
    return start;
  }

  /** Returns {@code text} with the attribute around it. */
  public String paint(String text) {
    return start + text + RESET;
  }
}
