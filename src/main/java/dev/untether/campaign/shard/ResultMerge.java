package dev.untether.campaign.shard;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes one result of those of several shards. The order in which they are given does not matter.
 */
public final class ResultMerge {
  private final List<Finding> refusals = new ArrayList<>();
  private final SortedMap<Shard, String> shards = new TreeMap<>();
  private final Map<String, String> units = new HashMap<>();

  private ResultMerge() {}

  /**
   * What came of merging.
   *
   * @param results nothing, if anything is refused
   * @param refusals why the files do not go together
   * @param missing shards that none of the files holds, in order; the rest was merged
   */
  public record Outcome(Optional<Results> results, List<Finding> refusals, List<Shard> missing) {
    /** Copies the lists. */
    public Outcome {
      refusals = List.copyOf(refusals);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Returns the results together.
   *
   * @param parts results by the file that they were read from, as the user named it; at least one
   */
  public static Outcome merge(Map<String, Results> parts) {
    List<Map.Entry<String, Results>> ordered = new ArrayList<>(new TreeMap<>(parts).entrySet());
    ordered.sort(Comparator.comparing(part -> part.getValue().shards().get(0)));
    ResultMerge merge = new ResultMerge();
    Map.Entry<String, Results> first = ordered.get(0);
    for (Map.Entry<String, Results> part : ordered) {
      merge.compare(first, part);
      merge.add(part.getKey(), part.getValue());
    }
    if (!merge.refusals.isEmpty()) {
      return new Outcome(Optional.empty(), merge.refusals, List.of());
    }
    List<Shard> missing = merge.missing();
    Results start = first.getValue();
    Collection<Results> all = ordered.stream().map(Map.Entry::getValue).toList();
    Results merged =
        new Results(
            start.campaign(),
            start.command(),
            start.digest(),
            missing.isEmpty() ? List.of(Shard.WHOLE) : List.copyOf(merge.shards.keySet()),
            all.stream().flatMap(part -> part.units().stream()).toList(),
            all.stream().flatMap(part -> part.problems().stream()).toList());
    return new Outcome(Optional.of(merged), List.of(), missing);
  }

  private void compare(Map.Entry<String, Results> first, Map.Entry<String, Results> part) {
    Results a = first.getValue();
    Results b = part.getValue();
    String other = first.getKey();
    same(part.getKey(), "the campaign", b.campaign(), a.campaign(), other);
    same(part.getKey(), "the command", b.command(), a.command(), other);
    same(part.getKey(), "a campaign file with the digest", b.digest(), a.digest(), other);
    same(
        part.getKey(),
        "a number of shards of",
        String.valueOf(b.shards().get(0).count()),
        String.valueOf(a.shards().get(0).count()),
        other);
  }

  private void same(String file, String what, String found, String expected, String other) {
    if (!found.equals(expected)) {
      refuse(file, "is about " + what + " " + found + ", but " + other + " about " + expected);
    }
  }

  private void add(String file, Results part) {
    for (Shard shard : part.shards()) {
      String other = shards.putIfAbsent(shard, file);
      if (other != null) {
        refuse(file, "holds shard " + shard + ", and so does " + other + "; give one of them");
        // All their units would be double, too.
        return;
      }
    }
    for (Results.Unit unit : part.units()) {
      String other = units.putIfAbsent(unit.repository() + '\0' + unit.unit(), file);
      if (other != null) {
        refuse(
            file,
            "holds the unit "
                + unit.name()
                + ", and so does "
                + other
                + ": the shards overlap; run them with one number of shards");
        return;
      }
    }
  }

  private void refuse(String file, String message) {
    refusals.add(new Finding(ResultReader.RULE, Severity.ERROR, file, Finding.WHOLE_FILE, message));
  }

  private List<Shard> missing() {
    int count = shards.firstKey().count();
    List<Shard> missing = new ArrayList<>();
    for (int index = 1; index <= count; index++) {
      Shard shard = new Shard(index, count);
      if (!shards.containsKey(shard)) {
        missing.add(shard);
      }
    }
    return missing;
  }
}
