package dev.untether.recipe.golang;

import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.regex.Pattern;

/**
 * A block of line comments that a recipe keeps above a directive, and finds again by how it starts.
 * It stands between the prose about the declaration and the directives, set off with {@code //}
 * lines as gofmt does it.
 */
final class CommentBlock {
  private final Site site;
  private final SourceText text;
  private final String marker;

  CommentBlock(Site site, String marker) {
    this.site = site;
    this.text = site.file().text();
    this.marker = marker;
  }

  /** Puts the block there, or in the place of the one that is there, unless it says the same. */
  void set(String content, FileDraft file) throws Refusal {
    String first = content.lines().findFirst().orElse("");
    if (!first.startsWith(marker) || !names(first)) {
      throw new Refusal(
          "the first line of the comment must start with \""
              + marker
              + "\" and hold the name "
              + site.local()
              + ", or it is not found again: "
              + first);
    }
    String wanted = comment(content);
    int top = Lines.startOfDirectives(text, site.directive().span().start());
    Span old = existing(top);
    if (!old.isEmpty()) {
      if (!text.slice(old).replace("\r\n", "\n").equals(wanted)) {
        file.replace(old, wanted);
      }
      return;
    }
    String above = top > 0 ? Lines.at(text, Lines.start(text, top - 1)) : "";
    boolean behindProse = above.startsWith("//") && !above.equals("//");
    file.insert(top, (behindProse ? "//\n" : "") + wanted + "//\n");
  }

  private static String comment(String content) {
    StringBuilder lines = new StringBuilder();
    for (String line : content.lines().toList()) {
      lines.append(("// " + line).stripTrailing()).append('\n');
    }
    return lines.toString();
  }

  private boolean names(String line) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(site.local()) + "(?!\\w)")
        .matcher(line)
        .find();
  }

  /** Returns the lines of the block that is there; empty if there is none. */
  private Span existing(int top) {
    for (int line = top; line > 0; ) {
      line = Lines.start(text, line - 1);
      String content = Lines.at(text, line);
      if (!content.startsWith("//")) {
        break;
      }
      if (content.startsWith("// " + marker) && names(content)) {
        int end = line;
        while (end < top && !Lines.at(text, end).equals("//")) {
          end = Lines.behind(text, end);
        }
        return new Span(line, end);
      }
    }
    return Span.at(top);
  }
}
