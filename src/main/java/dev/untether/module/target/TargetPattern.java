package dev.untether.module.target;

/** Targets by name or wildcard: {@code linux/arm64}, {@code darwin/*}, {@code *}. */
record TargetPattern(String goos, String goarch) {
  private static final String ANY = "*";

  /**
   * Returns the pattern written as {@code goos/goarch} with a star for "any", or as a lone star.
   */
  static TargetPattern parse(String text) {
    if (text.equals(ANY)) {
      return new TargetPattern(ANY, ANY);
    }
    int slash = text.indexOf('/');
    return slash < 0
        ? new TargetPattern(text, "")
        : new TargetPattern(text.substring(0, slash), text.substring(slash + 1));
  }

  boolean matches(Target target) {
    return (goos.equals(ANY) || goos.equals(target.goos()))
        && (goarch.equals(ANY) || goarch.equals(target.goarch()));
  }
}
