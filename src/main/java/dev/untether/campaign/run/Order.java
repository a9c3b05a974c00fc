package dev.untether.campaign.run;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Plan;
import java.util.Map;
import java.util.Set;

/**
 * What a run is to make so.
 *
 * @param unread names of origins of which not all could be read: nothing is closed there for want
 *     of something to do
 * @param optedOut why units are not wanted by those whose code it is, by name of the unit
 */
public record Order(
    Campaign campaign,
    Plan plan,
    Set<String> unread,
    Map<String, String> optedOut,
    Coverage coverage) {

  /** Copies the collections. */
  public Order {
    unread = Set.copyOf(unread);
    optedOut = Map.copyOf(optedOut);
  }
}
