package dev.untether.module.target;

/**
 * An operating system and an architecture to build for, such as {@code linux/arm64}; not
 * necessarily one that a Go release supports (see {@link Targets}).
 *
 * @param goos the value of GOOS
 * @param goarch the value of GOARCH
 */
public record Target(String goos, String goarch) implements Comparable<Target> {

  /** Refuses names that cannot be a GOOS or a GOARCH with {@link IllegalArgumentException}. */
  public Target {
    if (!isName(goos) || !isName(goarch)) {
      throw new IllegalArgumentException("not a target: " + goos + "/" + goarch);
    }
  }

  /**
   * Returns the target written as {@code goos/goarch}.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  public static Target parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a target: " + text);
    }
    return new Target(text.substring(0, slash), text.substring(slash + 1));
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  /** Orders as {@code go tool dist list} does: by GOOS, then by GOARCH. */
  @Override
  public int compareTo(Target other) {
    int byOs = goos.compareTo(other.goos);
    return byOs != 0 ? byOs : goarch.compareTo(other.goarch);
  }

  @Override
  public String toString() {
    return goos + "/" + goarch;
  }
}
