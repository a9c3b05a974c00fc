package dev.untether.module.dependency;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version on a go line, ordered as internal/gover of Go orders them. Numbers have any length.
 *
 * @param kind such as {@code rc}; empty for releases
 */
record GoVersion(String major, String minor, String patch, String kind, String pre)
    implements Comparable<GoVersion> {
  private static final String NUMBER = "(0|[1-9][0-9]*+)";
  private static final Pattern FORM =
      Pattern.compile(
          NUMBER + "(?:\\." + NUMBER + "(?:\\." + NUMBER + "|([a-z]++)" + NUMBER + "?)?)?");
  private static final Comparator<String> NUMBERS = SemanticVersion::compareNumbers;
  private static final Comparator<GoVersion> ORDER =
      Comparator.comparing(GoVersion::major, NUMBERS)
          .thenComparing(GoVersion::minor, NUMBERS)
          .thenComparing(GoVersion::patch, NUMBERS)
          .thenComparing(GoVersion::kind)
          .thenComparing(GoVersion::pre, NUMBERS);
  private static final GoVersion NONE = new GoVersion("", "", "", "", "");

  /** Returns what a text such as 1.21rc2 means; what cannot be understood comes before all else. */
  static GoVersion of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return NONE;
    }
    String major = matcher.group(1);
    String minor = matcher.group(2);
    if (minor == null) {
      return new GoVersion(major, "0", "0", "", "");
    }
    String patch = orEmpty(matcher.group(3));
    String kind = orEmpty(matcher.group(4));
    if (patch.isEmpty() && kind.isEmpty() && SemanticVersion.compareNumbers(minor, "21") < 0) {
      // Before 1.21 there was no difference between 1.20 and 1.20.0.
      patch = "0";
    }
    return new GoVersion(major, minor, patch, kind, orEmpty(matcher.group(5)));
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }

  /** Returns whether this is {@code other} or a later one. */
  boolean isAtLeast(String other) {
    return compareTo(of(other)) >= 0;
  }

  @Override
  public int compareTo(GoVersion other) {
    return ORDER.compare(this, other);
  }
}
