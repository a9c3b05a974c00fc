package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import dev.untether.text.Utf8;
import java.util.Arrays;

/**
 * Cuts a Go file into tokens as the compiler does. Every byte lands in exactly one token, whatever
 * the bytes are. Automatic semicolons are no tokens: {@link GoTokens} reads them out of the line
 * breaks.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/compile/internal/syntax/scanner.go
 */
final class GoLexer {
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte BLANK = 3;
  private static final byte BREAK = 4;
  private static final byte SIGN = 5;
  private static final byte[] CLASS = new byte[128];

  /** The keywords by their first letter. */
  private static final Keyword[][] KEYWORDS = new Keyword[128][0];

  private static final GoKind[] SINGLE = new GoKind[128];

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
    CLASS['\n'] = BREAK;
    String signs = "()[]{},;~";
    GoKind[] kinds = {
      GoKind.LPAREN,
      GoKind.RPAREN,
      GoKind.LBRACK,
      GoKind.RBRACK,
      GoKind.LBRACE,
      GoKind.RBRACE,
      GoKind.COMMA,
      GoKind.SEMICOLON,
      GoKind.TILDE
    };
    for (int i = 0; i < kinds.length; i++) {
      SINGLE[signs.charAt(i)] = kinds[i];
      CLASS[signs.charAt(i)] = SIGN;
    }
    for (GoKind kind : GoKind.values()) {
      if (kind.isKeyword()) {
        byte[] spelling = kind.spelling();
        Keyword[] before = KEYWORDS[spelling[0]];
        KEYWORDS[spelling[0]] = Arrays.copyOf(before, before.length + 1);
        KEYWORDS[spelling[0]][before.length] = new Keyword(kind, spelling);
      }
    }
  }

  private final byte[] bytes;
  private final TokenBuffer out;
  private int at;

  private static final class Keyword {
    final GoKind kind;
    final byte[] spelling;

    Keyword(GoKind kind, byte[] spelling) {
      this.kind = kind;
      this.spelling = spelling;
    }
  }

  private GoLexer(SourceText source) {
    bytes = source.bytes();
    // Measured over GOROOT: about three and a half bytes a token, white space included.
    out = new TokenBuffer(bytes.length / 3);
  }

  static TokenBuffer tokens(SourceText source) {
    GoLexer lexer = new GoLexer(source);
    lexer.run(source.hasByteOrderMark());
    lexer.out.trim();
    return lexer.out;
  }

  private void run(boolean byteOrderMark) {
    if (byteOrderMark) {
      emit(GoKind.BYTE_ORDER_MARK, 3);
    }
    while (at < bytes.length) {
      int c = bytes[at];
      if (c < 0) {
        beyondAscii();
        continue;
      }
      switch (CLASS[c]) {
        case LETTER -> word(c);
        case BLANK -> blanks();
        case BREAK -> emit(GoKind.NEWLINE, at + 1);
        case SIGN -> emit(SINGLE[c], at + 1);
        case DIGIT -> number();
        default -> operator(c);
      }
    }
  }

  private void emit(GoKind kind, int end) {
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
        emit(GoKind.SPACE, end - 1);
      }
      emit(GoKind.NEWLINE, end + 1);
    } else {
      emit(GoKind.SPACE, end);
    }
  }

  private void word(int first) {
    int end = at + 1;
    while (end < bytes.length && bytes[end] >= 0 && isWordClass(CLASS[bytes[end]])) {
      end++;
    }
    if (end < bytes.length && bytes[end] < 0) {
      identifier(end);
      return;
    }
    for (Keyword keyword : KEYWORDS[first]) {
      if (isSpelled(keyword.spelling, end)) {
        emit(keyword.kind, end);
        return;
      }
    }
    emit(GoKind.IDENT, end);
  }

  private static boolean isWordClass(byte kind) {
    return kind == LETTER || kind == DIGIT;
  }

  private boolean isSpelled(byte[] spelling, int end) {
    if (end - at != spelling.length) {
      return false;
    }
    for (int i = 1; i < spelling.length; i++) {
      if (bytes[at + i] != spelling[i]) {
        return false;
      }
    }
    return true;
  }

  /** Ends an identifier that is known to reach to {@code end} and may hold any letters. */
  private void identifier(int end) {
    int i = end;
    while (i < bytes.length) {
      int c = Utf8.codePoint(bytes, i);
      boolean ascii = c >= 0 && c < 128;
      if (ascii ? !isWordClass(CLASS[c]) : c < 0 || !isLetter(c) && !Character.isDigit(c)) {
        break;
      }
      i += Utf8.width(c);
    }
    emit(GoKind.IDENT, i);
  }

  /**
   * Returns whether a character beyond ASCII is a letter. Those that this JDK's Unicode does not
   * know yet count: Go's tables are younger, and to take a letter for rubbish would lose a name.
   */
  private static boolean isLetter(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.UNASSIGNED;
  }

  private void beyondAscii() {
    int c = Utf8.codePoint(bytes, at);
    if (c >= 0 && isLetter(c)) {
      identifier(at + Utf8.width(c));
    } else {
      emit(GoKind.OTHER, at + Utf8.width(c));
    }
  }

  private void comment() {
    int end = at + 2;
    if (bytes[at + 1] == '/') {
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end < bytes.length && bytes[end - 1] == '\r') {
        end--;
      }
      emit(GoKind.LINE_COMMENT, end);
      return;
    }
    for (; end + 1 < bytes.length; end++) {
      if (bytes[end] == '*' && bytes[end + 1] == '/') {
        emit(GoKind.BLOCK_COMMENT, end + 2);
        return;
      }
    }
    emit(GoKind.UNTERMINATED, bytes.length);
  }

  private void rawString() {
    int end = at + 1;
    while (end < bytes.length && bytes[end] != '`') {
      end++;
    }
    boolean closed = end < bytes.length;
    emit(closed ? GoKind.RAW_STRING : GoKind.UNTERMINATED, closed ? end + 1 : end);
  }

  private void quoted(int quote) {
    int i = at + 1;
    while (i < bytes.length && bytes[i] != '\n') {
      if (bytes[i] == quote) {
        emit(quote == '"' ? GoKind.STRING : GoKind.CHAR, i + 1);
        return;
      }
      i += bytes[i] == '\\' && i + 1 < bytes.length && bytes[i + 1] != '\n' ? 2 : 1;
    }
    int end = Math.min(i, bytes.length);
    boolean crlf = end < bytes.length && bytes[end - 1] == '\r' && end - 1 > at;
    emit(GoKind.UNTERMINATED, crlf ? end - 1 : end);
  }

  /** Takes a number, right or wrong, as far as the compiler takes it. */
  private void number() {
    int i = at;
    boolean hex = false;
    GoKind kind = GoKind.INT;
    if (bytes[i] == '0') {
      i++;
      int prefix = lower(i);
      if (prefix == 'x' || prefix == 'o' || prefix == 'b') {
        i++;
        hex = prefix == 'x';
      }
    }
    i = digits(i, hex);
    if (i < bytes.length && bytes[i] == '.') {
      kind = GoKind.FLOAT;
      i = digits(i + 1, hex);
    }
    numberEnd(i, kind);
  }

  private void numberEnd(int digitsEnd, GoKind before) {
    int i = digitsEnd;
    GoKind kind = before;
    int exponent = lower(i);
    if (exponent == 'e' || exponent == 'p') {
      kind = GoKind.FLOAT;
      i++;
      if (i < bytes.length && (bytes[i] == '+' || bytes[i] == '-')) {
        i++;
      }
      i = digits(i, /* hex= */ false);
    }
    if (i < bytes.length && bytes[i] == 'i') {
      kind = GoKind.IMAG;
      i++;
    }
    emit(kind, i);
  }

  private int lower(int offset) {
    return offset < bytes.length ? bytes[offset] | 0x20 : -1;
  }

  private int digits(int from, boolean hex) {
    int i = from;
    while (i < bytes.length
        && (isDigit(bytes[i]) || bytes[i] == '_' || hex && lower(i) >= 'a' && lower(i) <= 'f')) {
      i++;
    }
    return i;
  }

  private void operator(int c) {
    int next = peek(1);
    switch (c) {
      case '"', '\'' -> quoted(c);
      case '`' -> rawString();
      case '.' -> period(next);
      case ':' -> either(next == '=', GoKind.DEFINE, GoKind.COLON);
      case '=' -> either(next == '=', GoKind.EQL, GoKind.ASSIGN);
      case '!' -> either(next == '=', GoKind.NEQ, GoKind.NOT);
      case '*' -> either(next == '=', GoKind.MUL_ASSIGN, GoKind.MUL);
      case '%' -> either(next == '=', GoKind.REM_ASSIGN, GoKind.REM);
      case '^' -> either(next == '=', GoKind.XOR_ASSIGN, GoKind.XOR);
      case '/' -> {
        if (next == '/' || next == '*') {
          comment();
        } else {
          either(next == '=', GoKind.QUO_ASSIGN, GoKind.QUO);
        }
      }
      case '+' -> doubled(c, next, GoKind.INC, GoKind.ADD_ASSIGN, GoKind.ADD);
      case '-' -> doubled(c, next, GoKind.DEC, GoKind.SUB_ASSIGN, GoKind.SUB);
      case '|' -> doubled(c, next, GoKind.LOR, GoKind.OR_ASSIGN, GoKind.OR);
      case '&' -> ampersand(next);
      case '<' -> {
        if (next == '-') {
          emit(GoKind.ARROW, at + 2);
        } else {
          shift(c, next, GoKind.SHL_ASSIGN, GoKind.SHL, GoKind.LEQ, GoKind.LSS);
        }
      }
      case '>' -> shift(c, next, GoKind.SHR_ASSIGN, GoKind.SHR, GoKind.GEQ, GoKind.GTR);
      default -> emit(GoKind.OTHER, at + 1);
    }
  }

  private void either(boolean two, GoKind longer, GoKind shorter) {
    emit(two ? longer : shorter, two ? at + 2 : at + 1);
  }

  private void doubled(int c, int next, GoKind twice, GoKind assign, GoKind once) {
    if (next == c) {
      emit(twice, at + 2);
    } else {
      either(next == '=', assign, once);
    }
  }

  private void shift(int c, int next, GoKind assign, GoKind twice, GoKind withEquals, GoKind once) {
    if (next != c) {
      either(next == '=', withEquals, once);
    } else if (peek(2) == '=') {
      emit(assign, at + 3);
    } else {
      emit(twice, at + 2);
    }
  }

  private void ampersand(int next) {
    if (next != '^') {
      doubled('&', next, GoKind.LAND, GoKind.AND_ASSIGN, GoKind.AND);
    } else if (peek(2) == '=') {
      emit(GoKind.AND_NOT_ASSIGN, at + 3);
    } else {
      emit(GoKind.AND_NOT, at + 2);
    }
  }

  private void period(int next) {
    if (isDigit(next)) {
      numberEnd(digits(at + 1, /* hex= */ false), GoKind.FLOAT);
    } else if (next == '.' && peek(2) == '.') {
      emit(GoKind.ELLIPSIS, at + 3);
    } else {
      emit(GoKind.PERIOD, at + 1);
    }
  }
}
