package dev.untether.module.target;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The build tags that a Go release sets by itself: the experiments that are on ({@code
 * goexperiment.*}) and the default architecture level ({@code amd64.v1}). What go/build calls
 * ToolTags.
 */
final class ToolTags {
  private static final NavigableMap<Integer, List<Row>> BY_RELEASE = load();
  // A cache: asked for once per tag of every file.
  private static final Map<Key, Set<String>> KNOWN = new ConcurrentHashMap<>();

  private ToolTags() {}

  private record Key(Target target, int minor) {}

  private record Row(String tag, List<String> patterns) {

    boolean appliesTo(Target target) {
      boolean applies = false;
      for (String pattern : patterns) {
        boolean minus = pattern.startsWith("!");
        if (TargetPattern.parse(minus ? pattern.substring(1) : pattern).matches(target)) {
          applies = !minus;
        }
      }
      return applies;
    }
  }

  private static NavigableMap<Integer, List<Row>> load() {
    TreeMap<Integer, List<Row>> table = new TreeMap<>();
    for (List<String> row : ShippedTable.rows("tool-tags.tsv", 3)) {
      table
          .computeIfAbsent(ReleaseRange.minor(row.get(0)), release -> new ArrayList<>())
          .add(new Row(row.get(1), List.of(row.get(2).split(" ", -1))));
    }
    return table;
  }

  /** Returns the N of the newest release, Go 1.N, that the data of this package covers. */
  static int newestRelease() {
    return BY_RELEASE.lastKey();
  }

  /** Returns the tags of Go 1.{@code minor}, or of the nearest release known, for a target. */
  static Set<String> of(Target target, int minor) {
    Map.Entry<Integer, List<Row>> found = BY_RELEASE.floorEntry(minor);
    Map.Entry<Integer, List<Row>> rows = found == null ? BY_RELEASE.firstEntry() : found;
    return KNOWN.computeIfAbsent(
        new Key(target, rows.getKey()), key -> applying(rows.getValue(), target));
  }

  private static Set<String> applying(List<Row> rows, Target target) {
    Set<String> tags = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.appliesTo(target)) {
        tags.add(row.tag());
      }
    }
    return Set.copyOf(tags);
  }
}
