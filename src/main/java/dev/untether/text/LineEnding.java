package dev.untether.text;

/** How the lines of a file end. */
public enum LineEnding {
  LF("\n"),
  CRLF("\r\n");

  private final String text;

  LineEnding(String text) {
    this.text = text;
  }

  /** Returns the characters of the ending. */
  public String text() {
    return text;
  }
}
