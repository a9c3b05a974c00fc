package dev.untether.asm;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import dev.untether.text.Utf8;

/**
 * Cuts a file into tokens as the assembler does: Go's {@code text/scanner} with two more identifier
 * characters, and two-character shifts. Every byte lands in exactly one token.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/asm/internal/lex/tokenizer.go
 */
final class AsmLexer {
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte BLANK = 3;
  private static final byte[] CLASS = new byte[128];
  private static final AsmKind[] PUNCTUATION = new AsmKind[128];

  static {
    for (int c = 'a'; c <= 'z'; c++) {
      CLASS[c] = LETTER;
      CLASS[c - 'a' + 'A'] = LETTER;
    }
    CLASS['_'] = LETTER;
    for (int c = '0'; c <= '9'; c++) {
      CLASS[c] = DIGIT;
    }
    CLASS[' '] = BLANK;
    CLASS['\t'] = BLANK;
    CLASS['\r'] = BLANK;
    String signs = ",;:()[]+-*/%&|^~.<>$#\\";
    AsmKind[] kinds = {
      AsmKind.COMMA,
      AsmKind.SEMICOLON,
      AsmKind.COLON,
      AsmKind.LEFT_PAREN,
      AsmKind.RIGHT_PAREN,
      AsmKind.LEFT_BRACKET,
      AsmKind.RIGHT_BRACKET,
      AsmKind.PLUS,
      AsmKind.MINUS,
      AsmKind.STAR,
      AsmKind.SLASH,
      AsmKind.PERCENT,
      AsmKind.AMPERSAND,
      AsmKind.PIPE,
      AsmKind.CARET,
      AsmKind.TILDE,
      AsmKind.DOT,
      AsmKind.LESS,
      AsmKind.GREATER,
      AsmKind.DOLLAR,
      AsmKind.HASH,
      AsmKind.BACKSLASH
    };
    for (int i = 0; i < kinds.length; i++) {
      PUNCTUATION[signs.charAt(i)] = kinds[i];
    }
  }

  private final byte[] bytes;
  private final TokenBuffer out;
  private int at;

  /** Whether only trivia has been seen on this line, so that a {@code #} starts a directive. */
  private boolean lineStart = true;

  /** Tokens since a directive's {@code #}: 0 outside, 1 after it, 2 within {@code #define}. */
  private int directive;

  /** Whether the token before was a backslash in a definition that escapes the next one. */
  private boolean escapes;

  private AsmLexer(SourceText source) {
    bytes = source.bytes();
    // Measured over GOROOT: about three bytes a token, white space included.
    out = new TokenBuffer(bytes.length / 3);
  }

  static TokenBuffer tokens(SourceText source) {
    AsmLexer lexer = new AsmLexer(source);
    lexer.run(source.hasByteOrderMark());
    lexer.out.trim();
    return lexer.out;
  }

  private void run(boolean byteOrderMark) {
    if (byteOrderMark) {
      emit(AsmKind.BYTE_ORDER_MARK, 3);
    }
    while (at < bytes.length) {
      int c = bytes[at];
      byte kind = c < 0 ? 0 : CLASS[c];
      if (kind == BLANK) {
        blanks();
      } else if (c == '\n') {
        newline(at + 1);
      } else if (kind == LETTER || c < 0 && isIdentifierStart(at)) {
        identifier();
      } else {
        if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
          comment();
          continue;
        }
        boolean startsLine = lineStart;
        boolean escaped = escapes;
        lineStart = false;
        escapes = c == '\\' && directive == 2 && !escaped;
        if (kind == DIGIT || c == '.' && isDigit(peek(1))) {
          emit(kind == DIGIT ? number() : fraction(), at);
        } else if (c == '"' || c == '\'') {
          quoted(c);
        } else {
          sign(c, startsLine, escaped);
        }
        if (directive == 1 && c != '#') {
          directive = 0;
        }
      }
    }
  }

  private void emit(AsmKind kind, int end) {
    at = end;
    out.add(kind, end);
  }

  private int peek(int ahead) {
    return at + ahead < bytes.length ? bytes[at + ahead] : -1;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private void blanks() {
    int end = at + 1;
    while (end < bytes.length && bytes[end] >= 0 && CLASS[bytes[end]] == BLANK) {
      end++;
    }
    if (end < bytes.length && bytes[end] == '\n' && bytes[end - 1] == '\r') {
      if (end - 1 > at) {
        emit(AsmKind.SPACE, end - 1);
      }
      newline(end + 1);
    } else {
      emit(AsmKind.SPACE, end);
    }
  }

  private void newline(int end) {
    emit(AsmKind.NEWLINE, end);
    lineStart = true;
    directive = 0;
    escapes = false;
  }

  private void comment() {
    if (bytes[at + 1] == '/') {
      int end = at + 2;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end < bytes.length && bytes[end - 1] == '\r') {
        end--;
      }
      emit(AsmKind.LINE_COMMENT, end);
      return;
    }
    for (int i = at + 2; i + 1 < bytes.length; i++) {
      if (bytes[i] == '*' && bytes[i + 1] == '/') {
        emit(AsmKind.BLOCK_COMMENT, i + 2);
        return;
      }
    }
    emit(AsmKind.UNTERMINATED, bytes.length);
  }

  private void identifier() {
    int start = at;
    int end = at;
    while (end < bytes.length) {
      int c = bytes[end];
      if (c >= 0) {
        if (CLASS[c] != LETTER && CLASS[c] != DIGIT) {
          break;
        }
        end++;
      } else {
        if (!isIdentifierStart(end) && !Character.isDigit(Utf8.codePoint(bytes, end))) {
          break;
        }
        end += widthAt(end);
      }
    }
    emit(AsmKind.IDENT, end);
    lineStart = false;
    escapes = false;
    if (directive == 1) {
      directive = isDefine(start, end) ? 2 : 0;
    }
  }

  private boolean isDefine(int start, int end) {
    return end - start == 6
        && bytes[start] == 'd'
        && bytes[start + 1] == 'e'
        && bytes[start + 2] == 'f'
        && bytes[start + 3] == 'i'
        && bytes[start + 4] == 'n'
        && bytes[start + 5] == 'e';
  }

  private void sign(int c, boolean startsLine, boolean escaped) {
    int next = peek(1);
    if (c == '<' && next == '<') {
      emit(AsmKind.SHIFT_LEFT, at + 2);
    } else if (c == '>' && next == '>') {
      emit(AsmKind.SHIFT_RIGHT, at + 2);
    } else if (c == '-' && next == '>') {
      emit(AsmKind.ARROW, at + 2);
    } else if (c == '@' && next == '>') {
      emit(AsmKind.ROTATE, at + 2);
    } else if (c == '\\' && directive == 2 && !escaped && continuesDefinition()) {
      escapes = false;
      continuation();
    } else if (c >= 0 && PUNCTUATION[c] != null) {
      if (c == '#' && startsLine) {
        directive = 1;
      }
      emit(PUNCTUATION[c], at + 1);
    } else {
      emit(AsmKind.OTHER, at + widthAt(at));
    }
  }

  /**
   * Returns whether only blanks and comments stand between this backslash and the end of its line:
   * the assembler asks for the next token, and comments are none.
   */
  private boolean continuesDefinition() {
    int i = at + 1;
    while (i < bytes.length) {
      int c = bytes[i];
      if (c == '\n') {
        return true;
      }
      if (c == '/' && i + 1 < bytes.length && bytes[i + 1] == '/') {
        while (i < bytes.length && bytes[i] != '\n') {
          i++;
        }
      } else if (c == '/' && i + 1 < bytes.length && bytes[i + 1] == '*') {
        i += 2;
        while (i + 1 < bytes.length && !(bytes[i] == '*' && bytes[i + 1] == '/')) {
          i++;
        }
        i += 2;
      } else if (c >= 0 && CLASS[c] == BLANK) {
        i++;
      } else {
        return false;
      }
    }
    return false;
  }

  private void continuation() {
    emit(AsmKind.CONTINUATION, at + 1);
    while (at < bytes.length && bytes[at] != '\n') {
      if (bytes[at] == '/') {
        comment();
      } else {
        int end = at + 1;
        while (end < bytes.length && bytes[end] >= 0 && CLASS[bytes[end]] == BLANK) {
          end++;
        }
        boolean crlf = end < bytes.length && bytes[end] == '\n' && bytes[end - 1] == '\r';
        if (crlf && end - 1 > at) {
          emit(AsmKind.SPACE, end - 1);
        } else if (crlf) {
          break;
        } else {
          emit(AsmKind.SPACE, end);
        }
      }
    }
    if (at < bytes.length) {
      emit(AsmKind.NEWLINE, bytes[at] == '\r' ? at + 2 : at + 1);
    }
  }

  private void quoted(int quote) {
    int i = at + 1;
    while (i < bytes.length && bytes[i] != '\n') {
      if (bytes[i] == quote) {
        emit(quote == '"' ? AsmKind.STRING : AsmKind.CHAR, i + 1);
        return;
      }
      i += bytes[i] == '\\' && i + 1 < bytes.length && bytes[i + 1] != '\n' ? 2 : 1;
    }
    int end = Math.min(i, bytes.length);
    emit(AsmKind.UNTERMINATED, bytes[end - 1] == '\r' && end - 1 > at ? end - 1 : end);
  }

  /** Moves {@code at} over a number that starts with a digit; as text/scanner's scanNumber. */
  private AsmKind number() {
    boolean hex = false;
    if (bytes[at] == '0') {
      at++;
      int prefix = Character.toLowerCase(peek(0));
      if (prefix == 'x' || prefix == 'o' || prefix == 'b') {
        at++;
        hex = prefix == 'x';
      }
    }
    digits(hex);
    if (peek(0) == '.') {
      at++;
      digits(hex);
      exponent();
      return AsmKind.FLOAT;
    }
    return exponent() ? AsmKind.FLOAT : AsmKind.INT;
  }

  private AsmKind fraction() {
    at++;
    digits(false);
    exponent();
    return AsmKind.FLOAT;
  }

  private void digits(boolean hex) {
    while (at < bytes.length) {
      int c = bytes[at];
      boolean digit = isDigit(c) || c == '_' || hex && Character.digit(c, 16) >= 0;
      if (!digit) {
        return;
      }
      at++;
    }
  }

  private boolean exponent() {
    int c = Character.toLowerCase(peek(0));
    if (c != 'e' && c != 'p') {
      return false;
    }
    at++;
    if (peek(0) == '+' || peek(0) == '-') {
      at++;
    }
    digits(false);
    return true;
  }

  private boolean isIdentifierStart(int offset) {
    int c = Utf8.codePoint(bytes, offset);
    return c == 0xB7 || c == 0x2215 || c > 0 && Character.isLetter(c);
  }

  private int widthAt(int offset) {
    int c = Utf8.codePoint(bytes, offset);
    return c < 0 ? 1 : Utf8.width(c);
  }
}
