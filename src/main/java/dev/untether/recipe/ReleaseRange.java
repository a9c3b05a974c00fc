package dev.untether.recipe;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-open range of Go releases such as {@code >=1.21 <1.27}.
 *
 * @param atLeast the first release inside
 * @param below the first release after it
 */
public record ReleaseRange(Optional<Release> atLeast, Optional<Release> below) {

  /** The range of all releases. */
  public static final ReleaseRange ALL = new ReleaseRange(Optional.empty(), Optional.empty());

  private static final Pattern SYNTAX =
      Pattern.compile("(?:>=(\\d{1,3})\\.(\\d{1,4}))?\\s*(?:<(\\d{1,3})\\.(\\d{1,4}))?");

  /**
   * A Go release without its patch number.
   *
   * @param major the 1 of 1.27
   * @param minor the 27 of 1.27
   */
  public record Release(int major, int minor) implements Comparable<Release> {
    private static final Comparator<Release> ORDER =
        Comparator.comparingInt(Release::major).thenComparingInt(Release::minor);

    @Override
    public int compareTo(Release other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }

  /** Returns the range that {@code text} writes, if it is one and not empty. */
  public static Optional<ReleaseRange> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    if (text.isBlank() || !matcher.matches()) {
      return Optional.empty();
    }
    var range = new ReleaseRange(release(matcher, 1), release(matcher, 3));
    boolean isEmpty =
        range.atLeast.isPresent()
            && range.below.isPresent()
            && range.atLeast.get().compareTo(range.below.get()) >= 0;
    return isEmpty ? Optional.empty() : Optional.of(range);
  }

  /** Returns whether the release lies in the range. */
  public boolean contains(Release release) {
    return atLeast.map(first -> release.compareTo(first) >= 0).orElse(true)
        && below.map(end -> release.compareTo(end) < 0).orElse(true);
  }

  /** Returns the range as descriptors write it; empty text stands for all releases. */
  @Override
  public String toString() {
    String start = atLeast.map(release -> ">=" + release).orElse("");
    String end = below.map(release -> "<" + release).orElse("");
    return (start + " " + end).strip();
  }

  private static Optional<Release> release(Matcher matcher, int group) {
    String major = matcher.group(group);
    String minor = matcher.group(group + 1);
    return major == null || minor == null
        ? Optional.empty()
        : Optional.of(new Release(Integer.parseInt(major), Integer.parseInt(minor)));
  }
}
