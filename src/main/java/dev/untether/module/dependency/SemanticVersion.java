package dev.untether.module.dependency;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a module, ordered as golang.org/x/mod/semver orders them. Numbers have any length.
 *
 * @param prerelease with its {@code -}, or empty
 * @param build with its {@code +}, or empty
 */
record SemanticVersion(String major, String minor, String patch, String prerelease, String build)
    implements Comparable<SemanticVersion> {
  private static final String NUMBER = "(0|[1-9][0-9]*+)";
  private static final Pattern FORM =
      Pattern.compile(
          "v"
              + NUMBER
              + "(?:\\."
              + NUMBER
              + "(?:\\."
              + NUMBER
              + "(-[0-9A-Za-z.-]++)?(\\+[0-9A-Za-z.-]++)?)?)?");
  private static final String INCOMPATIBLE = "+incompatible";

  /** Returns what a text such as {@code v1.2.3-rc.1} means; {@code v1} is taken for v1.0.0. */
  static Optional<SemanticVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String prerelease = orElse(matcher.group(4), "");
    String build = orElse(matcher.group(5), "");
    if (!areIdentifiers(prerelease, /* numbersAreCanonical= */ true)
        || !areIdentifiers(build, /* numbersAreCanonical= */ false)) {
      return Optional.empty();
    }
    return Optional.of(
        new SemanticVersion(
            matcher.group(1),
            orElse(matcher.group(2), "0"),
            orElse(matcher.group(3), "0"),
            prerelease,
            build));
  }

  private static String orElse(@Nullable String group, String other) {
    return group == null ? other : group;
  }

  private static boolean areIdentifiers(String suffix, boolean numbersAreCanonical) {
    if (suffix.isEmpty()) {
      return true;
    }
    for (String identifier : suffix.substring(1).split("\\.", -1)) {
      boolean padded =
          isNumber(identifier) && identifier.length() > 1 && identifier.charAt(0) == '0';
      if (identifier.isEmpty() || (numbersAreCanonical && padded)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String identifier) {
    return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns the one spelling of this version: three numbers, and no build but +incompatible. */
  String canonical() {
    return "v"
        + major
        + "."
        + minor
        + "."
        + patch
        + prerelease
        + (build.equals(INCOMPATIBLE) ? build : "");
  }

  /** Returns whether a module at v2 or later without a go.mod has this version. */
  boolean isIncompatible() {
    return build.equals(INCOMPATIBLE);
  }

  /** Orders by precedence: builds do not count, so versions that are not equal can tie. */
  @Override
  public int compareTo(SemanticVersion other) {
    int order = compareNumbers(major, other.major);
    if (order == 0) {
      order = compareNumbers(minor, other.minor);
    }
    if (order == 0) {
      order = compareNumbers(patch, other.patch);
    }
    return order != 0 ? order : comparePrereleases(prerelease, other.prerelease);
  }

  /** Compares decimal numbers without leading zeros; the empty one comes first. */
  static int compareNumbers(String a, String b) {
    int byLength = Integer.compare(a.length(), b.length());
    return byLength != 0 ? byLength : a.compareTo(b);
  }

  private static int comparePrereleases(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      // A release comes after its prereleases.
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    String[] left = a.substring(1).split("\\.", -1);
    String[] right = b.substring(1).split("\\.", -1);
    for (int i = 0; i < left.length && i < right.length; i++) {
      int order = compareIdentifiers(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int compareIdentifiers(String a, String b) {
    boolean aIsNumber = isNumber(a);
    if (aIsNumber != isNumber(b)) {
      return aIsNumber ? -1 : 1;
    }
    return aIsNumber ? compareNumbers(a, b) : a.compareTo(b);
  }
}
