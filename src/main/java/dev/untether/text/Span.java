package dev.untether.text;

/**
 * A half-open range of byte offsets within one file.
 *
 * @param start offset of the first byte, at least 0
 * @param end offset after the last byte, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /** Refuses negative and inverted ranges with {@link IllegalArgumentException}. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** Returns the empty span at {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** Returns the number of bytes covered. */
  public int length() {
    return end - start;
  }

  /** Returns whether no byte is covered. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Returns whether every byte of {@code other} lies within this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /**
   * Returns whether both cannot be replaced independently: they share a byte, or one is an
   * insertion strictly inside the other, or both are insertions at one place (whose order nobody
   * stated).
   */
  public boolean overlaps(Span other) {
    if (isEmpty() && other.isEmpty()) {
      return start == other.start;
    }
    return start < other.end && other.start < end;
  }

  /** Orders by start, then by end. */
  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
