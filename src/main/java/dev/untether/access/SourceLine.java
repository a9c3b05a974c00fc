package dev.untether.access;

/**
 * A line of the standard library's source.
 *
 * @param file the path below {@code src} of GOROOT, with slashes
 * @param line the line's number, from 1
 */
public record SourceLine(String file, int line) implements Comparable<SourceLine> {

  /** Orders by file, then by line. */
  @Override
  public int compareTo(SourceLine other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
