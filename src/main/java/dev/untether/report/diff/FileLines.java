package dev.untether.report.diff;

import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a text as a diff counts them: from 0, each with its line feed, and no empty line
 * after a final line feed.
 */
final class FileLines {
  private final SourceText text;
  private final int count;

  FileLines(SourceText text) {
    this.text = text;
    int lines = text.lineCount();
    this.count = text.lineStart(lines) == text.length() ? lines - 1 : lines;
  }

  byte[] bytes() {
    return text.bytes();
  }

  int count() {
    return count;
  }

  /** Returns the offset of the first byte of {@code line}; the end of the text for the count. */
  int start(int line) {
    return line < text.lineCount() ? text.lineStart(line + 1) : text.length();
  }

  int end(int line) {
    return start(line + 1);
  }

  /** Returns the line of the byte at {@code offset}; the count for the end of a complete text. */
  int lineAt(int offset) {
    return text.lineOf(offset) - 1;
  }

  /** Returns the first line that starts at or after {@code offset}; the count when none does. */
  int firstLineFrom(int offset) {
    int line = lineAt(offset);
    return start(line) == offset ? line : Math.min(line + 1, count);
  }

  /** Returns the line as one character a byte, so that different bytes stay different. */
  String bytesOf(int line) {
    int start = start(line);
    return new String(bytes(), start, end(line) - start, StandardCharsets.ISO_8859_1);
  }
}
