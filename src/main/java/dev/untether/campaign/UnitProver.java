package dev.untether.campaign;

import java.io.IOException;
import java.util.List;

/** Proves units before they are pushed. Threads may call it at the same time. */
@FunctionalInterface
public interface UnitProver {
  /**
   * Returns what of a unit may be pushed. The same unit on the same base gives the same changes.
   *
   * @throws IOException when there is no telling: no toolchain, no room, no time
   */
  Proved prove(Origin origin, PlannedUnit unit) throws IOException, InterruptedException;

  /** Returns one that takes every unit as planned. */
  static UnitProver trusting() {
    return (origin, unit) -> new Proved(unit.changes(), "", List.of());
  }
}
