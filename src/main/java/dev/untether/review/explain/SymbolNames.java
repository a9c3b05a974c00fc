package dev.untether.review.explain;

import dev.untether.access.AccessData;
import dev.untether.golang.LinkTarget;
import dev.untether.module.target.NearestWords;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names that releases know, for those who have half of one or mistyped it. */
public final class SymbolNames {
  private final Collection<AccessData> releases;

  /** Prepares to look at releases. */
  public SymbolNames(Collection<AccessData> releases) {
    this.releases = List.copyOf(releases);
  }

  /** Returns the symbols of all packages that are called {@code name} in theirs, in order. */
  public SortedSet<String> called(String name) {
    SortedSet<String> found = new TreeSet<>();
    for (AccessData data : releases) {
      for (String path : data.packages()) {
        String symbol = LinkTarget.symbolOf(path, name);
        if (!found.contains(symbol) && data.symbols(path).contains(symbol)) {
          found.add(symbol);
        }
      }
    }
    return found;
  }

  /**
   * Returns up to three names like {@code symbol}: of its package, or of the packages with paths
   * most like it.
   */
  public List<String> like(String symbol) {
    LinkTarget target = LinkTarget.of(symbol);
    Set<String> paths = new TreeSet<>();
    releases.forEach(data -> paths.addAll(data.packages()));
    Collection<String> near =
        paths.contains(target.packagePath())
            ? List.of(target.packagePath())
            : NearestWords.to(target.isExtern() ? "runtime" : target.packagePath(), paths);
    SortedSet<String> names = new TreeSet<>();
    for (AccessData data : releases) {
      near.forEach(path -> names.addAll(data.symbols(path)));
    }
    return NearestWords.to(target.isExtern() ? "runtime." + symbol : symbol, names);
  }
}
