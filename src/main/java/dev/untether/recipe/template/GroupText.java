package dev.untether.recipe.template;

import dev.untether.text.Position;
import org.antlr.runtime.CommonToken;
import org.stringtemplate.v4.compiler.GroupParser;

/**
 * The text of one {@code *.stg} file, and the way from StringTemplate's offsets back to it: its own
 * messages count lines from the start of a template and forget the line break that it trims.
 *
 * @param path the file as findings name it
 * @param text its contents
 */
public record GroupText(String path, String text) {

  /** Returns the place of the character at {@code offset}, in UTF-16 units. */
  Position positionOf(int offset) {
    int end = Math.max(0, Math.min(offset, text.length()));
    int lineStart = text.lastIndexOf('\n', end - 1) + 1;
    int line = 1;
    for (int i = 0; i < lineStart; i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return new Position(line, text.codePointCount(lineStart, end) + 1);
  }

  /** Returns the place that ANTLR means by a line, from 1, and a column, from 0. */
  Position positionOf(int line, int column) {
    int start = 0;
    for (int i = 1; i < line && start >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return positionOf(start + Math.max(0, column));
  }

  /**
   * Returns the place of the character at {@code offset} of a template.
   *
   * @param definition the token of the template's text with its quotes
   * @param template the text that StringTemplate compiled: without quotes, without one line break
   *     at either end, with some escapes resolved
   */
  Position positionIn(CommonToken definition, String template, int offset) {
    boolean hasDoubleQuotes =
        definition.getType() == GroupParser.BIGSTRING
            || definition.getType() == GroupParser.BIGSTRING_NO_NL;
    int at = definition.getStartIndex() + (hasDoubleQuotes ? 2 : 1);
    if (text.startsWith("\r\n", at) && !template.startsWith("\r\n")) {
      at += 2;
    } else if (text.startsWith("\n", at) && !template.startsWith("\n")) {
      at++;
    }
    // Where both texts differ, an escaping backslash was dropped.
    for (int i = 0; i < Math.min(offset, template.length()) && at < text.length(); i++) {
      while (at + 1 < text.length()
          && text.charAt(at) == '\\'
          && text.charAt(at) != template.charAt(i)) {
        at++;
      }
      at++;
    }
    return positionOf(at);
  }
}
