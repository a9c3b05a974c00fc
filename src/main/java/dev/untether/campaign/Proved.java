package dev.untether.campaign;

import dev.untether.git.Change;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the real toolchain left of a unit.
 *
 * @param changes those that break nothing, by path; none, and the unit is not pushed
 * @param evidence what was built and what came of it, as Markdown; empty if there is none to show
 * @param withdrawn why changes were taken back, one sentence each
 */
public record Proved(SortedMap<String, Change> changes, String evidence, List<String> withdrawn) {

  /** Copies the collections. */
  public Proved {
    changes = new TreeMap<>(changes);
    withdrawn = List.copyOf(withdrawn);
  }
}
