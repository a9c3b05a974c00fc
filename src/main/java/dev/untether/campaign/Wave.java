package dev.untether.campaign;

import java.util.List;

/**
 * Units that come before others: canaries first. Units that no wave names come after all waves.
 *
 * @param units patterns of {@code repository/unit} names
 * @param gate what must hold of every unit of this wave before the next wave starts
 */
public record Wave(String name, List<String> units, Gate gate) {
  /** Copies the list. */
  public Wave {
    units = List.copyOf(units);
  }

  /** What has to hold of a pull request. */
  public enum Gate {
    OPENED,
    CHECKS_PASSED,
    MERGED,
  }
}
