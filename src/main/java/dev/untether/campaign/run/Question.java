package dev.untether.campaign.run;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Coverage;
import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a reconciliation depends on.
 *
 * @param units what is wanted
 * @param unread names of origins of which not all could be read: a unit that is missing there may
 *     only not have been seen
 * @param optedOut why units are not wanted by those whose code it is, by name
 * @param actual what is there, by name of the origin
 * @param memory what earlier runs did, as far as this machine knows; it may know nothing
 * @param reopen whether what people closed is opened again
 */
public record Question(
    Campaign campaign,
    List<Origin> origins,
    List<PlannedUnit> units,
    Set<String> unread,
    Map<String, String> optedOut,
    Coverage coverage,
    Map<String, Actual> actual,
    Words words,
    Memory memory,
    Instant now,
    boolean reopen) {

  /** Copies the collections. */
  public Question {
    origins = List.copyOf(origins);
    units = List.copyOf(units);
    unread = Set.copyOf(unread);
    optedOut = Map.copyOf(optedOut);
    actual = Map.copyOf(actual);
  }
}
