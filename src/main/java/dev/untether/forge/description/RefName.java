package dev.untether.forge.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names that git takes for branches, and every file system for files: <a
 * href="https://git-scm.com/docs/git-check-ref-format">git check-ref-format</a> allows more.
 */
final class RefName {
  private static final String LOCK = ".lock";

  private RefName() {}

  /**
   * Returns the text as such a name: letters and digits of ASCII, dots, underscores, dashes and
   * slashes; empty if nothing is left.
   */
  static String of(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split("/", -1)) {
      String clean = part(part);
      if (!clean.isEmpty()) {
        parts.add(clean);
      }
    }
    String name = String.join("/", parts);
    // What git itself means by it is another thing.
    return name.equals("HEAD") ? "head" : name;
  }

  private static String part(String text) {
    StringBuilder part = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char last = part.length() == 0 ? '-' : part.charAt(part.length() - 1);
      boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
      if (kept) {
        part.append(c);
      } else if (last != '-' && last != '.') {
        part.append(c == '.' ? '.' : '-');
      }
    }
    int end = part.length();
    while (end > 0 && (part.charAt(end - 1) == '-' || part.charAt(end - 1) == '.')) {
      end--;
    }
    part.setLength(end);
    String name = part.toString();
    return name.toLowerCase(Locale.ROOT).endsWith(LOCK)
        ? name.substring(0, name.length() - LOCK.length()) + "-lock"
        : name;
  }
}
