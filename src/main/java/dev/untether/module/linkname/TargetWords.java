package dev.untether.module.linkname;

import dev.untether.module.target.Target;
import java.util.List;
import java.util.SortedSet;

/** Targets in a sentence: all, the few that there are, or the first of many. */
final class TargetWords {
  private static final int MOST_NAMED = 4;

  private TargetWords() {}

  /**
   * Returns words for {@code some}, which is not empty.
   *
   * @param all the targets that {@code some} are a part of
   */
  static String of(SortedSet<Target> some, SortedSet<Target> all) {
    if (some.size() > 1 && some.containsAll(all)) {
      return "every target";
    }
    List<String> names = some.stream().map(Target::toString).limit(MOST_NAMED).toList();
    int rest = some.size() - names.size();
    return String.join(", ", names) + (rest == 0 ? "" : " and " + rest + " more");
  }
}
