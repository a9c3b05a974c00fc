package dev.untether.module;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * How the linker spells import paths in symbol names.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/internal/objabi/path.go ({@code
 * PathToPrefix})
 */
final class LinkerName {
  private LinkerName() {}

  /** Returns {@code path} with dots after the last slash, controls, quotes and % escaped. */
  static String escape(String path) {
    byte[] bytes = path.getBytes(UTF_8);
    int lastSlash = bytes.length - 1;
    while (lastSlash >= 0 && bytes[lastSlash] != '/') {
      lastSlash--;
    }
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i] & 0xFF;
      boolean dotInName = c == '.' && i > lastSlash;
      if (dotInName || c <= ' ' || c == '%' || c == '"' || c >= 0x7F) {
        escaped.append(String.format("%%%02x", c));
      } else {
        escaped.append((char) c);
      }
    }
    return escaped.toString();
  }
}
