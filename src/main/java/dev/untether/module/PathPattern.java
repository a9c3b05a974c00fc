package dev.untether.module;

/**
 * A pattern for paths with slashes: {@code *} and {@code ?} stand for characters of a name, {@code
 * **} as a whole name for any number of directories.
 */
public final class PathPattern {
  private static final String ANY_DIRECTORIES = "**";

  private final String[] names;

  private PathPattern(String[] names) {
    this.names = names;
  }

  /** Returns the pattern that {@code glob} writes. */
  public static PathPattern of(String glob) {
    return new PathPattern(glob.split("/", -1));
  }

  /** Returns whether the path is one of those. */
  public boolean matches(String path) {
    String[] parts = path.split("/", -1);
    // Patterns come from strangers: going back to the last wildcard only keeps the cost down.
    int name = 0;
    int part = 0;
    int star = -1;
    int resume = 0;
    while (part < parts.length) {
      if (name < names.length && names[name].equals(ANY_DIRECTORIES)) {
        star = name++;
        resume = part;
      } else if (name < names.length && matchesName(names[name], parts[part])) {
        name++;
        part++;
      } else if (star >= 0) {
        name = star + 1;
        part = ++resume;
      } else {
        return false;
      }
    }
    while (name < names.length && names[name].equals(ANY_DIRECTORIES)) {
      name++;
    }
    return name == names.length;
  }

  private static boolean matchesName(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
