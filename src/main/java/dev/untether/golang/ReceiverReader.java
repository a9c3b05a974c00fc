package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads receivers: {@code (T)}, {@code (t *T)}, {@code (t *T[K, V])} and {@code (t (*T))}. */
final class ReceiverReader {
  private final GoTokens walk;

  ReceiverReader(SourceText source, TokenBuffer tokens) {
    walk = new GoTokens(source, tokens);
  }

  /** Returns the receiver in the parentheses {@code open} and {@code close}. */
  Optional<Receiver> read(int open, int close) {
    walk.moveTo(open);
    boolean pointer = false;
    String type = "";
    walk.advance();
    while (walk.index() < close) {
      switch (walk.kind()) {
        // Of two names the first is the receiver's own.
        case IDENT -> type = walk.text();
        case MUL -> pointer = true;
        case LBRACK -> {
          return type.isEmpty()
              ? Optional.empty()
              : Optional.of(new Receiver(type, pointer, typeParameters(close)));
        }
        case LPAREN, RPAREN, COMMA, SEMICOLON -> {}
        default -> {
          return Optional.empty();
        }
      }
      walk.advance();
    }
    return type.isEmpty() ? Optional.empty() : Optional.of(new Receiver(type, pointer, List.of()));
  }

  private List<String> typeParameters(int close) {
    List<String> names = new ArrayList<>();
    while (walk.index() < close && !walk.is(GoKind.RBRACK)) {
      if (walk.is(GoKind.IDENT)) {
        names.add(walk.text());
      }
      walk.advance();
    }
    return names;
  }
}
