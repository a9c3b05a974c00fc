package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.Set;
import java.util.TreeSet;

/** What an edit of a Go file asks its tokens: names that are taken, comments that belong along. */
public final class GoText {
  private final SourceText source;
  private final TokenBuffer tokens;

  private GoText(SourceText source) {
    this.source = source;
    this.tokens = GoLexer.tokens(source);
  }

  /** Returns the tokens of {@code source}. */
  public static GoText of(SourceText source) {
    return new GoText(source);
  }

  /** Returns every identifier but those behind a period. */
  public Set<String> identifiers() {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (kind(i) == GoKind.IDENT && !isBehindPeriod(i)) {
        names.add(text(i));
      }
    }
    return names;
  }

  /**
   * Returns the identifiers within {@code span} that a period follows and none precedes: the
   * packages that it may refer to.
   */
  public Set<String> qualifiers(Span span) {
    Set<String> names = new TreeSet<>();
    for (int i = tokenAt(span.start()); i < tokens.size() && tokens.start(i) < span.end(); i++) {
      boolean followed = next(i + 1) < tokens.size() && kind(next(i + 1)) == GoKind.PERIOD;
      if (kind(i) == GoKind.IDENT && followed && !isBehindPeriod(i)) {
        names.add(text(i));
      }
    }
    return names;
  }

  /**
   * Returns where the comments start that stand directly above what starts at {@code offset},
   * without a blank line between: the beginning of a line, or {@code offset} if there are none.
   */
  public int startOfCommentsAbove(int offset) {
    int start = offset;
    int newlines = 0;
    for (int i = tokenAt(offset) - 1; i >= 0; i--) {
      GoKind kind = kind(i);
      if (kind == GoKind.NEWLINE) {
        newlines++;
        if (newlines > 1) {
          break;
        }
      } else if (kind == GoKind.LINE_COMMENT || kind == GoKind.BLOCK_COMMENT) {
        if (!startsLine(i)) {
          break;
        }
        start = tokens.start(i);
        newlines = 0;
      } else if (kind != GoKind.SPACE) {
        break;
      }
    }
    return start;
  }

  /** Returns whether nothing but comments and white space lies within {@code span}. */
  public boolean isBlank(Span span) {
    for (int i = tokenAt(span.start()); i < tokens.size() && tokens.start(i) < span.end(); i++) {
      if (!kind(i).isTrivia()) {
        return false;
      }
    }
    return true;
  }

  /** Returns {@code span} with the rest of its last line and the line break. */
  public Span toEndOfLine(Span span) {
    int end = span.end();
    byte[] bytes = source.bytes();
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return new Span(span.start(), Math.min(end + 1, bytes.length));
  }

  private boolean startsLine(int token) {
    int before = token - 1;
    while (before >= 0 && kind(before) == GoKind.SPACE) {
      before--;
    }
    return before < 0 || kind(before) == GoKind.NEWLINE || kind(before) == GoKind.BYTE_ORDER_MARK;
  }

  private boolean isBehindPeriod(int token) {
    int before = token - 1;
    while (before >= 0 && kind(before).isTrivia()) {
      before--;
    }
    return before >= 0 && kind(before) == GoKind.PERIOD;
  }

  private int next(int from) {
    int i = from;
    while (i < tokens.size() && kind(i).isTrivia()) {
      i++;
    }
    return i;
  }

  /** Returns the first token that starts at {@code offset} or behind it. */
  private int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.start(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private GoKind kind(int token) {
    return GoKind.of(tokens.kindOrdinal(token));
  }

  private String text(int token) {
    return source.slice(tokens.start(token), tokens.end(token));
  }
}
