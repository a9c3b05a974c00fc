package dev.untether.access;

import dev.untether.golang.LinkTarget;
import java.util.HashSet;
import java.util.Set;

/** The paths that are packages of the standard library in some shipped release. */
final class LibraryPaths {
  private static final Set<String> ALL = read();

  private LibraryPaths() {}

  private static Set<String> read() {
    Set<String> all = new HashSet<>();
    for (int minor : AccessData.releases()) {
      AccessData.of(minor).ifPresent(data -> all.addAll(data.packages()));
    }
    return Set.copyOf(all);
  }

  /** Returns whether a symbol's name starts with a package of the library of some release. */
  static boolean mayHold(String symbol) {
    String path = LinkTarget.of(symbol).packagePath();
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    // Reading every release is for the few names that can be the library's: a first element with a
    // dot is a host, and only what is vendored has one further on.
    return first.indexOf('.') < 0 && !path.isEmpty() && ALL.contains(path);
  }
}
