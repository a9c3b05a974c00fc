package dev.untether.text;

/**
 * A comment of a source file.
 *
 * @param span its bytes, without the line break behind a line comment
 * @param position its first character
 * @param text the comment as it is written, with its marks
 * @param alone whether nothing but blanks stands before it on its line
 */
public record Comment(Span span, Position position, String text, boolean alone) {
  private static final String LINE = "//";

  /** Returns whether it ends with its line. */
  public boolean isLineComment() {
    return text.startsWith(LINE);
  }

  /** Returns the number of its line, or of its first one. */
  public int line() {
    return position.line();
  }

  /** Returns the text of a line comment behind its slashes, without blanks around it. */
  public String content() {
    return isLineComment() ? text.substring(LINE.length()).strip() : text;
  }

  /** Returns the comment at {@code span} of {@code source}. */
  public static Comment at(SourceText source, Span span) {
    Position position = source.positionOf(span.start());
    String before = source.slice(source.lineStart(position.line()), span.start());
    boolean alone = before.isBlank() || before.equals("\uFEFF");
    return new Comment(span, position, source.slice(span).stripTrailing(), alone);
  }
}
