package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;

/**
 * Writes a type or signature on one line as gofmt would space it: without comments, without
 * trailing commas, and with semicolons for the line breaks within structs and interfaces.
 */
final class NormalForm {
  private final SourceText source;
  private final TokenBuffer tokens;
  private final Brackets brackets;
  private final StringBuilder out = new StringBuilder();
  // What stands before the token in question; END_OF_FILE at the start.
  private GoKind previous = GoKind.END_OF_FILE;
  private GoKind beforePrevious = GoKind.END_OF_FILE;

  private NormalForm(SourceText source, TokenBuffer tokens, Brackets brackets) {
    this.source = source;
    this.tokens = tokens;
    this.brackets = brackets;
  }

  /** Returns the tokens from {@code from} to before {@code to} in normal form. */
  static String of(SourceText source, TokenBuffer tokens, Brackets brackets, int from, int to) {
    return new NormalForm(source, tokens, brackets).write(from, to);
  }

  private String write(int from, int to) {
    GoTokens walk = new GoTokens(source, tokens);
    walk.moveTo(from);
    // A comma or semicolon waits here until it is known not to be the last in its brackets.
    GoKind waiting = GoKind.END_OF_FILE;
    while (walk.index() < to) {
      GoKind kind = walk.kind();
      if (waiting != GoKind.END_OF_FILE && !Brackets.closes(kind)) {
        append(waiting == GoKind.COMMA ? "," : ";", waiting, /* spaced= */ false);
      }
      waiting = GoKind.END_OF_FILE;
      if (kind == GoKind.COMMA || kind == GoKind.SEMICOLON) {
        waiting = kind;
      } else {
        append(walk.text(), kind, isSpacedBefore(kind, walk.index()));
      }
      walk.advance();
    }
    return out.toString();
  }

  private void append(String text, GoKind kind, boolean spaced) {
    if (spaced) {
      out.append(' ');
    }
    out.append(text);
    beforePrevious = previous;
    previous = kind;
  }

  private boolean isSpacedBefore(GoKind kind, int index) {
    return switch (previous) {
      case END_OF_FILE, LPAREN, LBRACK, MUL, PERIOD, ELLIPSIS, TILDE -> false;
      case COMMA, SEMICOLON, OR -> true;
      case LBRACE -> kind != GoKind.RBRACE;
      case RBRACK -> kind == GoKind.OR || kind == GoKind.RBRACE;
      // "chan<- T", but "<-chan T".
      case ARROW -> beforePrevious == GoKind.CHAN;
      default ->
          switch (kind) {
            case PERIOD, RPAREN, RBRACK, LBRACE -> false;
            case LPAREN -> previous == GoKind.RPAREN || previous == GoKind.RBRACE;
            case LBRACK -> isArrayOrSlice(index);
            case ARROW -> previous != GoKind.CHAN;
            default -> true;
          };
    };
  }

  /** Tells {@code a []T} and {@code a [N]T} from {@code map[K]V} and from type arguments. */
  private boolean isArrayOrSlice(int bracket) {
    int close = brackets.closeOf(bracket);
    if (previous == GoKind.MAP || close == Brackets.NONE) {
      return false;
    }
    GoTokens walk = new GoTokens(source, tokens);
    walk.moveTo(close);
    walk.advance();
    return switch (walk.kind()) {
      case IDENT, MUL, LBRACK, LPAREN, MAP, CHAN, FUNC, STRUCT, INTERFACE, ARROW -> true;
      default -> false;
    };
  }
}
