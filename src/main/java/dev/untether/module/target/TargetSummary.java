package dev.untether.module.target;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The short form of a set of targets for people: by architecture where there are many. */
public final class TargetSummary {
  private static final int MOST_NAMED = 3;

  private TargetSummary() {}

  /**
   * Returns {@code some} in a few words: {@code all targets}, up to three by name, else by
   * architecture: {@code arm64} if every target of {@code all} with it is meant, {@code arm64 on 5
   * systems} if not.
   *
   * @param some the targets that are meant
   * @param all the targets that were looked at
   */
  public static String of(Collection<Target> some, Collection<Target> all) {
    if (some.size() <= MOST_NAMED) {
      return String.join(", ", some.stream().map(Target::toString).toList());
    }
    if (some.containsAll(all)) {
      return "all targets";
    }
    Map<String, SortedSet<Target>> looked = byArchitecture(all);
    List<String> parts =
        byArchitecture(some).entrySet().stream()
            .map(meant -> part(meant.getKey(), meant.getValue(), looked))
            .toList();
    return String.join(", ", parts);
  }

  private static String part(
      String goarch, SortedSet<Target> meant, Map<String, SortedSet<Target>> looked) {
    if (meant.size() == 1) {
      return meant.first().toString();
    }
    return meant.containsAll(looked.getOrDefault(goarch, meant))
        ? goarch
        : goarch + " on " + meant.size() + " systems";
  }

  private static Map<String, SortedSet<Target>> byArchitecture(Collection<Target> targets) {
    Map<String, SortedSet<Target>> byArchitecture = new TreeMap<>();
    for (Target target : targets) {
      byArchitecture.computeIfAbsent(target.goarch(), arch -> new TreeSet<>()).add(target);
    }
    return byArchitecture;
  }
}
