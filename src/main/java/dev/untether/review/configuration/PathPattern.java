package dev.untether.review.configuration;

import java.util.regex.Pattern;

/**
 * A pattern for relative paths: {@code *} and {@code ?} stay within a name, {@code **} does not. A
 * pattern without a slash is about names in any directory, and one that matches a directory is
 * about all that is in it.
 */
public final class PathPattern {
  private final String text;
  private final Pattern pattern;

  private PathPattern(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /** Returns the pattern that {@code text} states. */
  public static PathPattern of(String text) {
    String given = text.startsWith("./") ? text.substring(2) : text;
    String plain = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    StringBuilder regex = new StringBuilder(plain.indexOf('/') < 0 ? "(?:.*/)?" : "");
    int i = plain.startsWith("/") ? 1 : 0;
    while (i < plain.length()) {
      char c = plain.charAt(i);
      if (plain.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 3;
      } else if (plain.startsWith("**", i)) {
        regex.append(".*");
        i += 2;
      } else {
        regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
        i++;
      }
    }
    return new PathPattern(text, Pattern.compile(regex.append("(?:/.*)?").toString()));
  }

  /** Returns whether it is about a path, which has slashes on every system. */
  public boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the pattern as it was stated. */
  @Override
  public String toString() {
    return text;
  }
}
