package dev.untether.campaign;

import dev.untether.text.Finding;
import java.util.List;

/**
 * What a campaign would do now.
 *
 * @param origins the repositories that could be looked at, by name
 * @param units what there is to do, by repository and id
 * @param left what was left alone, and why: opted out, a copy of somebody else's code, excluded
 * @param problems what could not be read or cloned; the rest was done
 * @param modules how many modules were looked at
 * @param cached how many of them had not changed since they were looked at last
 */
public record Plan(
    List<Origin> origins,
    List<PlannedUnit> units,
    List<Finding> left,
    List<Finding> problems,
    int modules,
    int cached) {

  /** Copies the lists. */
  public Plan {
    origins = List.copyOf(origins);
    units = List.copyOf(units);
    left = List.copyOf(left);
    problems = List.copyOf(problems);
  }
}
