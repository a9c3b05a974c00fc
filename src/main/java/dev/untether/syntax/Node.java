package dev.untether.syntax;

import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A node of a tree.
 *
 * @param tree the tree
 * @param index the node's place in preorder, from 0 for the root
 */
public record Node(SyntaxTree tree, int index) implements Element {

  @Override
  public Kind kind() {
    return tree.nodeKind(index);
  }

  /** Returns the index of the first token. */
  public int firstToken() {
    return tree.firstToken(index);
  }

  /** Returns the index after the last token. */
  public int endToken() {
    return tree.endToken(index);
  }

  @Override
  public Span span() {
    if (firstToken() == endToken()) {
      return Span.at(firstToken() == 0 ? 0 : tree.tokenEnd(firstToken() - 1));
    }
    return new Span(tree.tokenStart(firstToken()), tree.tokenEnd(endToken() - 1));
  }

  @Override
  public String text() {
    return tree.source().slice(span());
  }

  /** Returns the child nodes in order, without the tokens between them. */
  public Iterable<Node> nodes() {
    int end = tree.subtreeEnd(index);
    return () ->
        new Iterator<>() {
          private int next = index + 1;

          @Override
          public boolean hasNext() {
            return next < end;
          }

          @Override
          public Node next() {
            if (next >= end) {
              throw new NoSuchElementException();
            }
            Node child = new Node(tree, next);
            next = tree.subtreeEnd(next);
            return child;
          }
        };
  }

  /** Returns child nodes and the tokens between them, trivia included, in order. */
  public List<Element> children() {
    List<Element> children = new ArrayList<>();
    int token = firstToken();
    for (Node child : nodes()) {
      for (; token < child.firstToken(); token++) {
        children.add(tree.token(token));
      }
      children.add(child);
      token = child.endToken();
    }
    for (; token < endToken(); token++) {
      children.add(tree.token(token));
    }
    return children;
  }
}
