package dev.untether.access;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Gives back what a {@link ByteSink} collected. */
final class ByteSource {
  private final byte[] bytes;
  private int offset;

  ByteSource(byte[] bytes, int offset) {
    this.bytes = bytes;
    this.offset = offset;
  }

  int offset() {
    return offset;
  }

  void skip(int count) {
    offset += count;
  }

  int number() {
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

  String text() {
    int length = number();
    String text = new String(bytes, offset, length, UTF_8);
    offset += length;
    return text;
  }

  byte[] raw(int length) {
    byte[] part = new byte[length];
    System.arraycopy(bytes, offset, part, 0, length);
    offset += length;
    return part;
  }

  boolean flag() {
    return number() != 0;
  }
}
