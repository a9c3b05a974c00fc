package dev.untether.campaign.run;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Coverage;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.text.Finding;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Returns the order to make a plan so; what its problems are about counts as not read. */
  public static Order of(Campaign campaign, Plan plan, Coverage coverage) {
    Set<String> paths =
        plan.problems().stream().map(Finding::path).collect(Collectors.toUnmodifiableSet());
    Set<String> unread =
        plan.origins().stream()
            .map(Origin::name)
            .filter(name -> paths.stream().anyMatch(path -> isIn(path, name)))
            .collect(Collectors.toUnmodifiableSet());
    return new Order(campaign, plan, unread, Map.of(), coverage);
  }

  private static boolean isIn(String path, String origin) {
    return path.equals(origin) || path.startsWith(origin + "/");
  }
}
