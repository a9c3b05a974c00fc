package dev.untether.report.diff;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The hunks of one file. */
final class Hunks {
  private static final int LONGEST_HEADING = 80;

  private final FileLines before;
  private final FileLines after;
  private final DiffSink sink;
  private byte[] heading = {};
  private int headingSearchedTo;

  Hunks(FileLines before, FileLines after, DiffSink sink) {
    this.before = before;
    this.after = after;
    this.sink = sink;
  }

  void send(List<ChangedLines> changes, int context) throws IOException {
    int first = 0;
    for (int next = 1; next <= changes.size(); next++) {
      // Two hunks become one when their context would touch, as in git. Widened, because a
      // caller may ask for Integer.MAX_VALUE lines to see the whole file.
      if (next == changes.size()
          || changes.get(next).beforeStart() - changes.get(next - 1).beforeEnd() > 2L * context) {
        sendHunk(changes.subList(first, next), context);
        first = next;
      }
    }
  }

  private void sendHunk(List<ChangedLines> changes, int context) throws IOException {
    ChangedLines first = changes.get(0);
    ChangedLines last = changes.get(changes.size() - 1);
    int lead = Math.min(context, first.beforeStart());
    int trail = Math.min(context, before.count() - last.beforeEnd());
    int line = first.beforeStart() - lead;
    findHeading(line);
    sink.hunk(
        "@@ -"
            + range(line, last.beforeEnd() + trail)
            + " +"
            + range(first.afterStart() - lead, last.afterEnd() + trail)
            + " @@",
        heading);
    for (ChangedLines change : changes) {
      sendLines(DiffSink.Side.BOTH, before, line, change.beforeStart());
      sendLines(DiffSink.Side.BEFORE, before, change.beforeStart(), change.beforeEnd());
      sendLines(DiffSink.Side.AFTER, after, change.afterStart(), change.afterEnd());
      line = change.beforeEnd();
    }
    sendLines(DiffSink.Side.BOTH, before, line, line + trail);
  }

  /** Returns {@code start,count}; an empty range names the line before it. */
  private static String range(int start, int end) {
    int count = end - start;
    if (count == 1) {
      return String.valueOf(start + 1);
    }
    return (count == 0 ? start : start + 1) + "," + count;
  }

  private void sendLines(DiffSink.Side side, FileLines lines, int start, int end)
      throws IOException {
    byte[] bytes = lines.bytes();
    for (int line = start; line < end; line++) {
      int lineEnd = lines.end(line);
      boolean complete = bytes[lineEnd - 1] == '\n';
      sink.line(side, bytes, lines.start(line), complete ? lineEnd - 1 : lineEnd);
      if (!complete) {
        sink.missingNewline();
      }
    }
  }

  /**
   * Keeps the nearest line above {@code line} that starts with a letter: {@code TEXT ·f(SB)} or
   * {@code func f()}. Lines above the last hunk were searched before.
   */
  private void findHeading(int line) {
    byte[] bytes = before.bytes();
    for (int i = line - 1; i >= headingSearchedTo; i--) {
      int start = before.start(i);
      if (startsHeading(bytes[start])) {
        heading = headingOf(bytes, start, before.end(i));
        break;
      }
    }
    headingSearchedTo = line;
  }

  private static boolean startsHeading(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b == '$';
  }

  private static byte[] headingOf(byte[] bytes, int start, int lineEnd) {
    int end = Math.min(lineEnd, start + LONGEST_HEADING);
    if (end < lineEnd) {
      // Unlike git, never cut within a character: terminals show the rest as rubbish.
      while (end > start && (bytes[end] & 0xC0) == 0x80) {
        end--;
      }
    }
    while (end > start && " \t\r\n".indexOf(bytes[end - 1]) >= 0) {
      end--;
    }
    return Arrays.copyOfRange(bytes, start, end);
  }
}
