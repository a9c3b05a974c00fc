package dev.untether.campaign.plan;

import java.util.Set;

/** Paths below the root of a repository: with slashes, the root being empty. */
final class Paths {
  private static final Set<String> OF_OTHERS =
      Set.of("vendor", "third_party", "third-party", "thirdparty");

  private Paths() {}

  /** Returns the directory that something is in; that of the root is the root. */
  static String parent(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
  }

  /** Returns the first name of a path. */
  static String top(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  /** Returns whether a path is a directory or below it. */
  static boolean isAtOrBelow(String path, String directory) {
    return directory.isEmpty()
        || path.equals(directory)
        || path.length() > directory.length()
            && path.charAt(directory.length()) == '/'
            && path.startsWith(directory);
  }

  /** Returns a directory as people and commands name it. */
  static String shown(String directory) {
    return directory.isEmpty() ? "." : directory;
  }

  /** Returns the path of something in a directory. */
  static String in(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  /** Returns whether a path leads into a directory that is kept for other people's code. */
  static boolean isOfOthers(String path) {
    for (String name : path.split("/", -1)) {
      if (OF_OTHERS.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the go command looks into a directory for packages of the module above. */
  static boolean isPackageDirectory(String directory) {
    for (String name : directory.split("/", -1)) {
      if (name.startsWith(".") || name.startsWith("_") || name.equals("testdata")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns where a relative path leads to from a directory.
   *
   * @return the path below the root; starts with {@code ..} when it leads out of it
   */
  static String resolve(String directory, String relative) {
    StringBuilder path = new StringBuilder();
    int above = 0;
    for (String name : (directory + "/" + relative).split("/", -1)) {
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      if (!name.equals("..")) {
        path.append(path.length() == 0 ? "" : "/").append(name);
      } else if (path.length() == 0) {
        above++;
      } else {
        path.setLength(Math.max(path.lastIndexOf("/"), 0));
      }
    }
    return above > 0 ? "../".repeat(above) + path : path.toString();
  }
}
