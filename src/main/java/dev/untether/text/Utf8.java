package dev.untether.text;

/** Characters in bytes, read as Go reads them: what is not UTF-8 is a character of one byte. */
public final class Utf8 {
  private static final int INVALID = -1;

  private Utf8() {}

  /** Returns the character at {@code offset}, or -1 where the bytes are not UTF-8. */
  public static int codePoint(byte[] bytes, int offset) {
    int lead = bytes[offset];
    if (lead >= 0) {
      return lead;
    }
    int length = announcedLength(lead & 0xFF);
    if (length == 1 || offset + length > bytes.length) {
      return INVALID;
    }
    int character = lead & 0xFF >> length + 1;
    for (int i = 1; i < length; i++) {
      int next = bytes[offset + i];
      if ((next & 0xC0) != 0x80) {
        return INVALID;
      }
      character = character << 6 | next & 0x3F;
    }
    boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
    return surrogate || width(character) != length ? INVALID : character;
  }

  /** Returns how many bytes a character of {@link #codePoint} takes. */
  public static int width(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    if (codePoint < 0x10000) {
      return 3;
    }
    return codePoint <= Character.MAX_CODE_POINT ? 4 : 5;
  }

  private static int announcedLength(int lead) {
    if (lead >= 0xF8 || lead < 0xC0) {
      return 1;
    }
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  }
}
