package dev.untether.campaign.plan;

import dev.untether.campaign.Origin;
import dev.untether.git.GitException;
import dev.untether.git.TreeListing;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Knows who owns the files of a repository. */
@FunctionalInterface
public interface CodeOwners {
  /** Nobody owns anything. */
  CodeOwners NONE = (origin, base) -> path -> List.of();

  /**
   * Returns what gives the owners of a file, by its path below the root of the repository; those
   * that are told to look at it first come first.
   *
   * @param base the commit that says so
   */
  Function<String, List<String>> of(Origin origin, TreeListing base) throws GitException;

  /** Returns the owners of some files, those of the most files first. */
  static List<String> most(Function<String, List<String>> owners, Collection<String> paths) {
    Map<String, Integer> files = new TreeMap<>();
    paths.forEach(path -> owners.apply(path).forEach(it -> files.merge(it, 1, Integer::sum)));
    return files.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
