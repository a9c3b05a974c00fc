package dev.untether.report.explanation;

import dev.untether.report.Printable;

/** Text in lines that fit a terminal of 80 columns; words that are longer stay whole. */
final class Paragraph {
  private static final int WIDTH = 80;

  private Paragraph() {}

  /** Returns {@code text} in lines that start with {@code indent} blanks. */
  static String of(String text, int indent) {
    return hanging("", text, indent);
  }

  /** Returns {@code text} behind {@code label}, further lines below its first word. */
  static String labelled(String label, String text) {
    return hanging(label, text, label.length());
  }

  private static String hanging(String label, String text, int indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(label.isEmpty() ? " ".repeat(indent) : label);
    boolean isEmpty = true;
    for (String word : Printable.line(text).split(" +", -1)) {
      int width = line.codePointCount(0, line.length()) + 1 + word.codePointCount(0, word.length());
      if (!isEmpty && width > WIDTH) {
        lines.append(line).append('\n');
        line.setLength(0);
        line.append(" ".repeat(indent));
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    return lines.append(line).append('\n').toString();
  }
}
