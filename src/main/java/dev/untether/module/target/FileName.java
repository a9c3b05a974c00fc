package dev.untether.module.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What go/build reads from the name of a file: whether it may belong to a package, and where. */
final class FileName {
  // The languages that a package may hold files of.
  private static final Set<String> EXTENSIONS =
      Set.of(
          ".go",
          ".c",
          ".cc",
          ".cpp",
          ".cxx",
          ".m",
          ".h",
          ".hh",
          ".hpp",
          ".hxx",
          ".f",
          ".F",
          ".for",
          ".f90",
          ".s",
          ".S",
          ".sx",
          ".swig",
          ".swigcxx",
          ".syso");

  private FileName() {}

  /** Returns the part of a path behind its last slash. */
  static String of(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns whether go/build looks at a file of this name at all. */
  static boolean isConsidered(String name) {
    return !name.startsWith("_") && !name.startsWith(".") && EXTENSIONS.contains(extension(name));
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  /**
   * Returns the tags that the name asks for: {@code x_linux_arm64.s} asks for both. Only what
   * stands between the first underscore and the first dot counts, and a final {@code _test} does
   * not. Names such as {@code ppc64x} are no architectures.
   */
  static List<String> tags(String name) {
    int dot = name.indexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    int underscore = stem.indexOf('_');
    if (underscore < 0) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(List.of(stem.substring(underscore + 1).split("_", -1)));
    if (parts.get(parts.size() - 1).equals("test")) {
      parts.remove(parts.size() - 1);
    }
    int count = parts.size();
    String last = count >= 1 ? parts.get(count - 1) : "";
    String beforeLast = count >= 2 ? parts.get(count - 2) : "";
    if (Platforms.isSystem(beforeLast) && Platforms.isArchitecture(last)) {
      return List.of(beforeLast, last);
    }
    if (Platforms.isSystem(last) || Platforms.isArchitecture(last)) {
      return List.of(last);
    }
    return List.of();
  }
}
