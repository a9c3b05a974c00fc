package dev.untether.review.explain;

import dev.untether.access.Configuration;
import dev.untether.module.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sets of builds in few words. */
public final class Where {
  private static final String EVERYWHERE = "everywhere";

  /** More architectures than this are not worth naming as those left out. */
  private static final int MOST_LEFT_OUT = 6;

  private Where() {}

  /**
   * Returns what to call some of {@code all} builds: by architecture if whole architectures are
   * meant, else by operating system, else by both.
   */
  public static String describe(Set<Configuration> some, Collection<Configuration> all) {
    if (some.size() == all.size()) {
      return EVERYWHERE;
    }
    SortedSet<Target> targets = new TreeSet<>();
    SortedSet<Target> withCgo = new TreeSet<>();
    SortedSet<Target> without = new TreeSet<>();
    for (Configuration one : some) {
      targets.add(one.target());
      (one.cgo() ? withCgo : without).add(one.target());
    }
    SortedSet<Target> known = new TreeSet<>();
    boolean complete = true;
    for (Configuration one : all) {
      known.add(one.target());
      complete &= some.contains(one) || !targets.contains(one.target());
    }
    if (complete) {
      return targets(targets, known);
    }
    List<String> parts = new ArrayList<>();
    if (!withCgo.isEmpty()) {
      parts.add(targets(withCgo, known) + " with cgo");
    }
    if (!without.isEmpty()) {
      parts.add(targets(without, known) + " without cgo");
    }
    return String.join("; ", parts);
  }

  private static String targets(SortedSet<Target> some, SortedSet<Target> all) {
    if (some.equals(all)) {
      return EVERYWHERE;
    }
    Map<String, SortedSet<String>> systems = byArchitecture(some);
    Map<String, SortedSet<String>> known = byArchitecture(all);
    SortedSet<String> missing = new TreeSet<>(known.keySet());
    missing.removeAll(systems.keySet());
    boolean whole = known.entrySet().containsAll(systems.entrySet());
    if (whole) {
      boolean most = missing.size() <= MOST_LEFT_OUT && missing.size() < systems.size();
      return most ? "all but " + String.join(", ", missing) : String.join(", ", systems.keySet());
    }
    SortedSet<String> named = new TreeSet<>();
    some.forEach(target -> named.add(target.goos()));
    if (some.containsAll(all.stream().filter(it -> named.contains(it.goos())).toList())) {
      return String.join(", ", named);
    }
    return mixed(systems, known);
  }

  /** Names whole architectures first, then parts of others, alike ones together. */
  private static String mixed(
      Map<String, SortedSet<String>> systems, Map<String, SortedSet<String>> known) {
    List<String> whole = new ArrayList<>();
    Map<String, List<String>> parts = new LinkedHashMap<>();
    systems.forEach(
        (architecture, found) -> {
          SortedSet<String> possible = known.getOrDefault(architecture, found);
          if (found.equals(possible)) {
            whole.add(architecture);
            return;
          }
          SortedSet<String> others = new TreeSet<>(possible);
          others.removeAll(found);
          String part =
              others.size() < found.size()
                  ? " except " + String.join(", ", others)
                  : " on " + String.join(", ", found);
          parts.computeIfAbsent(part, key -> new ArrayList<>()).add(architecture);
        });
    List<String> words = new ArrayList<>();
    if (!whole.isEmpty()) {
      words.add(String.join(", ", whole));
    }
    parts.forEach((part, architectures) -> words.add(String.join(", ", architectures) + part));
    return String.join("; ", words);
  }

  private static Map<String, SortedSet<String>> byArchitecture(Collection<Target> targets) {
    Map<String, SortedSet<String>> systems = new TreeMap<>();
    for (Target target : targets) {
      systems.computeIfAbsent(target.goarch(), key -> new TreeSet<>()).add(target.goos());
    }
    return systems;
  }
}
