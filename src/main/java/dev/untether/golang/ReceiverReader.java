package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.Position;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads receivers: {@code (T)}, {@code (t *T)}, {@code (t *T[K, V])} and {@code (t (*T))}. */
final class ReceiverReader {
  private final GoTokens walk;
  private final int close;
  private final Span span;
  private final Position position;

  private ReceiverReader(
      SourceText source, TokenBuffer tokens, int open, int close, Position position) {
    walk = new GoTokens(source, tokens);
    walk.moveTo(open);
    this.close = close;
    span = new Span(tokens.start(open), tokens.end(close));
    this.position = position;
  }

  /** Returns the receiver in the parentheses {@code open} and {@code close} at {@code position}. */
  static Receiver read(
      SourceText source, TokenBuffer tokens, int open, int close, Position position) {
    return new ReceiverReader(source, tokens, open, close, position).read();
  }

  private Receiver read() {
    walk.advance();
    String first = name();
    boolean pointer = false;
    int depth = 0;
    while (walk.is(GoKind.MUL) || walk.is(GoKind.LPAREN)) {
      pointer |= walk.is(GoKind.MUL);
      depth += walk.is(GoKind.LPAREN) ? 1 : 0;
      walk.advance();
    }
    // Of two names the first is the receiver's own.
    String second = name();
    boolean hasOwnName = pointer || depth > 0 || !second.isEmpty();
    String type = hasOwnName ? second : first;
    List<String> typeParameters = typeParameters();
    for (; depth > 0 && walk.is(GoKind.RPAREN); depth--) {
      walk.advance();
    }
    boolean understood = walk.index() == close && depth == 0 || isLastComma();
    return understood
        ? new Receiver(type, pointer, typeParameters, span, position)
        : new Receiver("", pointer, List.of(), span, position);
  }

  private String name() {
    if (!walk.is(GoKind.IDENT)) {
      return "";
    }
    String name = walk.text();
    walk.advance();
    return name;
  }

  private boolean isLastComma() {
    if (walk.is(GoKind.COMMA)) {
      walk.advance();
      return walk.index() == close;
    }
    return false;
  }

  private List<String> typeParameters() {
    List<String> names = new ArrayList<>();
    if (walk.is(GoKind.LBRACK)) {
      do {
        walk.advance();
        names.add(name());
      } while (walk.is(GoKind.COMMA) && walk.index() < close);
      if (walk.is(GoKind.RBRACK)) {
        walk.advance();
      }
    }
    names.removeIf(String::isEmpty);
    return names;
  }
}
