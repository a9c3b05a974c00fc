package dev.untether.forge.owners;

import java.util.ArrayList;
import java.util.List;

/** The words of a line: what is between white space that no backslash precedes. */
final class Words {

  private Words() {}

  /**
   * A word, with its backslashes.
   *
   * @param column of its first character, from 1
   */
  record Word(String text, int column) {}

  static List<Word> of(String line) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    int column = 1;
    int startColumn = 1;
    int i = 0;
    while (i < line.length()) {
      int c = line.codePointAt(i);
      boolean space = c == ' ' || c == '\t';
      if (space && start >= 0) {
        words.add(new Word(line.substring(start, i), startColumn));
        start = -1;
      } else if (!space && start < 0) {
        start = i;
        startColumn = column;
      }
      boolean hides = c == '\\' && i + 1 < line.length();
      i += Character.charCount(c);
      column++;
      if (hides) {
        i += Character.charCount(line.codePointAt(i));
        column++;
      }
    }
    if (start >= 0) {
      words.add(new Word(line.substring(start), startColumn));
    }
    return words;
  }
}
