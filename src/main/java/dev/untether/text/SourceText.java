package dev.untether.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of one file, never decoded as a whole and never normalised: line endings, a byte order
 * mark and a missing final newline are facts of the text.
 *
 * <p>All offsets are byte offsets. The text is immutable; {@link #bytes()} must not be written to.
 */
public final class SourceText {
  /** Rule id of findings about texts that hold a NUL byte; see {@link #isBinary()}. */
  public static final String BINARY = "binary-file";

  /** Rule id of findings about texts that are not UTF-8; see {@link #isUtf8()}. */
  public static final String NOT_UTF8 = "not-utf-8";

  private static final int DECODED_AT_ONCE = 8192;

  private final byte[] bytes;
  // Computed on first use: most files are only read, never reported on.
  private volatile int[] lineStarts = new int[0];

  private SourceText(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns a text that takes ownership of {@code bytes}; the caller must not change them later.
   */
  public static SourceText of(byte[] bytes) {
    return new SourceText(bytes);
  }

  /** Returns the text whose UTF-8 encoding is {@code text}. */
  public static SourceText of(String text) {
    return new SourceText(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the bytes themselves, shared for speed: read only. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** Returns the text of {@code span}, decoded as UTF-8. */
  public String slice(Span span) {
    return slice(span.start(), span.end());
  }

  /** Returns the text from byte {@code start} to before byte {@code end}, decoded as UTF-8. */
  public String slice(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Returns whether the text starts with the UTF-8 byte order mark. */
  public boolean hasByteOrderMark() {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** Returns whether the bytes are valid UTF-8; other files are reported and never edited. */
  public boolean isUtf8() {
    int i = 0;
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    if (i == bytes.length) {
      return true;
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes, i, bytes.length - i);
    // Decoded piece by piece into nowhere: the whole would take twice the memory of the file again.
    CharBuffer piece = CharBuffer.allocate(DECODED_AT_ONCE);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      piece.clear();
      result = decoder.decode(rest, piece, /* endOfInput= */ true);
    }
    return !result.isError();
  }

  /** Returns whether a NUL byte occurs, which no text file that Go reads may hold. */
  public boolean isBinary() {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the ending of the first line; {@link LineEnding#LF} when there is no line break. */
  public LineEnding lineEnding() {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i > 0 && bytes[i - 1] == '\r' ? LineEnding.CRLF : LineEnding.LF;
      }
    }
    return LineEnding.LF;
  }

  /**
   * Returns the line and column of the byte at {@code offset}, which may be the end of the text.
   */
  public Position positionOf(int offset) {
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    int column = 1;
    for (int i = starts[line]; i < offset; i++) {
      // UTF-8 continuation bytes belong to the character before them.
      if ((bytes[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return new Position(line + 1, column);
  }

  /** Returns the line number of the byte at {@code offset}, from 1. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns the offset of the first byte of {@code line}, which counts from 1. */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** Returns how many lines there are; the empty line after a final newline counts. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** Writes the bytes to {@code out}. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts.length == 0) {
      int count = 1;
      for (byte b : bytes) {
        if (b == '\n') {
          count++;
        }
      }
      starts = new int[count];
      int next = 1;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          starts[next++] = i + 1;
        }
      }
      // A benign race: every thread computes the same array.
      lineStarts = starts;
    }
    return starts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Returns the whole text, decoded as UTF-8. */
  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
