package dev.untether.report.diff;

import java.nio.charset.StandardCharsets;

/**
 * A path as the headers of a diff spell it. The rules are those of {@code quote_c_style} in <a
 * href="https://github.com/git/git/blob/v2.39.5/quote.c">git's quote.c</a> with {@code
 * core.quotePath} on, git's default.
 */
final class GitPath {
  private GitPath() {}

  /**
   * Returns {@code path}, in double quotes with C escapes when a byte of it is not printable ASCII
   * or is a quote or a backslash, else unchanged.
   */
  static String quote(String path) {
    String quoted = alwaysQuote(path);
    boolean plain = quoted.length() == path.length() + 2;
    return plain ? path : quoted;
  }

  /** Returns {@code path} in double quotes with C escapes, which git understands for every path. */
  static String alwaysQuote(String path) {
    StringBuilder quoted = new StringBuilder(path.length() + 2).append('"');
    for (byte signed : path.getBytes(StandardCharsets.UTF_8)) {
      int b = signed & 0xFF;
      String escape = escape(b);
      if (escape.isEmpty()) {
        quoted.append((char) b);
      } else {
        quoted.append(escape);
      }
    }
    return quoted.append('"').toString();
  }

  /** Returns the escape for byte {@code b}; empty when it stands for itself. */
  private static String escape(int b) {
    return switch (b) {
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0B -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> b < 0x20 || b >= 0x7F ? octal(b) : "";
    };
  }

  private static String octal(int b) {
    return "\\" + (char) ('0' + (b >> 6)) + (char) ('0' + (b >> 3 & 7)) + (char) ('0' + (b & 7));
  }
}
