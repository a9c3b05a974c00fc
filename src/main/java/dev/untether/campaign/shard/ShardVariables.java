package dev.untether.campaign.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Finds out from environment variables which of many jobs this is: {@code --shard auto}. */
public final class ShardVariables {
  /** How many shards there are, where the system that runs them does not say. */
  public static final String TOTAL = "UNTETHER_SHARDS";

  private ShardVariables() {}

  /**
   * Returns the shard that the variables name. What contradicts itself is refused, and never taken
   * for the whole: eight machines that each did everything would be worse than none. Where two
   * systems are at hand, one started from a job of the other, both must name the same shard; one
   * that runs a single job has no say.
   *
   * @param stated how many shards there are, as {@code --shards} says; else {@value #TOTAL} counts
   * @throws IllegalArgumentException if they name none; its message says what to do
   */
  public static Shard of(Map<String, String> environment, OptionalInt stated) {
    OptionalInt total = stated.isPresent() ? stated : total(environment);
    List<Named> found = new ArrayList<>();
    for (Scheduler scheduler : Scheduler.ALL) {
      scheduler
          .shard(environment, total)
          .ifPresent(shard -> found.add(new Named(scheduler.name(), shard)));
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "--shard auto: no variable says which of many jobs this is; expected such as "
              + "JOB_COMPLETION_INDEX, CI_NODE_INDEX or SLURM_ARRAY_TASK_ID; or give --shard i/n");
    }
    List<Named> telling =
        found.stream().filter(named -> named.shard().count() > 1 || found.size() == 1).toList();
    Named first = telling.isEmpty() ? found.get(0) : telling.get(0);
    for (Named other : telling) {
      if (!other.shard().equals(first.shard())) {
        throw new IllegalArgumentException(
            "--shard auto: the variables of "
                + first.scheduler()
                + " name shard "
                + first.shard()
                + ", those of "
                + other.scheduler()
                + " "
                + other.shard()
                + "; give --shard i/n");
      }
    }
    return first.shard();
  }

  private static OptionalInt total(Map<String, String> environment) {
    String value = environment.getOrDefault(TOTAL, "").strip();
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          TOTAL + " is `" + value + "`; expected a number of shards from 1 to " + Shard.MOST);
    }
    return OptionalInt.of(Integer.parseInt(value));
  }

  private record Named(String scheduler, Shard shard) {}
}
