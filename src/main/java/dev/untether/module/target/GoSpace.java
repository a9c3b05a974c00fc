package dev.untether.module.target;

import java.util.ArrayList;
import java.util.List;

/**
 * White space as Go's unicode.IsSpace has it. Java's own notions differ: {@link String#strip} keeps
 * the no-break space and the next-line character, both of which Go trims.
 */
final class GoSpace {
  private GoSpace() {}

  static boolean is(int c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /** Returns the first offset from {@code start} that holds no white space, at most {@code end}. */
  static int skipForward(byte[] bytes, int start, int end) {
    int i = start;
    for (int width = widthAt(bytes, i, end); width > 0; width = widthAt(bytes, i, end)) {
      i += width;
    }
    return i;
  }

  /** Returns the offset behind the last byte before {@code end} that is no white space. */
  static int skipBackward(byte[] bytes, int start, int end) {
    int i = end;
    while (i > start) {
      int width = 0;
      for (int back = 1; back <= 3 && i - back >= start && width == 0; back++) {
        width = widthAt(bytes, i - back, i) == back ? back : 0;
      }
      if (width == 0) {
        break;
      }
      i -= width;
    }
    return i;
  }

  private static int widthAt(byte[] bytes, int i, int end) {
    if (i >= end) {
      return 0;
    }
    int b = bytes[i] & 0xFF;
    if (b < 0x80) {
      return is(b) ? 1 : 0;
    }
    if (b == 0xC2 && i + 1 < end) {
      return is(bytes[i + 1] & 0xFF) ? 2 : 0;
    }
    if (b >= 0xE1 && b <= 0xE3 && i + 2 < end) {
      int c = ((b & 0x0F) << 12) | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F);
      return is(c) && (bytes[i + 1] & 0xC0) == 0x80 && (bytes[i + 2] & 0xC0) == 0x80 ? 3 : 0;
    }
    return 0;
  }

  /** Returns the runs of {@code text} between white space. */
  static List<String> fields(String text) {
    List<String> fields = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      // Every white space character is a single char.
      if (i == text.length() || is(text.charAt(i))) {
        if (start >= 0) {
          fields.add(text.substring(start, i));
        }
        start = -1;
      } else if (start < 0) {
        start = i;
      }
    }
    return fields;
  }
}
