package dev.untether.golang;

import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.Optional;

/**
 * The {@code package} line of a Go file.
 *
 * @param name the name of the package
 * @param span the place of the name
 */
public record PackageClause(String name, Span span) {
  private static final String KEYWORD = "package";

  /**
   * Returns the package clause of a Go file, looking at nothing behind it: what follows may be as
   * broken as it likes. Empty if anything but comments and semicolons stands before the clause, or
   * if it names no package.
   */
  public static Optional<PackageClause> of(SourceText text) {
    byte[] bytes = text.bytes();
    int keyword = skipBlanks(bytes, text.hasByteOrderMark() ? 3 : 0);
    int end = wordEnd(text, keyword);
    if (end < 0 || !text.slice(keyword, end).equals(KEYWORD)) {
      return Optional.empty();
    }
    int start = skipBlanks(bytes, end);
    int stop = wordEnd(text, start);
    if (stop <= start) {
      return Optional.empty();
    }
    String name = text.slice(start, stop);
    int first = name.codePointAt(0);
    if (name.equals("_") || !(Character.isLetter(first) || first == '_')) {
      return Optional.empty();
    }
    return Optional.of(new PackageClause(name, new Span(start, stop)));
  }

  /**
   * Returns the offset behind white space and comments, or the length if a comment is left open.
   */
  static int skipBlanks(byte[] bytes, int offset) {
    int i = offset;
    while (i < bytes.length) {
      byte b = bytes[i];
      // Semicolons in front of the clause are wrong Go, but go/build passes over them.
      if (b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f' || b == ';') {
        i++;
      } else if (b == '/' && i + 1 < bytes.length && bytes[i + 1] == '/') {
        while (i < bytes.length && bytes[i] != '\n') {
          i++;
        }
      } else if (b == '/' && i + 1 < bytes.length && bytes[i + 1] == '*') {
        i = afterBlockComment(bytes, i + 2);
      } else {
        return i;
      }
    }
    return i;
  }

  private static int afterBlockComment(byte[] bytes, int offset) {
    for (int i = offset; i + 1 < bytes.length; i++) {
      if (bytes[i] == '*' && bytes[i + 1] == '/') {
        return i + 2;
      }
    }
    return bytes.length;
  }

  /** Returns the offset behind the identifier at {@code start}; -1 at the end of the text. */
  static int wordEnd(SourceText text, int start) {
    byte[] bytes = text.bytes();
    if (start >= bytes.length) {
      return -1;
    }
    int end = start;
    while (end < bytes.length && isWordByte(bytes[end])) {
      end++;
    }
    return end;
  }

  private static boolean isWordByte(byte b) {
    // Every byte of a character beyond ASCII is negative.
    return b < 0 || b == '_' || (b >= '0' && b <= '9') || isAsciiLetter(b);
  }

  private static boolean isAsciiLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}
