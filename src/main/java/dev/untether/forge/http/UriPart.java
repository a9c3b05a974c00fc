package dev.untether.forge.http;

import java.nio.charset.StandardCharsets;

/** Text as a part of an address. */
public final class UriPart {
  private static final String HEX = "0123456789ABCDEF";

  private UriPart() {}

  /**
   * Returns {@code text} as one segment of a path or one value of a query: all but letters, digits
   * and {@code -._~} percent-encoded, slashes too (RFC 3986, section 2.3).
   */
  public static String encoded(String text) {
    // A segment of dots alone would be taken for a step up.
    boolean dots = text.equals(".") || text.equals("..");
    StringBuilder encoded = new StringBuilder(text.length() + 8);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b) && !dots) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return encoded.toString();
  }

  /** Returns a path with slashes between its segments, each {@link #encoded}. */
  public static String encodedPath(String path) {
    StringBuilder encoded = new StringBuilder(path.length() + 8);
    for (String segment : path.split("/", -1)) {
      if (!encoded.isEmpty()) {
        encoded.append('/');
      }
      encoded.append(encoded(segment));
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '.'
        || b == '_'
        || b == '~';
  }
}
