package dev.untether.module.dependency;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for paths of modules that can be downloaded, after golang.org/x/mod/module. */
final class ModulePath {
  private static final Pattern FIRST = Pattern.compile("(?!-)[a-z0-9.-]*\\.[a-z0-9.-]*");
  private static final Pattern ELEMENT = Pattern.compile("(?!\\.)[0-9A-Za-z._~-]*(?<!\\.)");
  private static final Pattern MAJOR = Pattern.compile(".+/(v[0-9.]+)");
  private static final Pattern GOPKG =
      Pattern.compile("gopkg\\.in/.+\\.(v(?:0|[1-9][0-9]*))(?:-unstable)?");
  private static final String GOPKG_HOST = "gopkg.in/";

  private ModulePath() {}

  /**
   * Returns whether the module cache can hold a module of this path. No such path leads out of the
   * cache.
   */
  static boolean isValid(String path) {
    String[] elements = path.split("/", -1);
    if (!FIRST.matcher(elements[0]).matches()) {
      return false;
    }
    for (String element : elements) {
      if (element.isEmpty() || !ELEMENT.matcher(element).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the major version at the end of a path is that of the version. */
  static boolean fits(String path, SemanticVersion version) {
    String major = "v" + version.major();
    if (path.startsWith(GOPKG_HOST)) {
      Matcher gopkg = GOPKG.matcher(path);
      // Old releases of Go made v0.0.0 of every commit below .v1.
      return gopkg.matches()
          && (gopkg.group(1).equals(major)
              || (gopkg.group(1).equals("v1") && version.canonical().startsWith("v0.0.0-")));
    }
    Matcher suffix = MAJOR.matcher(path);
    if (!suffix.matches()) {
      return major.equals("v0") || major.equals("v1") || version.isIncompatible();
    }
    return suffix.group(1).equals(major) && !major.equals("v0") && !major.equals("v1");
  }

  /** Returns the path or version that {@link #escape} made {@code escaped} of. */
  static String unescape(String escaped) {
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '!' && i + 1 < escaped.length()) {
        i++;
        text.append(String.valueOf(escaped.charAt(i)).toUpperCase(Locale.ROOT));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /**
   * Returns a path or version as file names spell it: {@code !} and the lower case letter for each
   * upper case one, for file systems that take both for the same.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        escaped.append('!').append(String.valueOf(c).toLowerCase(Locale.ROOT));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
