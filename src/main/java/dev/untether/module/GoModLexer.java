package dev.untether.module;

import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a {@code go.mod} or {@code go.work} file into the words of its lines. The lexical rules are
 * those of golang.org/x/mod/modfile: words end at white space, at brackets, commas and {@code //};
 * strings are quoted with {@code "} or backquotes.
 */
final class GoModLexer {
  private final SourceText text;
  private final byte[] bytes;
  private final Problems problems;
  private int next;

  GoModLexer(SourceText text, Problems problems) {
    this.text = text;
    this.bytes = text.bytes();
    this.problems = problems;
    this.next = text.hasByteOrderMark() ? 3 : 0;
  }

  /** Takes what cannot be understood, with its byte offset. */
  interface Problems {
    void report(int offset, String message);
  }

  /**
   * A word, a string or a punctuation mark.
   *
   * @param start its byte offset
   * @param value what it stands for, without quotes
   */
  record Word(int start, String value, boolean quoted) {
    boolean is(String punctuation) {
      return !quoted && value.equals(punctuation);
    }
  }

  /**
   * The words of one line.
   *
   * @param comment what follows the {@code //}; empty if there is none
   */
  record Line(List<Word> words, String comment) {}

  boolean atEnd() {
    return next >= bytes.length;
  }

  /** Returns the words up to the end of the line and moves behind it. */
  Line line() {
    List<Word> words = new ArrayList<>();
    String comment = "";
    while (next < bytes.length && bytes[next] != '\n') {
      byte b = bytes[next];
      if (b == ' ' || b == '\t' || b == '\r') {
        next++;
      } else if (isCommentAt(next)) {
        comment = comment();
      } else if (b == '"' || b == '`') {
        words.add(quoted(b));
      } else {
        words.add(bare());
      }
    }
    next++;
    return new Line(words, comment);
  }

  private boolean isCommentAt(int i) {
    return bytes[i] == '/' && i + 1 < bytes.length && bytes[i + 1] == '/';
  }

  private String comment() {
    int start = next + 2;
    while (next < bytes.length && bytes[next] != '\n') {
      next++;
    }
    return text.slice(start, next);
  }

  private Word bare() {
    int start = next;
    if (isPunctuation(bytes[next])) {
      next++;
    } else {
      while (next < bytes.length && isWordByte(bytes[next]) && !isCommentAt(next)) {
        next++;
      }
    }
    return new Word(start, text.slice(start, next), /* quoted= */ false);
  }

  private static boolean isWordByte(byte b) {
    return b != ' ' && b != '\t' && b != '\r' && b != '\n' && !isPunctuation(b);
  }

  private static boolean isPunctuation(byte b) {
    return "()[]{},".indexOf(b) >= 0;
  }

  /** Reads a string; one with backquotes may span lines. */
  private Word quoted(byte quote) {
    int start = next++;
    StringBuilder value = new StringBuilder();
    int from = next;
    while (next < bytes.length && bytes[next] != quote) {
      if (quote == '"' && bytes[next] == '\n') {
        break;
      }
      if (quote == '"' && isEscapeAt(next)) {
        value.append(text.slice(from, next));
        // Only \" and \\ can occur in a path or version; other escapes stay as they are.
        next++;
        from = bytes[next] == '"' || bytes[next] == '\\' ? next : next - 1;
      }
      next++;
    }
    int end = Math.min(next, bytes.length);
    value.append(new String(bytes, from, end - from, StandardCharsets.UTF_8));
    if (next < bytes.length && bytes[next] == quote) {
      next++;
    } else {
      problems.report(start, "the string is not closed");
    }
    return new Word(start, value.toString(), /* quoted= */ true);
  }

  private boolean isEscapeAt(int i) {
    return bytes[i] == '\\' && i + 1 < bytes.length && bytes[i + 1] != '\n';
  }
}
