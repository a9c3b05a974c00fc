package dev.untether.report.diff;

import java.io.IOException;

/** Where the parts of a unified diff go, in order. */
interface DiffSink {

  /** Which side of a change a line stands on. */
  enum Side {
    BOTH(' '),
    BEFORE('-'),
    AFTER('+');

    private final char mark;

    Side(char mark) {
      this.mark = mark;
    }

    /** Returns the first character of the line in the diff. */
    char mark() {
      return mark;
    }
  }

  /** Takes one line of a file's header, ASCII, without its line feed. */
  void header(String line) throws IOException;

  /** Takes the range line of a hunk and the heading after it, which may be empty. */
  void hunk(String range, byte[] heading) throws IOException;

  /** Takes bytes {@code start} to {@code end} of {@code text}: one line without its line feed. */
  void line(Side side, byte[] text, int start, int end) throws IOException;

  /** Takes note that the line given last has no line feed in its file. */
  void missingNewline() throws IOException;
}
