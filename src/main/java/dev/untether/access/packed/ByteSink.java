package dev.untether.access.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Collects numbers and strings in few bytes. */
public final class ByteSink {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Seven bits a byte, low ones first; small numbers are by far the most frequent. */
  public void number(int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }

  /** Adds a text. */
  public void text(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    number(encoded.length);
    bytes.writeBytes(encoded);
  }

  /** Adds bytes as they are. */
  public void raw(byte[] more) {
    bytes.writeBytes(more);
  }

  /** Adds a truth value. */
  public void flag(boolean flag) {
    number(flag ? 1 : 0);
  }

  /** Returns all that was added. */
  public byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
