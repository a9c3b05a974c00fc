package dev.untether.module.target;

import dev.untether.module.target.TagExpression.And;
import dev.untether.module.target.TagExpression.Not;
import dev.untether.module.target.TagExpression.Or;
import dev.untether.module.target.TagExpression.Tag;

/**
 * Reads the expression of a {@code //go:build} line or the words of a {@code // +build} line, by
 * the grammar and the limits of go/build/constraint.
 */
final class TagExpressionParser {
  private static final int MAX_OPERANDS = 1000;
  private static final int MAX_OLD_OPERATORS = 100;
  // A word that makes no sense in a "// +build" line stands for a tag that nobody sets.
  private static final Tag NEVER = new Tag("ignore");

  private final String text;
  private int next;
  private int start;
  private String token = "";
  private int operands;

  private TagExpressionParser(String text) {
    this.text = text;
  }

  /** Says where in an expression, as a char index, and why it cannot be understood. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int index;

    SyntaxException(int index, String message) {
      super(message);
      this.index = index;
    }

    int index() {
      return index;
    }
  }

  /** Returns the condition of a {@code //go:build} line, given what follows the prefix. */
  static TagExpression parse(String text) throws SyntaxException {
    TagExpressionParser parser = new TagExpressionParser(text);
    TagExpression expression = parser.or();
    if (!parser.token.isEmpty()) {
      throw parser.unexpected();
    }
    return expression;
  }

  private TagExpression or() throws SyntaxException {
    TagExpression left = and();
    while (token.equals("||")) {
      left = new Or(left, and());
    }
    return left;
  }

  private TagExpression and() throws SyntaxException {
    TagExpression left = operand();
    while (token.equals("&&")) {
      left = new And(left, operand());
    }
    return left;
  }

  private TagExpression operand() throws SyntaxException {
    // Bounds the depth of the recursion as well: each level has an operand.
    if (++operands > MAX_OPERANDS) {
      throw new SyntaxException(start, "the expression is too large");
    }
    advance();
    if (!token.equals("!")) {
      return atom();
    }
    advance();
    if (token.equals("!")) {
      throw new SyntaxException(start, "a double negation is not allowed");
    }
    return new Not(atom());
  }

  private TagExpression atom() throws SyntaxException {
    if (token.equals("(")) {
      int open = start;
      TagExpression inner = or();
      if (!token.equals(")")) {
        throw new SyntaxException(open, "the parenthesis is not closed");
      }
      advance();
      return inner;
    }
    if (token.isEmpty() || !isTagCharacter(token.codePointAt(0))) {
      throw unexpected();
    }
    Tag tag = new Tag(token);
    advance();
    return tag;
  }

  private SyntaxException unexpected() {
    return new SyntaxException(
        start,
        token.isEmpty() ? "the expression ends where a tag is missing" : "unexpected " + token);
  }

  /** Reads the next token; an empty one is the end. */
  private void advance() throws SyntaxException {
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    start = next;
    if (next == text.length()) {
      token = "";
      return;
    }
    char c = text.charAt(next);
    if (c == '(' || c == ')' || c == '!') {
      next++;
    } else if (c == '&' || c == '|') {
      if (next + 1 == text.length() || text.charAt(next + 1) != c) {
        throw new SyntaxException(next, "a single " + c + " is no operator; write " + c + c);
      }
      next += 2;
    } else {
      next = tagEnd(text, next);
      if (next == start) {
        String character = Character.toString(text.codePointAt(start));
        throw new SyntaxException(start, "a tag cannot hold " + character);
      }
    }
    token = text.substring(start, next);
  }

  private static int tagEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isTagCharacter(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isTagCharacter(int c) {
    return Character.isLetter(c) || Character.isDigit(c) || c == '_' || c == '.';
  }

  /**
   * Returns the condition of a {@code // +build} line, given what follows the prefix: blanks mean
   * "or", commas "and".
   */
  static TagExpression parseOld(String text) throws SyntaxException {
    TagExpression any = null;
    int operators = 0;
    for (String clause : GoSpace.fields(text)) {
      TagExpression all = null;
      for (String word : clause.split(",", -1)) {
        TagExpression literal = oldLiteral(word);
        operators += all == null ? 0 : 1;
        all = all == null ? literal : new And(all, literal);
      }
      operators += any == null ? 0 : 1;
      any = any == null ? all : new Or(any, all == null ? NEVER : all);
      if (operators > MAX_OLD_OPERATORS) {
        throw new SyntaxException(0, "the line is too large; Go ignores it");
      }
    }
    return any == null ? NEVER : any;
  }

  private static TagExpression oldLiteral(String word) {
    if (word.startsWith("!!") || word.equals("!")) {
      return NEVER;
    }
    boolean negated = word.startsWith("!");
    String name = negated ? word.substring(1) : word;
    Tag tag = !name.isEmpty() && tagEnd(name, 0) == name.length() ? new Tag(name) : NEVER;
    return negated ? new Not(tag) : tag;
  }
}
