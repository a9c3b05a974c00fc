package dev.untether.asm;

import dev.untether.syntax.Kind;

/** The tokens and nodes of Go assembly. */
public enum AsmKind implements Kind {
  // Trivia.
  BYTE_ORDER_MARK,
  SPACE,
  NEWLINE,
  LINE_COMMENT,
  BLOCK_COMMENT,
  /** A backslash in a macro definition whose newline does not end the definition. */
  CONTINUATION,

  // Tokens.
  IDENT,
  INT,
  FLOAT,
  CHAR,
  STRING,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  ARROW,
  ROTATE,
  COMMA,
  SEMICOLON,
  COLON,
  LEFT_PAREN,
  RIGHT_PAREN,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  PLUS,
  MINUS,
  STAR,
  SLASH,
  PERCENT,
  AMPERSAND,
  PIPE,
  CARET,
  TILDE,
  DOT,
  LESS,
  GREATER,
  DOLLAR,
  HASH,
  BACKSLASH,
  /** A literal or comment without its end. */
  UNTERMINATED,
  /** Any other character, and bytes that are not UTF-8. */
  OTHER,

  // Nodes.
  FILE,
  DEFINE,
  UNDEF,
  INCLUDE,
  IFDEF,
  IFNDEF,
  ELSE,
  ENDIF,
  LINE_DIRECTIVE,
  MACRO_PARAMETERS,
  MACRO_BODY,
  LABEL,
  TEXT,
  GLOBL,
  DATA,
  FUNCDATA,
  PCDATA,
  INSTRUCTION,
  /** A statement that is nothing but the call of a macro with arguments. */
  MACRO_CALL,
  OPERAND,
  /** What could not be understood; the reason lies beside the tree. */
  BAD;

  private static final AsmKind[] VALUES = values();

  static AsmKind of(int ordinal) {
    return VALUES[ordinal];
  }

  static AsmKind[] all() {
    return VALUES;
  }

  @Override
  public boolean isTrivia() {
    return compareTo(CONTINUATION) <= 0;
  }
}
