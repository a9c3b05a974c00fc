package dev.untether.campaign;

import dev.untether.git.Step;
import java.util.List;

/** Says which commits a unit is pushed as. The same unit gives the same commits in every run. */
@FunctionalInterface
public interface Commits {
  /**
   * Returns the commits, the last of which has all that is left of the unit.
   *
   * @param proved what may be pushed of it
   */
  List<Step> of(PlannedUnit unit, Proved proved);

  /** Returns what makes one commit of each unit. */
  static Commits one() {
    return (unit, proved) -> List.of(new Step(unit.recipes(), proved.changes(), unit.command()));
  }
}
