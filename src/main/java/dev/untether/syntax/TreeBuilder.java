package dev.untether.syntax;

import dev.untether.text.SourceText;
import java.util.Arrays;

/**
 * Makes a tree: the only way into one. Nodes are opened and closed around token indices; the root
 * holds every token.
 */
public final class TreeBuilder {
  private final SourceText source;
  private final TokenBuffer tokens;
  private final Kind[] kinds;

  private byte[] nodeKinds;
  private int[] firstTokens;
  private int[] endTokens;
  private int[] subtreeEnds;
  private int size;

  private int[] open = new int[16];
  private int depth;

  /**
   * Starts a tree with its root open.
   *
   * @param kinds the constants of the language's enum, in order
   */
  public TreeBuilder(SourceText source, TokenBuffer tokens, Kind[] kinds, Kind root) {
    this.source = source;
    this.tokens = tokens;
    this.kinds = kinds;
    int expected = tokens.size() / 4 + 16;
    nodeKinds = new byte[expected];
    firstTokens = new int[expected];
    endTokens = new int[expected];
    subtreeEnds = new int[expected];
    start(root, 0);
  }

  /** Opens a node whose first token is {@code firstToken}. */
  public void start(Kind kind, int firstToken) {
    if (size == nodeKinds.length) {
      grow(size + (size >> 1));
    }
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = size;
    nodeKinds[size] = (byte) kind.ordinal();
    firstTokens[size++] = firstToken;
  }

  /** Closes the innermost open node; {@code endToken} is the index after its last token. */
  public void finish(int endToken) {
    int node = open[--depth];
    endTokens[node] = endToken;
    subtreeEnds[node] = size;
  }

  /** Adds a node without children. */
  public void node(Kind kind, int firstToken, int endToken) {
    start(kind, firstToken);
    finish(endToken);
  }

  /** Returns a mark of the present state, for {@link #rewindTo}. */
  public int mark() {
    return size;
  }

  /** Forgets every node opened since {@code mark}; none of them may still be wanted open. */
  public void rewindTo(int mark) {
    size = mark;
    while (depth > 0 && open[depth - 1] >= mark) {
      depth--;
    }
  }

  /** Closes the root and returns the tree. */
  public SyntaxTree build() {
    if (depth != 1) {
      throw new IllegalStateException(depth - 1 + " nodes are still open");
    }
    finish(tokens.size());
    grow(size);
    return new SyntaxTree(source, tokens, kinds, nodeKinds, firstTokens, endTokens, subtreeEnds);
  }

  private void grow(int capacity) {
    nodeKinds = Arrays.copyOf(nodeKinds, capacity);
    firstTokens = Arrays.copyOf(firstTokens, capacity);
    endTokens = Arrays.copyOf(endTokens, capacity);
    subtreeEnds = Arrays.copyOf(subtreeEnds, capacity);
  }
}
