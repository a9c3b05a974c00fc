package dev.untether.module;

import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Recognises generated files by the line that https://go.dev/s/generatedcode fixes. */
public final class GeneratedCode {
  private static final Pattern MARK = Pattern.compile("// Code generated .* DO NOT EDIT\\.");

  private GeneratedCode() {}

  /**
   * Returns whether the mark stands before the first code of a Go or assembly file, as a line
   * comment of its own; in a block comment it means nothing.
   */
  public static boolean isGenerated(SourceText text) {
    byte[] bytes = text.bytes();
    int at = text.hasByteOrderMark() ? 3 : 0;
    while (at < bytes.length) {
      if (bytes[at] == ' ' || bytes[at] >= '\t' && bytes[at] <= '\r') {
        at++;
      } else if (startsWith(bytes, at, '/')) {
        int end = endOfLine(bytes, at);
        String comment = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        if (MARK.matcher(comment.stripTrailing()).matches()) {
          return true;
        }
        at = end;
      } else if (startsWith(bytes, at, '*')) {
        at = endOfBlock(bytes, at + 2);
      } else {
        return false;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int at, char second) {
    return bytes[at] == '/' && at + 1 < bytes.length && bytes[at + 1] == second;
  }

  private static int endOfLine(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int endOfBlock(byte[] bytes, int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      if (bytes[i] == '*' && bytes[i + 1] == '/') {
        return i + 2;
      }
    }
    return bytes.length;
  }
}
