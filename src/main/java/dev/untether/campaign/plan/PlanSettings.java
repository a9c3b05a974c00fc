package dev.untether.campaign.plan;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * How a plan is made, as far as it does not change what is planned.
 *
 * @param cache a directory for what follows from content alone; nothing is kept, if empty. It may
 *     be deleted at any time, and several processes may share it
 * @param clock says since when an entry of the cache was of no use
 * @param jobs how many modules are worked on at a time
 * @param share given the name of an origin and the directory of a module in it, says whether this
 *     process looks at it: the shards of a campaign that is split by module divide the work so
 */
public record PlanSettings(
    Optional<Path> cache, Clock clock, int jobs, BiPredicate<String, String> share) {

  /** Refuses settings that would never end, with {@link IllegalArgumentException}. */
  public PlanSettings {
    if (jobs < 1) {
      throw new IllegalArgumentException("at least one job, not " + jobs);
    }
  }

  /** Returns settings that look at every module. */
  public static PlanSettings of(Optional<Path> cache, Clock clock, int jobs) {
    return new PlanSettings(cache, clock, jobs, (origin, module) -> true);
  }
}
