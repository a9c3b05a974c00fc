package dev.untether.campaign.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds packages that are copies of each other, whatever they are called. Sketches are put into
 * buckets by a few of their numbers at a time; only those that meet in a bucket are compared, each
 * with the first one there, so that the cost grows with the number of packages alone.
 */
final class CopyGroups {
  /** Copies that were edited still have more than half of their code in common. */
  private static final double ALIKE = 0.5;

  private static final int ROWS = 4;

  private CopyGroups() {}

  /**
   * A package in a repository.
   *
   * @param origin what it is known to be a copy of: a module and its version
   */
  record Member(String repository, Sketch sketch, Optional<String> origin) {
    /** Returns the repository and the directory. */
    String name() {
      return Paths.in(repository, sketch.directory());
    }
  }

  /**
   * Packages with most of their code in common.
   *
   * @param members in order, at least two
   * @param name what they are copies of
   */
  record Group(List<Member> members, String name) {
    Group {
      members = List.copyOf(members);
    }
  }

  /** Returns the groups among some packages; those without a like are in none. */
  static List<Group> of(Collection<Member> packages) {
    List<Member> telling = packages.stream().filter(it -> it.sketch().isTelling()).toList();
    int[] leaders = new int[telling.size()];
    for (int i = 0; i < leaders.length; i++) {
      leaders[i] = i;
    }
    for (int row = 0; row < Sketch.CLASSES; row += ROWS) {
      Map<List<Long>, Integer> firsts = new HashMap<>();
      for (int i = 0; i < telling.size(); i++) {
        int index = i;
        List<Long> numbers = telling.get(i).sketch().least().subList(row, row + ROWS);
        int first = firsts.computeIfAbsent(numbers, key -> index);
        int one = leader(leaders, first);
        int other = leader(leaders, i);
        if (one != other
            && telling.get(first).sketch().likeness(telling.get(i).sketch()) >= ALIKE) {
          leaders[Math.max(one, other)] = Math.min(one, other);
        }
      }
    }
    Map<Integer, List<Member>> groups = new TreeMap<>();
    for (int i = 0; i < leaders.length; i++) {
      groups.computeIfAbsent(leader(leaders, i), key -> new ArrayList<>()).add(telling.get(i));
    }
    return groups.values().stream()
        .filter(members -> members.size() > 1)
        .map(members -> new Group(members, nameOf(members)))
        .toList();
  }

  private static int leader(int[] leaders, int of) {
    int at = of;
    while (leaders[at] != at) {
      leaders[at] = leaders[leaders[at]];
      at = leaders[at];
    }
    return at;
  }

  /**
   * Returns what is known about where copies come from; else the end that all their paths share, as
   * {@code internal/fakecgo}; else the first of them.
   */
  private static String nameOf(List<Member> members) {
    for (Member member : members) {
      if (member.origin().isPresent()) {
        return member.origin().get();
      }
    }
    String shared = members.get(0).sketch().directory();
    for (Member member : members) {
      while (!shared.isEmpty() && !endsWith(member.sketch().directory(), shared)) {
        int slash = shared.indexOf('/');
        shared = slash < 0 ? "" : shared.substring(slash + 1);
      }
    }
    return shared.isEmpty() ? members.get(0).name() : shared;
  }

  private static boolean endsWith(String path, String names) {
    return path.equals(names) || path.endsWith("/" + names);
  }
}
