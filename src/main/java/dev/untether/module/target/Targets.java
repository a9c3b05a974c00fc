package dev.untether.module.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ports of every Go release known, as {@code go tool dist list} prints them: first-class and
 * other ports, not the broken ones.
 */
public final class Targets {
  private static final String RESOURCE = "ports.tsv";
  private static final Targets SHIPPED = new Targets(ShippedTable.rows(RESOURCE, 3));

  // Port → the releases that have it.
  private final TreeMap<Target, ReleaseRange> ports = new TreeMap<>();
  private final ReleaseRange releases;

  private Targets(List<List<String>> rows) {
    int first = Integer.MAX_VALUE;
    int last = ToolTags.newestRelease();
    for (List<String> row : rows) {
      first = Math.min(first, ReleaseRange.minor(row.get(1)));
    }
    for (List<String> row : rows) {
      int end = row.get(2).equals("-") ? last : ReleaseRange.minor(row.get(2));
      ports.put(Target.parse(row.get(0)), new ReleaseRange(ReleaseRange.minor(row.get(1)), end));
    }
    releases = new ReleaseRange(first, last);
  }

  /** Returns the table that comes with this program. */
  public static Targets known() {
    return SHIPPED;
  }

  /** Returns the releases that the table knows, oldest to newest. */
  public ReleaseRange releases() {
    return releases;
  }

  /** Returns the ports of the newest release: what "all targets" means unless told otherwise. */
  public SortedSet<Target> newest() {
    return of(ReleaseRange.only(releases.last()));
  }

  /**
   * Returns the ports that at least one release of {@code range} has, in order. A release newer
   * than the table is taken to have the ports of the newest one known, an older one those of the
   * oldest.
   */
  public SortedSet<Target> of(ReleaseRange range) {
    SortedSet<Target> found = new TreeSet<>();
    int first = clamp(range.first());
    int last = clamp(range.last());
    ports.forEach(
        (target, has) -> {
          if (has.first() <= last && first <= has.last()) {
            found.add(target);
          }
        });
    return Collections.unmodifiableSortedSet(found);
  }

  /** Returns whether Go 1.{@code minor} has the port; see {@link #of} for releases unknown here. */
  public boolean contains(Target target, int minor) {
    ReleaseRange has = ports.get(target);
    return has != null && has.contains(clamp(minor));
  }

  private int clamp(int minor) {
    return Math.max(releases.first(), Math.min(releases.last(), minor));
  }

  /**
   * Returns the ports that a {@code --target} list names: words like {@code linux/arm64}, {@code
   * darwin/*}, {@code *}{@code /arm64} with commas between, or {@code all}.
   *
   * @param range the releases to choose from
   * @throws UnknownTargetException naming the first word that means no port of {@code range}, and
   *     the nearest words that do
   */
  public SortedSet<Target> select(String list, ReleaseRange range) throws UnknownTargetException {
    SortedSet<Target> choice = of(range);
    SortedSet<Target> selected = new TreeSet<>();
    for (String part : list.split(",", -1)) {
      String word = part.strip();
      if (word.equals("all")) {
        selected.addAll(choice);
        continue;
      }
      TargetPattern pattern = TargetPattern.parse(word);
      int before = selected.size();
      boolean any = false;
      for (Target target : choice) {
        if (pattern.matches(target)) {
          selected.add(target);
          any = true;
        }
      }
      if (!any && selected.size() == before) {
        throw new UnknownTargetException(unknown(word, pattern, range));
      }
    }
    return Collections.unmodifiableSortedSet(selected);
  }

  private String unknown(String word, TargetPattern pattern, ReleaseRange range) {
    List<String> elsewhere = new ArrayList<>();
    ports.forEach(
        (target, has) -> {
          if (pattern.matches(target)) {
            elsewhere.add(target + " (Go " + has + ")");
          }
        });
    if (!elsewhere.isEmpty()) {
      return "target "
          + word
          + " is no port of Go "
          + range
          + "; it was one elsewhere: "
          + String.join(", ", elsewhere);
    }
    return "unknown target \""
        + word
        + "\"; nearest: "
        + String.join(", ", NearestWords.to(word, words(of(range))))
        + " (or all)";
  }

  private static Set<String> words(Collection<Target> targets) {
    Set<String> words = new TreeSet<>();
    for (Target target : targets) {
      words.add(target.toString());
      words.add(target.goos() + "/*");
      words.add("*/" + target.goarch());
    }
    return words;
  }
}
