package dev.untether.asm;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.Position;
import dev.untether.text.SourceText;

/** The tokens of one file as the parser looks at them; beyond the last there are newlines. */
final class TokenView {
  private final SourceText source;
  private final TokenBuffer buffer;

  TokenView(SourceText source, TokenBuffer buffer) {
    this.source = source;
    this.buffer = buffer;
  }

  TokenBuffer buffer() {
    return buffer;
  }

  int count() {
    return buffer.size();
  }

  AsmKind kind(int i) {
    return i < buffer.size() ? AsmKind.of(buffer.kindOrdinal(i)) : AsmKind.NEWLINE;
  }

  String text(int i) {
    return source.slice(buffer.start(i), buffer.end(i));
  }

  /** Returns the length of token {@code i} in bytes. */
  int length(int i) {
    return buffer.end(i) - buffer.start(i);
  }

  Position position(int i) {
    return source.positionOf(buffer.start(i));
  }

  boolean is(int i, String ascii) {
    if (length(i) != ascii.length()) {
      return false;
    }
    byte[] bytes = source.bytes();
    for (int k = 0; k < ascii.length(); k++) {
      if (bytes[buffer.start(i) + k] != ascii.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** Returns token {@code i} in quotes, for messages. */
  String quote(int i) {
    String text = text(i);
    return "'" + (text.length() > 20 ? text.substring(0, 20) + "…" : text) + "'";
  }

  /** Returns the first token at or after {@code i} that is not trivia, a newline, or the end. */
  int skipBlanks(int i) {
    while (i < count() && kind(i).isTrivia() && kind(i) != AsmKind.NEWLINE) {
      i++;
    }
    return i;
  }

  /** Returns the index after the last token in {@code from..end} that is not trivia. */
  int trimEnd(int from, int end) {
    while (end > from && kind(end - 1).isTrivia()) {
      end--;
    }
    return end;
  }

  /** Returns the first newline at or after {@code i}, or the end. */
  int lineEnd(int i) {
    while (i < count() && kind(i) != AsmKind.NEWLINE) {
      i++;
    }
    return i;
  }
}
