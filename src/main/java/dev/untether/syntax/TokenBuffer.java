package dev.untether.syntax;

import java.util.Arrays;

/** The tokens of one file in the order of its bytes, five bytes of memory a token. */
public final class TokenBuffer {
  private int[] ends;
  private byte[] kinds;
  private int size;

  /** Makes an empty buffer with room for about {@code expected} tokens. */
  public TokenBuffer(int expected) {
    ends = new int[Math.max(16, expected)];
    kinds = new byte[ends.length];
  }

  /** Appends the token that reaches from the end of the one before to before {@code end}. */
  public void add(Kind kind, int end) {
    if (size == ends.length) {
      int grown = size + (size >> 1);
      ends = Arrays.copyOf(ends, grown);
      kinds = Arrays.copyOf(kinds, grown);
    }
    ends[size] = end;
    kinds[size++] = (byte) kind.ordinal();
  }

  /** Returns the number of tokens. */
  public int size() {
    return size;
  }

  /** Returns the ordinal of the kind of token {@code index}. */
  public int kindOrdinal(int index) {
    return kinds[index];
  }

  /** Returns the offset of the first byte of token {@code index}. */
  public int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** Returns the offset after the last byte of token {@code index}. */
  public int end(int index) {
    return ends[index];
  }

  /** Gives back the room that is not used; called once, when the last token is in. */
  public void trim() {
    ends = Arrays.copyOf(ends, size);
    kinds = Arrays.copyOf(kinds, size);
  }
}
