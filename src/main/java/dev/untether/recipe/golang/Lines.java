package dev.untether.recipe.golang;

import dev.untether.text.SourceText;
import dev.untether.text.Span;

/** Whole lines of a text, as deletions need them. */
final class Lines {
  private Lines() {}

  /** Returns the start of the line that {@code offset} stands on. */
  static int start(SourceText text, int offset) {
    int start = offset;
    while (start > 0 && text.bytes()[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** Returns the offset behind the line break of the line that {@code offset} stands on. */
  static int behind(SourceText text, int offset) {
    int end = offset;
    while (end < text.length() && text.bytes()[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, text.length());
  }

  /** Returns the text of the line that starts at {@code start}, without white space around it. */
  static String at(SourceText text, int start) {
    return text.slice(start, behind(text, start)).strip();
  }

  /** Returns the start of the first of the directives that stand together with one. */
  static int startOfDirectives(SourceText text, int directive) {
    int line = start(text, directive);
    while (line > 0 && at(text, start(text, line - 1)).startsWith("//go:")) {
      line = start(text, line - 1);
    }
    return line;
  }

  /** Returns whether the line above the one at {@code start} is a comment for readers. */
  static boolean isBelowProse(SourceText text, int start) {
    if (start == 0) {
      return false;
    }
    String above = at(text, start(text, start - 1));
    return above.startsWith("//") && !above.equals("//") && !above.startsWith("//go:");
  }

  /**
   * Returns the whole lines of {@code span} with what stands around them for their sake only: the
   * {@code //} line above that gofmt puts between prose and directives, if nothing but code
   * follows; one of two blank lines that would meet.
   */
  static Span withSurroundings(SourceText text, Span span) {
    int start = start(text, span.start());
    int end =
        span.end() > start && text.bytes()[span.end() - 1] == '\n'
            ? span.end()
            : behind(text, span.end());
    boolean commentFollows = end < text.length() && at(text, end).startsWith("//");
    int above = start > 0 ? start(text, start - 1) : start;
    if (above < start && at(text, above).equals("//") && !commentFollows) {
      return new Span(above, end);
    }
    boolean blankAbove = start == 0 || at(text, above).isEmpty();
    boolean blankBelow = end == text.length() || at(text, end).isEmpty();
    if (blankAbove && blankBelow) {
      return end < text.length() ? new Span(start, behind(text, end)) : new Span(above, end);
    }
    return new Span(start, end);
  }
}
