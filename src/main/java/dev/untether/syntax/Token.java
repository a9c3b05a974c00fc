package dev.untether.syntax;

import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A token of a tree.
 *
 * @param tree the tree
 * @param index the token's place among all tokens of the tree, from 0
 */
public record Token(SyntaxTree tree, int index) implements Element {

  @Override
  public Kind kind() {
    return tree.tokenKind(index);
  }

  @Override
  public Span span() {
    return tree.tokenSpan(index);
  }

  @Override
  public String text() {
    return tree.tokenText(index);
  }

  /** Returns the trivia after this token, up to but not including the next newline. */
  public List<Token> trailingTrivia() {
    List<Token> trivia = new ArrayList<>();
    for (int i = index + 1; i < tree.tokenCount() && tree.tokenKind(i).isTrivia(); i++) {
      if (startsWithNewline(i)) {
        break;
      }
      trivia.add(tree.token(i));
    }
    return trivia;
  }

  /** Returns the trivia before this token that does not trail the token before it. */
  public List<Token> leadingTrivia() {
    List<Token> trivia = new ArrayList<>();
    int i = index - 1;
    for (; i >= 0 && tree.tokenKind(i).isTrivia(); i--) {
      trivia.add(tree.token(i));
    }
    Collections.reverse(trivia);
    if (i >= 0) {
      trivia.subList(0, tree.token(i).trailingTrivia().size()).clear();
    }
    return trivia;
  }

  private boolean startsWithNewline(int i) {
    byte first = tree.source().bytes()[tree.tokenStart(i)];
    return first == '\n' || first == '\r' && tree.tokenText(i).equals("\r\n");
  }
}
