package dev.untether.golang;

import dev.untether.syntax.Kind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;

/** The tokens of Go. */
enum GoKind implements Kind {
  // Trivia.
  BYTE_ORDER_MARK,
  SPACE,
  NEWLINE,
  LINE_COMMENT,
  BLOCK_COMMENT,

  // Names and literals.
  IDENT,
  INT,
  FLOAT,
  IMAG,
  CHAR,
  STRING,
  RAW_STRING,
  /** A literal or comment without its end. */
  UNTERMINATED,
  /** A character that Go has no use for, and bytes that are not UTF-8. */
  OTHER,

  // Keywords.
  BREAK,
  CASE,
  CHAN,
  CONST,
  CONTINUE,
  DEFAULT,
  DEFER,
  ELSE,
  FALLTHROUGH,
  FOR,
  FUNC,
  GO,
  GOTO,
  IF,
  IMPORT,
  INTERFACE,
  MAP,
  PACKAGE,
  RANGE,
  RETURN,
  SELECT,
  STRUCT,
  SWITCH,
  TYPE,
  VAR,

  // Operators and punctuation.
  ADD,
  SUB,
  MUL,
  QUO,
  REM,
  AND,
  OR,
  XOR,
  SHL,
  SHR,
  AND_NOT,
  ADD_ASSIGN,
  SUB_ASSIGN,
  MUL_ASSIGN,
  QUO_ASSIGN,
  REM_ASSIGN,
  AND_ASSIGN,
  OR_ASSIGN,
  XOR_ASSIGN,
  SHL_ASSIGN,
  SHR_ASSIGN,
  AND_NOT_ASSIGN,
  LAND,
  LOR,
  ARROW,
  INC,
  DEC,
  EQL,
  LSS,
  GTR,
  ASSIGN,
  NOT,
  TILDE,
  NEQ,
  LEQ,
  GEQ,
  DEFINE,
  ELLIPSIS,
  LPAREN,
  LBRACK,
  LBRACE,
  COMMA,
  PERIOD,
  RPAREN,
  RBRACK,
  RBRACE,
  SEMICOLON,
  COLON,

  /** Stands behind the last token; never in a buffer. */
  END_OF_FILE;

  private static final GoKind[] VALUES = values();

  // https://go.dev/ref/spec#Semicolons; an unterminated literal counts as a literal.
  private static final EnumSet<GoKind> LAST_OF_STATEMENT =
      EnumSet.of(
          IDENT,
          INT,
          FLOAT,
          IMAG,
          CHAR,
          STRING,
          RAW_STRING,
          UNTERMINATED,
          BREAK,
          CONTINUE,
          FALLTHROUGH,
          RETURN,
          INC,
          DEC,
          RPAREN,
          RBRACK,
          RBRACE);

  static GoKind of(int ordinal) {
    return VALUES[ordinal];
  }

  /** Returns whether a line break behind such a token is a semicolon. */
  boolean endsStatement() {
    return LAST_OF_STATEMENT.contains(this);
  }

  boolean isKeyword() {
    return compareTo(BREAK) >= 0 && compareTo(VAR) <= 0;
  }

  /** Returns the bytes of a keyword. */
  byte[] spelling() {
    return name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean isTrivia() {
    return compareTo(BLOCK_COMMENT) <= 0;
  }
}
