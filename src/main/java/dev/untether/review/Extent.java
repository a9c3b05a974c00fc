package dev.untether.review;

import dev.untether.access.AccessData;
import dev.untether.module.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Where something holds, among all the builds that it could hold in, in few words.
 *
 * @param releases the N of each Go 1.N with such a build
 * @param releaseWords the same for a reader, such as {@code since Go 1.27}
 * @param targetWords the targets for a reader, such as {@code on every target with a register ABI}
 */
public record Extent(SortedSet<Integer> releases, String releaseWords, String targetWords) {
  private static final int MOST_NAMED = 4;

  /**
   * Returns the extent of {@code some}.
   *
   * @param some some of the cells, at least one
   * @param all all of them
   */
  public static Extent of(Collection<CellVerdict> some, Collection<CellVerdict> all) {
    SortedSet<Integer> releases = new TreeSet<>();
    SortedSet<Target> targets = new TreeSet<>();
    boolean plain = false;
    boolean cgo = false;
    for (CellVerdict cell : some) {
      releases.add(cell.release());
      targets.add(cell.target());
      plain |= !cell.cgo();
      cgo |= cell.cgo();
    }
    SortedSet<Integer> everyRelease = new TreeSet<>();
    SortedSet<Target> everyTarget = new TreeSet<>();
    boolean otherPlain = false;
    boolean otherCgo = false;
    for (CellVerdict cell : all) {
      everyRelease.add(cell.release());
      if (releases.contains(cell.release())) {
        everyTarget.add(cell.target());
        boolean isThere = targets.contains(cell.target());
        otherPlain |= isThere && !cell.cgo();
        otherCgo |= isThere && cell.cgo();
      }
    }
    Set<String> registerAbi =
        AccessData.of(releases.last()).map(it -> it.linker().regabi()).orElse(Set.of());
    String words = targets(targets, everyTarget, registerAbi);
    if (plain != cgo && otherPlain && otherCgo) {
      words += cgo ? " with cgo" : " without cgo";
    }
    return new Extent(releases, releases(releases, everyRelease), words);
  }

  /** Returns the oldest release. */
  public int first() {
    return releases.first();
  }

  private static String releases(SortedSet<Integer> some, SortedSet<Integer> all) {
    int first = some.first();
    int last = some.last();
    boolean unbroken = all.subSet(first, last + 1).size() == some.size();
    if (!unbroken) {
      return "in Go " + String.join(", ", some.stream().map(it -> "1." + it).toList());
    }
    if (last == all.last() && first > all.first()) {
      return "since Go 1." + first;
    }
    return first == last ? "in Go 1." + first : "in Go 1." + first + " to 1." + last;
  }

  private static String targets(
      SortedSet<Target> some, SortedSet<Target> all, Set<String> registerAbi) {
    if (some.size() == all.size() && some.size() > 1) {
      return "on every target";
    }
    if (some.size() == 1) {
      return "on " + some.first();
    }
    Set<String> architectures = whole(some, all, Target::goarch);
    if (!architectures.isEmpty()) {
      Set<String> withRegisters = new HashSet<>(registerAbi);
      withRegisters.retainAll(names(all, Target::goarch));
      return architectures.equals(withRegisters)
          ? "on every target with a register ABI"
          : "on " + some(architectures, "architecture");
    }
    Set<String> systems = whole(some, all, Target::goos);
    return "on "
        + (systems.isEmpty()
            ? some(some.stream().map(Target::toString).toList(), "target")
            : some(systems, "system"));
  }

  /** Returns the parts that make up {@code some}, each with all its targets; empty if none do. */
  private static Set<String> whole(
      SortedSet<Target> some, SortedSet<Target> all, Function<Target, String> part) {
    Set<String> names = names(some, part);
    long covered = all.stream().filter(it -> names.contains(part.apply(it))).count();
    return covered == some.size() ? names : Set.of();
  }

  private static Set<String> names(SortedSet<Target> targets, Function<Target, String> part) {
    Set<String> names = new TreeSet<>();
    targets.forEach(it -> names.add(part.apply(it)));
    return names;
  }

  private static String some(Collection<String> names, String noun) {
    if (names.size() <= MOST_NAMED) {
      return String.join(", ", names);
    }
    List<String> first = new ArrayList<>(names).subList(0, MOST_NAMED - 1);
    return String.join(", ", first)
        + " and "
        + (names.size() - first.size())
        + " more "
        + noun
        + "s";
  }
}
