package dev.untether.golang;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The value of a string literal. */
final class StringLiteral {
  private static final String SIMPLE = "abfnrtv\\\"";
  private static final byte[] SIMPLE_VALUES = {7, 8, 12, 10, 13, 9, 11, '\\', '"'};

  private final String literal;
  private final byte[] value;
  private int read = 1;
  private int written;

  private StringLiteral(String literal) {
    this.literal = literal;
    // No escape is shorter than the bytes it stands for.
    this.value = new byte[4 * literal.length()];
  }

  /** Returns the value of a closed literal; an escape that is none stays as it is. */
  static String valueOf(String literal) {
    String inner = literal.substring(1, literal.length() - 1);
    if (literal.startsWith("`")) {
      return inner.replace("\r", "");
    }
    return inner.indexOf('\\') < 0 ? inner : new StringLiteral(literal).unescape();
  }

  private String unescape() {
    while (read < literal.length() - 1) {
      int c = literal.codePointAt(read);
      if (c == '\\') {
        escape();
      } else {
        put(c);
        read += Character.charCount(c);
      }
    }
    return new String(Arrays.copyOf(value, written), StandardCharsets.UTF_8);
  }

  private void escape() {
    char kind = literal.charAt(read + 1);
    int simple = SIMPLE.indexOf(kind);
    if (simple >= 0) {
      value[written++] = SIMPLE_VALUES[simple];
      read += 2;
      return;
    }
    boolean accepted =
        switch (kind) {
          case 'x' -> number(read + 2, 2, 16, /* character= */ false);
          case 'u' -> number(read + 2, 4, 16, /* character= */ true);
          case 'U' -> number(read + 2, 8, 16, /* character= */ true);
          default -> number(read + 1, 3, 8, /* character= */ false);
        };
    if (!accepted) {
      value[written++] = '\\';
      read++;
    }
  }

  private boolean number(int from, int digits, int radix, boolean character) {
    int end = from + digits;
    if (end > literal.length() - 1) {
      return false;
    }
    long number = 0;
    for (int i = from; i < end; i++) {
      int digit = Character.digit(literal.charAt(i), radix);
      if (digit < 0) {
        return false;
      }
      number = number * radix + digit;
    }
    if (number > (character ? Character.MAX_CODE_POINT : 255)) {
      return false;
    }
    if (character) {
      put((int) number);
    } else {
      value[written++] = (byte) number;
    }
    read = end;
    return true;
  }

  private void put(int codePoint) {
    byte[] encoded = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(encoded, 0, value, written, encoded.length);
    written += encoded.length;
  }
}
