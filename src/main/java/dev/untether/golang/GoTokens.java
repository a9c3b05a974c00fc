package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import dev.untether.text.Span;

/**
 * A walk over the tokens that mean something, with the semicolons that line breaks stand for. It
 * starts in front of the first token.
 */
final class GoTokens {
  private final SourceText source;
  private final TokenBuffer tokens;
  private GoKind kind = GoKind.SEMICOLON;
  private int index = -1;

  GoTokens(SourceText source, TokenBuffer tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /** Returns the kind of the current token; the same for a written and an automatic semicolon. */
  GoKind kind() {
    return kind;
  }

  boolean is(GoKind wanted) {
    return kind == wanted;
  }

  /**
   * Returns where the current token stands in the buffer: for an automatic semicolon the token that
   * holds the line break, at the end of the file the size of the buffer.
   */
  int index() {
    return index;
  }

  int start() {
    return index < tokens.size() ? tokens.start(index) : source.length();
  }

  int end() {
    return index < tokens.size() ? tokens.end(index) : source.length();
  }

  Span span() {
    return new Span(start(), end());
  }

  String text() {
    return source.slice(start(), end());
  }

  /** Goes to the next token. */
  void advance() {
    boolean mayEnd = kind.endsStatement();
    int i = index + 1;
    for (; i < tokens.size(); i++) {
      GoKind next = GoKind.of(tokens.kindOrdinal(i));
      if (!next.isTrivia()) {
        kind = next;
        break;
      }
      if (mayEnd && breaksLine(next, i)) {
        kind = GoKind.SEMICOLON;
        break;
      }
    }
    if (i >= tokens.size()) {
      i = tokens.size();
      kind = mayEnd ? GoKind.SEMICOLON : GoKind.END_OF_FILE;
    }
    index = i;
  }

  /** Goes to the token at {@code target}, which must mean something. */
  void moveTo(int target) {
    index = target;
    kind = GoKind.of(tokens.kindOrdinal(target));
  }

  private boolean breaksLine(GoKind trivia, int i) {
    if (trivia == GoKind.BLOCK_COMMENT) {
      for (int offset = tokens.start(i); offset < tokens.end(i); offset++) {
        if (source.bytes()[offset] == '\n') {
          return true;
        }
      }
    }
    return trivia == GoKind.NEWLINE;
  }
}
