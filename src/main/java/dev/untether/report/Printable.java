package dev.untether.report;

/**
 * Text from analysed code made fit for a line on a terminal or in a log: it can neither start a
 * line of its own nor change how the rest is shown.
 */
public final class Printable {
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /** Returns {@code text} on one line: blanks for tabs and line breaks, no control characters. */
  public static String line(String text) {
    return withoutControls(text.replace("\r\n", " ").replace('\t', ' '), ' ');
  }

  /** Returns {@code text}, which has no line breaks, keeping tabs and the number of characters. */
  public static String excerpt(String text) {
    return withoutControls(text, REPLACEMENT);
  }

  private static String withoutControls(String text, char forLineBreak) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r') {
                printable.append(forLineBreak);
              } else if (c == '\t' || !isDangerous(c)) {
                printable.appendCodePoint(c);
              } else {
                printable.append(REPLACEMENT);
              }
            });
    return printable.toString();
  }

  private static boolean isDangerous(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      // Bidirectional controls reorder what is around them (CVE-2021-42574, "Trojan Source").
      case Character.FORMAT ->
          (codePoint >= 0x202A && codePoint <= 0x202E)
              || (codePoint >= 0x2066 && codePoint <= 0x2069);
      default -> false;
    };
  }
}
