package dev.untether.review.rule;

import dev.untether.module.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** How messages list things. */
final class Words {
  private static final int SHOWN = 3;

  private Words() {}

  /**
   * Returns releases as {@code Go 1.21 to 1.23, 1.26}.
   *
   * @param minors the N of each Go 1.N
   * @param open the release from which on all others are meant too
   */
  static String releases(SortedSet<Integer> minors, int open) {
    List<String> parts = new ArrayList<>();
    List<Integer> sorted = List.copyOf(minors);
    int i = 0;
    while (i < sorted.size()) {
      int first = sorted.get(i);
      int last = first;
      while (i + 1 < sorted.size() && sorted.get(i + 1) == last + 1) {
        last = sorted.get(++i);
      }
      i++;
      if (last >= open) {
        parts.add("1." + first + " and later");
      } else {
        parts.add(first == last ? "1." + first : "1." + first + " to 1." + last);
      }
    }
    return "Go " + String.join(", ", parts);
  }

  /** Returns the same where no release stands for later ones. */
  static String releases(SortedSet<Integer> minors) {
    return releases(minors, Integer.MAX_VALUE);
  }

  /** Returns the first few of {@code words}, and how many more there are. */
  static String some(Collection<String> words) {
    List<String> first = words.stream().limit(SHOWN).toList();
    int rest = words.size() - first.size();
    return String.join(", ", first) + (rest > 0 ? " and " + rest + " more" : "");
  }

  /** Returns {@code ""} for all targets, else " on" and the first few. */
  static String on(SortedSet<Target> some, SortedSet<Target> all) {
    return some.containsAll(all) ? "" : " on " + some(some.stream().map(Target::toString).toList());
  }
}
