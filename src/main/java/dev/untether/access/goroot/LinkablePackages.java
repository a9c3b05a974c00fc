package dev.untether.access.goroot;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * The packages of the library that can get into a user's program: those that anybody may import,
 * and what they import. Of the others the linker never sees an object file.
 */
final class LinkablePackages {
  /** Stands among a package's imports for the builds in which the package itself exists. */
  static final String SELF = "";

  private final Map<String, Map<String, BitSet>> imports;
  private final Map<String, BitSet> linkable = new TreeMap<>();
  private final Deque<String> changed = new ArrayDeque<>();

  private LinkablePackages(Map<String, Map<String, BitSet>> imports) {
    this.imports = imports;
  }

  /**
   * Returns for each package the builds in which a program can have it.
   *
   * @param imports what each package imports, and in which builds
   */
  static Map<String, BitSet> of(Map<String, Map<String, BitSet>> imports) {
    return new LinkablePackages(imports).spread();
  }

  private Map<String, BitSet> spread() {
    imports.forEach(
        (path, own) -> {
          if (isImportable(path) && own.containsKey(SELF)) {
            add(path, own.get(SELF));
          }
        });
    while (!changed.isEmpty()) {
      String path = changed.remove();
      BitSet where = (BitSet) linkable.getOrDefault(path, new BitSet()).clone();
      imports
          .getOrDefault(path, Map.of())
          .forEach(
              (imported, builds) -> {
                BitSet both = (BitSet) builds.clone();
                both.and(where);
                if (!imported.equals(SELF) && !both.isEmpty()) {
                  add(resolve(imported), both);
                }
              });
    }
    return linkable;
  }

  private void add(String path, BitSet builds) {
    BitSet known = linkable.computeIfAbsent(path, fresh -> new BitSet());
    int before = known.cardinality();
    known.or(builds);
    if (known.cardinality() > before) {
      changed.add(path);
    }
  }

  private static boolean isImportable(String path) {
    String bounded = "/" + path + "/";
    return !bounded.contains("/internal/") && !path.startsWith("vendor/");
  }

  private String resolve(String imported) {
    String vendored = "vendor/" + imported;
    return imports.containsKey(vendored) ? vendored : imported;
  }
}
