package dev.untether.forge.description;

import java.util.Optional;

/**
 * A part of a body that may be cut.
 *
 * @param name what it is about, in a word or two
 * @param text Markdown; nothing to say, if empty
 */
record Part(String name, String text) {
  private static final String REST = "\n\n_The rest of this part does not fit._";
  private static final int TAG_LENGTH = "\n\n</details>".length();

  /** Returns the length in UTF-8, which is never less than what a forge counts. */
  static int length(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a pair counts two: four bytes together.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  /**
   * Returns as many whole lines as fit, with what is open in them closed and with a sentence if
   * there are more; nothing if not even a few do.
   */
  Optional<String> fitted(int budget) {
    MarkdownLines lines = new MarkdownLines(text);
    int used = 0;
    int details = 0;
    int count = 0;
    int end = 0;
    String closing = "";
    while (lines.next()) {
      String line = lines.text();
      used += length(line) + 1;
      if (lines.isPlain()) {
        details += line.contains("<details>") ? 1 : 0;
        details -= line.contains("</details>") ? 1 : 0;
      }
      String fence = lines.closingFence();
      boolean last = lines.end() == text.length();
      int rest = fence.length() + 1 + Math.max(0, details) * TAG_LENGTH;
      if (used > budget) {
        break;
      }
      if (used + rest + (last ? 0 : REST.length()) <= budget) {
        end = lines.end();
        closing =
            (fence.isEmpty() ? "" : "\n" + fence) + "\n\n</details>".repeat(Math.max(0, details));
        count++;
      }
    }
    boolean whole = end == text.length();
    return whole || count > 2
        ? Optional.of(text.substring(0, end) + closing + (whole ? "" : REST))
        : Optional.empty();
  }
}
