package dev.untether.module.target;

import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments before the first code of a file, and the constraint lines among them. The rules are
 * those of go/build: {@code //go:build} counts anywhere before the first code, outside block
 * comments; {@code // +build} only in the leading run of line comments, with a blank line behind
 * it.
 */
final class FileHeader {
  private static final String GO_BUILD = "//go:build";
  private static final String PLUS_BUILD = "+build";

  private final SourceText text;
  private final byte[] bytes;
  private final List<Line> goBuildLines = new ArrayList<>();
  private final List<Line> plusBuildLines = new ArrayList<>();
  private boolean unreadable;
  private boolean inBlockComment;
  // Set by the first line that is neither blank nor a line comment; "// +build" may not follow it.
  private boolean leadingRunEnded;

  private FileHeader(SourceText text) {
    this.text = text;
    this.bytes = text.bytes();
  }

  /**
   * One constraint line.
   *
   * @param start byte offset of the line's first slash
   * @param expressionStart byte offset of what follows the prefix
   * @param expression what follows the prefix, without white space around it
   */
  record Line(int start, int expressionStart, String expression) {}

  /** Returns the header of a Go file, which go/build reads up to the imports. */
  static FileHeader ofGo(SourceText text) {
    FileHeader header = new FileHeader(text);
    header.read(header.start(), text.length());
    return header;
  }

  /** Returns the header of a file in another language, of which go/build reads only comments. */
  static FileHeader ofOther(SourceText text) {
    FileHeader header = new FileHeader(text);
    int end = header.endOfComments();
    if (!header.unreadable) {
      header.read(header.start(), end);
    }
    return header;
  }

  /** Returns the {@code //go:build} lines; more than one is an error. */
  List<Line> goBuildLines() {
    return goBuildLines;
  }

  /** Returns the {@code // +build} lines that count. */
  List<Line> plusBuildLines() {
    return plusBuildLines;
  }

  /**
   * Returns whether go/build gives up on the comments (one is not closed, or a single slash stands
   * where a comment would). It then takes the file whatever constraints it has.
   */
  boolean isUnreadable() {
    return unreadable;
  }

  private int start() {
    return text.hasByteOrderMark() ? 3 : 0;
  }

  /**
   * Returns where the first byte of code stands. Go cuts the header right there, in the middle of a
   * line: an indented first instruction leaves a blank line behind, and a {@code // +build} line
   * directly above it counts. Semicolons pass for white space.
   */
  private int endOfComments() {
    int i = start();
    while (i < bytes.length) {
      byte b = bytes[i];
      if (b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f' || b == ';') {
        i++;
      } else if (b == '/') {
        i = endOfComment(i);
        if (unreadable) {
          return i;
        }
      } else {
        unreadable = b == 0;
        return i;
      }
    }
    return i;
  }

  private int endOfComment(int slash) {
    int i = slash + 1;
    byte kind = i < bytes.length ? bytes[i] : 0;
    i++;
    if (kind == '/') {
      while (i < bytes.length && bytes[i] != '\n' && bytes[i] != 0) {
        i++;
      }
      unreadable = i < bytes.length && bytes[i] == 0;
      return i;
    }
    unreadable = true;
    if (kind == '*') {
      for (; i + 1 < bytes.length && bytes[i] != 0; i++) {
        if (bytes[i] == '*' && bytes[i + 1] == '/') {
          unreadable = false;
          return i + 2;
        }
      }
    }
    return i;
  }

  private void read(int from, int to) {
    List<Line> plusCandidates = new ArrayList<>();
    int afterLastBlank = from;
    int next;
    boolean code = false;
    for (int lineStart = from; lineStart < to && !code; lineStart = next) {
      int newline = lineStart;
      while (newline < to && bytes[newline] != '\n') {
        newline++;
      }
      next = Math.min(newline + 1, to);
      int start = GoSpace.skipForward(bytes, lineStart, newline);
      int end = GoSpace.skipBackward(bytes, start, newline);
      if (start == end && !leadingRunEnded) {
        afterLastBlank = next;
        continue;
      }
      if (!startsWith("//", start, end)) {
        leadingRunEnded = true;
      } else {
        collect(start, end, plusCandidates);
      }
      code = !isOnlyComment(start, end);
    }
    for (Line candidate : plusCandidates) {
      if (candidate.start() < afterLastBlank) {
        plusBuildLines.add(candidate);
      }
    }
  }

  private void collect(int start, int end, List<Line> plusCandidates) {
    if (inBlockComment) {
      return;
    }
    int plus = GoSpace.skipForward(bytes, start + 2, end);
    if (startsWith(GO_BUILD, start, end)) {
      addIfComplete(goBuildLines, start, start + GO_BUILD.length(), end);
    } else if (!leadingRunEnded && startsWith(PLUS_BUILD, plus, end)) {
      addIfComplete(plusCandidates, start, plus + PLUS_BUILD.length(), end);
    }
  }

  /** Adds a line unless the prefix is only the beginning of a longer word. */
  private void addIfComplete(List<Line> lines, int start, int prefixEnd, int end) {
    int expression = GoSpace.skipForward(bytes, prefixEnd, end);
    if (expression > prefixEnd || prefixEnd == end) {
      lines.add(new Line(start, expression, text.slice(expression, end)));
    }
  }

  /** Returns whether the line holds no code, and notes whether a block comment stays open. */
  private boolean isOnlyComment(int start, int end) {
    int i = start;
    while (i < end) {
      if (inBlockComment) {
        int close = indexOf("*/", i, end);
        if (close < 0) {
          return true;
        }
        inBlockComment = false;
        i = GoSpace.skipForward(bytes, close + 2, end);
      } else if (startsWith("//", i, end)) {
        return true;
      } else if (startsWith("/*", i, end)) {
        inBlockComment = true;
        i = GoSpace.skipForward(bytes, i + 2, end);
      } else {
        return false;
      }
    }
    return true;
  }

  private int indexOf(String needle, int from, int to) {
    for (int i = from; i < to; i++) {
      if (startsWith(needle, i, to)) {
        return i;
      }
    }
    return -1;
  }

  private boolean startsWith(String prefix, int from, int to) {
    if (to - from < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (bytes[from + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
