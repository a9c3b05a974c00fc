package dev.untether.report;

import dev.untether.access.Configuration;
import dev.untether.module.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Ways to build in few words: {@code all}, {@code linux/*}, and what is left one by one. */
public final class WhereText {
  private final SortedSet<Target> all;

  /** Creates the text for those that are some of {@code all}. */
  public WhereText(Collection<Target> all) {
    this.all = new TreeSet<>(all);
  }

  /** Returns the words for {@code some}, with blanks between; empty if there are none. */
  public String of(Set<Configuration> some) {
    SortedSet<Target> without = new TreeSet<>();
    SortedSet<Target> with = new TreeSet<>();
    for (Configuration one : some) {
      (one.cgo() ? with : without).add(one.target());
    }
    SortedSet<Target> both = new TreeSet<>(without);
    both.retainAll(with);
    without.removeAll(both);
    with.removeAll(both);
    List<String> parts = new ArrayList<>();
    add(both, "", parts);
    add(without, " without cgo", parts);
    add(with, " with cgo", parts);
    return String.join(", ", parts);
  }

  private void add(SortedSet<Target> targets, String behind, List<String> parts) {
    if (!targets.isEmpty()) {
      parts.add(String.join(" ", words(targets)) + behind);
    }
  }

  private List<String> words(SortedSet<Target> targets) {
    if (targets.equals(all) && all.size() > 1) {
      return List.of("all");
    }
    SortedSet<Target> rest = new TreeSet<>(targets);
    List<String> words = new ArrayList<>();
    group(targets, rest, target -> "*/" + target.goarch(), words);
    group(targets, rest, target -> target.goos() + "/*", words);
    rest.forEach(target -> words.add(target.toString()));
    return words;
  }

  /** Takes whole rows of the table of all targets out of {@code rest}. */
  private void group(
      Set<Target> targets, Set<Target> rest, Function<Target, String> nameOf, List<String> words) {
    Map<String, Set<Target>> rows = new TreeMap<>();
    all.forEach(
        target -> rows.computeIfAbsent(nameOf.apply(target), fresh -> new HashSet<>()).add(target));
    rows.forEach(
        (name, row) -> {
          if (row.size() > 1 && targets.containsAll(row) && !Collections.disjoint(row, rest)) {
            words.add(name);
            rest.removeAll(row);
          }
        });
  }
}
