package dev.untether.module.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Neighbouring Go releases, both ends included.
 *
 * @param first the N of the oldest one, Go 1.N
 * @param last the N of the newest one, Go 1.N
 */
public record ReleaseRange(int first, int last) {
  private static final Pattern RELEASE = Pattern.compile("(?:go)?1\\.(0|[1-9][0-9]{0,3})");

  /** Refuses empty and negative ranges with {@link IllegalArgumentException}. */
  public ReleaseRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("no Go releases: 1." + first + "..1." + last);
    }
  }

  /** Returns the range of the single release Go 1.{@code minor}. */
  public static ReleaseRange only(int minor) {
    return new ReleaseRange(minor, minor);
  }

  /**
   * Returns the range written as {@code 1.23..1.27} or {@code 1.23}.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  public static ReleaseRange parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return only(minor(text));
    }
    return new ReleaseRange(minor(text.substring(0, dots)), minor(text.substring(dots + 2)));
  }

  /**
   * Returns the N of a release written as {@code 1.N} or {@code go1.N}.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  static int minor(String text) {
    Matcher matcher = RELEASE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a Go release: " + text);
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** Returns whether Go 1.{@code minor} belongs to the range. */
  public boolean contains(int minor) {
    return first <= minor && minor <= last;
  }

  @Override
  public String toString() {
    return first == last ? "1." + first : "1." + first + "..1." + last;
  }
}
