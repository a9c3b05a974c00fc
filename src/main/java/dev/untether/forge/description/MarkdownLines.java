package dev.untether.forge.description;

/**
 * The lines of a Markdown text, with what can be said of them without parsing it: whether they are
 * quoted or code. Made for one walk.
 */
final class MarkdownLines {
  private static final int CODE_INDENT = 4;
  private static final int SHORTEST_FENCE = 3;

  private final String text;
  private int start;
  private int end;
  private int following;
  private boolean plain;
  private char fence;
  private int fenceLength;
  private boolean inComment;

  MarkdownLines(String text) {
    this.text = text;
  }

  /** Goes to the next line, and returns whether there is one. */
  boolean next() {
    if (following >= text.length()) {
      return false;
    }
    start = following;
    end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    boolean isCrlf = text.startsWith("\r\n", end);
    following = Math.min(text.length(), end + (isCrlf ? 2 : 1));
    read();
    return true;
  }

  /** Returns the offset of the line's first character. */
  int start() {
    return start;
  }

  /** Returns the offset after the line's last character, without its line break. */
  int end() {
    return end;
  }

  /** Returns the line, without its line break. */
  String text() {
    return text.substring(start, end);
  }

  /** Returns whether the line is neither quoted nor in a block of code, nor a fence of one. */
  boolean isPlain() {
    return plain;
  }

  /** Returns what closes the block of code that is open; empty if none is. */
  String closingFence() {
    return String.valueOf(fence).repeat(fenceLength);
  }

  /** Returns where the line next has {@code what} from an offset on; negative if it has not. */
  int find(String what, int from) {
    for (int i = from; i <= end - what.length(); i++) {
      if (text.startsWith(what, i)) {
        return i;
      }
    }
    return -1;
  }

  private void read() {
    int at = start;
    int column = 0;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      column += text.charAt(at) == '\t' ? CODE_INDENT : 1;
      at++;
    }
    plain = false;
    if (fenceLength > 0) {
      closeFence(at, column);
    } else if (inComment) {
      plain = true;
      inComment = find("-->", start) < 0;
    } else if (column < CODE_INDENT && !text.startsWith(">", at)) {
      openFence(at);
      plain = fenceLength == 0;
      if (plain && text.startsWith("<!--", at)) {
        inComment = find("-->", at) < 0;
      }
    }
  }

  private void closeFence(int at, int column) {
    int length = run(at, fence);
    if (column < CODE_INDENT && length >= fenceLength && isBlank(at + length)) {
      fenceLength = 0;
    }
  }

  // https://spec.commonmark.org/0.31.2/#fenced-code-blocks
  private void openFence(int at) {
    char first = at < end ? text.charAt(at) : ' ';
    if (first != '`' && first != '~') {
      return;
    }
    int length = run(at, first);
    boolean isFence = length >= SHORTEST_FENCE && (first == '~' || find("`", at + length) < 0);
    if (isFence) {
      fence = first;
      fenceLength = length;
    }
  }

  private int run(int at, char c) {
    int to = at;
    while (to < end && text.charAt(to) == c) {
      to++;
    }
    return to - at;
  }

  private boolean isBlank(int from) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }
}
