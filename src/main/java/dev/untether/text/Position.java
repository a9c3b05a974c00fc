package dev.untether.text;

/**
 * A place in a file as people and the Go assembler name it.
 *
 * @param line line number, from 1
 * @param column column in characters (code points, not bytes), from 1, as {@code text/scanner}
 *     counts
 */
public record Position(int line, int column) implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
