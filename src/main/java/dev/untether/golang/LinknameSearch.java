package dev.untether.golang;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The one look that tells most files to hold no linkname. */
public final class LinknameSearch {
  private static final byte[] NEEDLE = "go:linkname".getBytes(StandardCharsets.US_ASCII);

  /** How far to go on when this byte stands under the end of the needle. */
  private static final byte[] SKIP = new byte[256];

  static {
    Arrays.fill(SKIP, (byte) NEEDLE.length);
    for (int i = 0; i < NEEDLE.length - 1; i++) {
      SKIP[NEEDLE[i]] = (byte) (NEEDLE.length - 1 - i);
    }
  }

  private LinknameSearch() {}

  /**
   * Returns whether a Go file may hold a linkname directive, a right or a wrong one. Where the
   * answer is no, {@link GoFile#directives()} is empty.
   */
  public static boolean mayConcern(byte[] bytes) {
    int last = NEEDLE.length - 1;
    for (int end = last; end < bytes.length; end += SKIP[bytes[end] & 0xFF]) {
      if (bytes[end] == NEEDLE[last]
          && Arrays.equals(bytes, end - last, end + 1, NEEDLE, 0, NEEDLE.length)) {
        return true;
      }
    }
    return false;
  }
}
