package dev.untether.access.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Gives back what a {@link ByteSink} collected. */
public final class ByteSource {
  private final byte[] bytes;
  private int offset;

  /** Starts at {@code offset}. */
  public ByteSource(byte[] bytes, int offset) {
    this.bytes = bytes;
    this.offset = offset;
  }

  /** Returns where the next thing starts. */
  public int offset() {
    return offset;
  }

  /** Passes over {@code count} bytes. */
  public void skip(int count) {
    offset += count;
  }

  /** Returns the next number. */
  public int number() {
    int value = 0;
    int shift = 0;
    while (true) {
      byte b = bytes[offset++];
      value |= (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  /** Returns the next text. */
  public String text() {
    int length = number();
    String text = new String(bytes, offset, length, UTF_8);
    offset += length;
    return text;
  }

  /** Returns the next {@code length} bytes. */
  public byte[] raw(int length) {
    byte[] part = new byte[length];
    System.arraycopy(bytes, offset, part, 0, length);
    offset += length;
    return part;
  }

  /** Returns the next truth value. */
  public boolean flag() {
    return number() != 0;
  }
}
