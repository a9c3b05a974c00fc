package dev.untether.syntax;

import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The lossless tree of one file. Immutable; nodes stand in preorder in parallel arrays, so a tree
 * costs a few bytes for each byte of its file.
 */
public final class SyntaxTree {
  private final SourceText source;
  private final TokenBuffer tokens;
  private final Kind[] kinds;
  private final byte[] nodeKinds;
  private final int[] firstTokens;
  private final int[] endTokens;
  private final int[] subtreeEnds;

  SyntaxTree(
      SourceText source,
      TokenBuffer tokens,
      Kind[] kinds,
      byte[] nodeKinds,
      int[] firstTokens,
      int[] endTokens,
      int[] subtreeEnds) {
    this.source = source;
    this.tokens = tokens;
    this.kinds = kinds;
    this.nodeKinds = nodeKinds;
    this.firstTokens = firstTokens;
    this.endTokens = endTokens;
    this.subtreeEnds = subtreeEnds;
  }

  /** Returns the text that was parsed. */
  public SourceText source() {
    return source;
  }

  /** Returns the root, which holds every token. */
  public Node root() {
    return new Node(this, 0);
  }

  /** Returns the number of tokens, trivia included. */
  public int tokenCount() {
    return tokens.size();
  }

  /** Returns the number of nodes. */
  public int nodeCount() {
    return nodeKinds.length;
  }

  /** Returns the token with {@code index}, from 0 to before {@link #tokenCount}. */
  public Token token(int index) {
    return new Token(this, index);
  }

  /** Returns the kind of the token with {@code index}. */
  public Kind tokenKind(int index) {
    return kinds[tokens.kindOrdinal(index)];
  }

  /** Returns the bytes of the token with {@code index}. */
  public Span tokenSpan(int index) {
    return new Span(tokens.start(index), tokens.end(index));
  }

  /** Returns the offset of the first byte of the token with {@code index}. */
  public int tokenStart(int index) {
    return tokens.start(index);
  }

  /** Returns the offset after the last byte of the token with {@code index}. */
  public int tokenEnd(int index) {
    return tokens.end(index);
  }

  /** Returns the text of the token with {@code index}. */
  public String tokenText(int index) {
    return source.slice(tokens.start(index), tokens.end(index));
  }

  /** Writes the file back, token by token. */
  public void print(OutputStream out) throws IOException {
    byte[] bytes = source.bytes();
    for (int i = 0; i < tokens.size(); i++) {
      out.write(bytes, tokens.start(i), tokens.end(i) - tokens.start(i));
    }
  }

  Kind nodeKind(int node) {
    return kinds[nodeKinds[node]];
  }

  int firstToken(int node) {
    return firstTokens[node];
  }

  int endToken(int node) {
    return endTokens[node];
  }

  int subtreeEnd(int node) {
    return subtreeEnds[node];
  }
}
