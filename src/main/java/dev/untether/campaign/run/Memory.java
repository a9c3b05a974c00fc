package dev.untether.campaign.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What earlier runs on this machine did. Nothing depends on its being whole: what is there is asked
 * of forges and remotes, and this saves questions.
 *
 * @param branches the branches that were pushed, by repository, then by unit
 * @param tips where we made branches lead to, by repository, then by branch
 * @param opened when pull requests were opened
 * @param unfinished units that a run began with and did not end, as when it was killed
 * @param damaged how many lines of the journal said nothing
 */
public record Memory(
    Map<String, Map<String, Set<String>>> branches,
    Map<String, Map<String, String>> tips,
    List<Opened> opened,
    List<Unfinished> unfinished,
    int damaged) {
  /** One that knows nothing. */
  public static final Memory NONE = new Memory(Map.of(), Map.of(), List.of(), List.of(), 0);

  /** Copies the collections. */
  public Memory {
    branches = copied(branches, units -> copied(units, Set::copyOf));
    tips = copied(tips, Map::copyOf);
    opened = List.copyOf(opened);
    unfinished = List.copyOf(unfinished);
  }

  /**
   * A pull request that was opened.
   *
   * @param repository the name of its origin
   * @param number its number there
   */
  public record Opened(String repository, long number, Instant at) {}

  private static <T> Map<String, T> copied(Map<String, T> map, UnaryOperator<T> copy) {
    return map.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> copy.apply(it.getValue())));
  }

  /** A unit that a run began with. */
  public record Unfinished(String repository, String unit) implements Comparable<Unfinished> {
    /** Returns what tells the unit from all others of the campaign. */
    public String name() {
      return repository + "/" + unit;
    }

    /** Orders by repository and unit. */
    @Override
    public int compareTo(Unfinished other) {
      int order = repository.compareTo(other.repository);
      return order != 0 ? order : unit.compareTo(other.unit);
    }
  }

  /** Returns the names of the units that a run began with and did not end. */
  List<String> unfinishedNames() {
    return unfinished.stream().map(Unfinished::name).toList();
  }

  /** Returns the branches that were pushed for the units of a repository. */
  Map<String, Set<String>> branchesOf(String repository) {
    return branches.getOrDefault(repository, Map.of());
  }

  /** Returns the branches that were pushed for a unit. */
  Set<String> branchesOf(String repository, String unit) {
    return branchesOf(repository).getOrDefault(unit, Set.of());
  }

  /** Returns where we made branches of a repository lead to. */
  Map<String, String> tipsOf(String repository) {
    return tips.getOrDefault(repository, Map.of());
  }
}
