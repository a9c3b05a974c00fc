package dev.untether.golang;

import dev.untether.text.Position;
import dev.untether.text.SourceText;

/**
 * Positions of offsets that are asked for in rising order. Counts every character once, where
 * {@link SourceText#positionOf} counts the line anew: a file may be one long line.
 */
final class RunningPosition {
  private final SourceText source;
  private int line;
  private int column;
  private int counted;

  RunningPosition(SourceText source) {
    this.source = source;
  }

  /** Returns the line and column of the byte at {@code offset}. */
  Position of(int offset) {
    int lineOfOffset = source.lineOf(offset);
    if (lineOfOffset != line || offset < counted) {
      line = lineOfOffset;
      column = 1;
      counted = source.lineStart(line);
    }
    for (; counted < offset; counted++) {
      // UTF-8 continuation bytes belong to the character before them.
      if ((source.bytes()[counted] & 0xC0) != 0x80) {
        column++;
      }
    }
    return new Position(line, column);
  }
}
