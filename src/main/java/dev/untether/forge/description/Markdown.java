package dev.untether.forge.description;

import dev.untether.forge.ForgeKind;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Text of others as Markdown that shows it and does nothing: nobody is mentioned, no issue is
 * referred to or closed, no HTML and no image gets in.
 */
final class Markdown {
  // Entities are resolved before forges look for mentions, so an escape alone does not help.
  private static final String BREAK = "&#8203;";
  private static final String PUNCTUATION = "\\`*_{}[]()+-.|=\"'/";
  // On GitLab: labels, milestones, snippets, merge requests, alerts, epics.
  private static final String REFERENCES = "@#!~%$^:";
  private static final Set<String> CROSS_REFERENCED =
      Set.of("issues", "pull", "commit", "discussions");

  private Markdown() {}

  /** Returns a line of prose, in which what stands between two backticks is code. */
  static String prose(String text) {
    String line = oneLine(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int open = line.indexOf('`', at);
      int close = open < 0 ? -1 : line.indexOf('`', open + 1);
      if (close <= open + 1) {
        break;
      }
      out.append(plain(line.substring(at, open))).append(code(line.substring(open + 1, close)));
      at = close + 1;
    }
    return out.append(plain(line.substring(at))).toString();
  }

  /** Returns a span of code. */
  static String code(String text) {
    String line = oneLine(text);
    String ticks = "`".repeat(longestRun(line, '`') + 1);
    boolean touches = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
    return touches ? ticks + " " + line + " " + ticks : ticks + line + ticks;
  }

  /** Returns a link; code for what is no web address. */
  static String link(URI uri, ForgeKind kind) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return code(uri.toString());
    }
    String address = uri.toASCIIString();
    String[] path = uri.getPath().split("/", -1);
    if (kind == ForgeKind.GITHUB
        && uri.getHost().equalsIgnoreCase("github.com")
        && path.length > 3
        && CROSS_REFERENCED.contains(path[3])) {
      // Otherwise each of a thousand pull requests leaves an entry in somebody's issue.
      address = address.replaceFirst("(?i)//github\\.com", "//redirect.github.com");
    }
    return "<" + address + ">";
  }

  /**
   * Returns Markdown of ours, such as a table, with what was in it from others made harmless:
   * outside of code, comments and mentions.
   */
  static String defused(String markdown) {
    StringBuilder out = new StringBuilder(markdown.length() + 64);
    MarkdownLines lines = new MarkdownLines(markdown.replace("<!--", "&lt;!--"));
    while (lines.next()) {
      String line = lines.text();
      out.append(lines.isPlain() ? withoutMentions(line) : line).append('\n');
    }
    return out.toString().stripTrailing();
  }

  /** Returns the fence for a block of code that holds {@code text}. */
  static String fence(String text) {
    return "`".repeat(Math.max(3, longestRun(text, '`') + 1));
  }

  /** Returns text without line breaks and control characters, and without double spaces. */
  static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
              if (!space && isShown(c)) {
                out.appendCodePoint(c);
              } else if (space && out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
              } else if (!space) {
                out.append('\ufffd');
              }
            });
    return out.toString().strip();
  }

  private static boolean isShown(int c) {
    int type = Character.getType(c);
    // Format characters turn the direction of writing around.
    return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
  }

  private static String plain(String line) {
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '<') {
        out.append("&lt;");
      } else if (c == '>') {
        out.append("&gt;");
      } else if (c == '&') {
        out.append("&amp;").append(BREAK);
      } else if (REFERENCES.indexOf(c) >= 0) {
        boolean refers = i + 1 < line.length() && line.charAt(i + 1) != ' ';
        out.append('\\').append(c).append(refers ? BREAK : "");
      } else if (c == '-' && (line.startsWith("GH-", i - 2) || line.startsWith("gh-", i - 2))) {
        out.append("\\-").append(BREAK);
      } else {
        out.append(PUNCTUATION.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  private static String withoutMentions(String line) {
    StringBuilder out = new StringBuilder(line.length() + 16);
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '`') {
        int length = runAt(line, i, '`');
        int close = closing(line, i + length, length);
        int end = close < 0 ? i + length : close;
        out.append(line, i, end);
        i = end;
      } else {
        out.append(c);
        // Behind `&` it would tear entities apart.
        boolean entity = c == '#' && i > 0 && line.charAt(i - 1) == '&';
        boolean refers = i + 1 < line.length() && Character.isLetterOrDigit(line.charAt(i + 1));
        out.append((c == '@' || c == '#') && refers && !entity ? BREAK : "");
        i++;
      }
    }
    return out.toString();
  }

  /** Returns the offset after the run of backticks that closes a span of code. */
  private static int closing(String line, int from, int length) {
    int i = from;
    while (i < line.length()) {
      int run = runAt(line, i, '`');
      if (run == length) {
        return i + run;
      }
      i += Math.max(1, run);
    }
    return -1;
  }

  private static int longestRun(String text, char c) {
    int longest = 0;
    for (int i = 0; i < text.length(); i++) {
      int run = runAt(text, i, c);
      longest = Math.max(longest, run);
      i += run;
    }
    return longest;
  }

  private static int runAt(String text, int from, char c) {
    int to = from;
    while (to < text.length() && text.charAt(to) == c) {
      to++;
    }
    return to - from;
  }
}
