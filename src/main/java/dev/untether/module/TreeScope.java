package dev.untether.module;

/** Which directories a walk enters. The directory that is named by the user is always entered. */
public enum TreeScope {
  /**
   * Those that the go command finds packages in: no {@code testdata}, no name with . or _ first.
   */
  PACKAGES,
  /** All but {@code .git}, and files whose names start with . or _ as well. */
  EVERYTHING;

  private static final String GIT = ".git";

  boolean entersDirectory(String name) {
    if (name.equals(GIT)) {
      return false;
    }
    return this == EVERYTHING || !(isHidden(name) || name.equals("testdata"));
  }

  boolean takesFile(String name) {
    return this == EVERYTHING || !isHidden(name);
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }
}
