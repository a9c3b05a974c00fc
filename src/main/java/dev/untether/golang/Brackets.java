package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import java.util.Arrays;

/**
 * Which bracket closes which. Each of the three sorts is matched by itself, so that a stray
 * parenthesis in a body does not hide where the body ends.
 */
final class Brackets {
  static final int NONE = -1;

  private final TokenBuffer tokens;
  // Filled when looking has cost more than it should: in a broken file many brackets may be open to
  // the end, and to go through the rest of the file for each takes time in the square of its size.
  private int[] closes = new int[0];
  private long looked;

  Brackets(TokenBuffer tokens) {
    this.tokens = tokens;
  }

  /** Returns the bracket that closes the one at {@code open}, or {@link #NONE}. */
  int closeOf(int open) {
    if (closes.length > 0) {
      return closes[open];
    }
    GoKind opening = kind(open);
    GoKind closing = closing(opening);
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      GoKind kind = kind(i);
      if (kind == opening) {
        depth++;
      } else if (kind == closing && --depth == 0) {
        count(i - open);
        return i;
      }
    }
    count(tokens.size() - open);
    return NONE;
  }

  private void count(int steps) {
    looked += steps;
    if (looked > 4L * tokens.size()) {
      closes = matchAll();
    }
  }

  private GoKind kind(int token) {
    return GoKind.of(tokens.kindOrdinal(token));
  }

  static boolean opens(GoKind kind) {
    return kind == GoKind.LPAREN || kind == GoKind.LBRACK || kind == GoKind.LBRACE;
  }

  static boolean closes(GoKind kind) {
    return kind == GoKind.RPAREN || kind == GoKind.RBRACK || kind == GoKind.RBRACE;
  }

  private static GoKind closing(GoKind opening) {
    return switch (opening) {
      case LPAREN -> GoKind.RPAREN;
      case LBRACK -> GoKind.RBRACK;
      case LBRACE -> GoKind.RBRACE;
      default -> throw new IllegalArgumentException("no bracket: " + opening);
    };
  }

  private int[] matchAll() {
    int[] matches = new int[tokens.size()];
    Arrays.fill(matches, NONE);
    matchAll(GoKind.LPAREN, matches);
    matchAll(GoKind.LBRACK, matches);
    matchAll(GoKind.LBRACE, matches);
    return matches;
  }

  private void matchAll(GoKind opening, int[] matches) {
    GoKind closing = closing(opening);
    int[] open = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      GoKind kind = kind(i);
      if (kind == opening) {
        open[depth++] = i;
      } else if (kind == closing && depth > 0) {
        matches[open[--depth]] = i;
      }
    }
  }
}
