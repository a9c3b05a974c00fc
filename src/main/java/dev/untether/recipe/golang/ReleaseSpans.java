package dev.untether.recipe.golang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of Go releases, as a row of neighbours: those before the first one known count with it,
 * those behind the last one are one more.
 *
 * @param first the oldest release known, the N of Go 1.N
 * @param members for each release from the first to one behind the last known, whether it is in the
 *     set
 */
record ReleaseSpans(int first, List<Boolean> members) {

  ReleaseSpans {
    members = List.copyOf(members);
  }

  /**
   * Returns the releases that accept what a file pulls.
   *
   * @param later whether releases that nobody knows yet count like the newest one
   */
  static ReleaseSpans of(Acceptance acceptance, boolean later) {
    List<Boolean> members = new ArrayList<>();
    // A release that does not build the file goes with the one before it: fewer words.
    SortedSet<Integer> built = acceptance.built();
    boolean state = !built.isEmpty() && acceptance.accepts(built.first());
    for (int release = acceptance.first(); release <= acceptance.last(); release++) {
      state = built.contains(release) ? acceptance.accepts(release) : state;
      members.add(state);
    }
    members.add(state && later);
    return new ReleaseSpans(acceptance.first(), members);
  }

  boolean isEverything() {
    return !members.contains(false);
  }

  boolean isEmpty() {
    return !members.contains(true);
  }

  ReleaseSpans complement() {
    return new ReleaseSpans(first, members.stream().map(member -> !member).toList());
  }

  /** Returns the condition for {@code //go:build}; empty for all releases and for none. */
  String expression() {
    List<String> alternatives = new ArrayList<>();
    for (int i = 0; i < members.size(); ) {
      if (!members.get(i)) {
        i++;
        continue;
      }
      int end = i;
      while (end < members.size() && members.get(end)) {
        end++;
      }
      List<String> bounds = new ArrayList<>();
      if (i > 0) {
        bounds.add("go1." + (first + i));
      }
      if (end < members.size()) {
        bounds.add("!go1." + (first + end));
      }
      alternatives.add(String.join(" && ", bounds));
      i = end;
    }
    if (alternatives.size() < 2) {
      return String.join("", alternatives);
    }
    List<String> grouped =
        alternatives.stream().map(it -> it.contains("&&") ? "(" + it + ")" : it).toList();
    return String.join(" || ", grouped);
  }

  /** Returns releases for a reader, such as {@code Go 1.21-1.22, 1.27}; empty for none. */
  static String words(Collection<Integer> releases) {
    SortedSet<Integer> sorted = new TreeSet<>(releases);
    List<String> ranges = new ArrayList<>();
    int start = -1;
    int previous = -1;
    for (int release : sorted) {
      if (release != previous + 1) {
        add(ranges, start, previous);
        start = release;
      }
      previous = release;
    }
    add(ranges, start, previous);
    return ranges.isEmpty() ? "" : "Go " + String.join(", ", ranges);
  }

  private static void add(List<String> ranges, int start, int end) {
    if (start >= 0) {
      ranges.add(start == end ? "1." + start : "1." + start + "-1." + end);
    }
  }
}
