package dev.untether.campaign.outcome;

import dev.untether.campaign.shard.Results;
import dev.untether.campaign.shard.Shard;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a campaign has come: by what the code says now, and then by what forges say.
 *
 * @param units by repository and unit
 * @param problems what could not be read; of that nothing is known
 */
public record StatusReport(String campaign, List<Standing> units, List<Finding> problems) {

  /** Copies the lists. */
  public StatusReport {
    units = List.copyOf(units);
    problems = List.copyOf(problems);
  }

  /** Returns how many units have come how far; none is left out, and all together are all. */
  public SortedMap<Standing.Progress, Long> burndown() {
    EnumMap<Standing.Progress, Long> counts = new EnumMap<>(Standing.Progress.class);
    for (Standing.Progress each : Standing.Progress.values()) {
      counts.put(each, units.stream().filter(unit -> unit.progress() == each).count());
    }
    return new TreeMap<>(counts);
  }

  /** Returns whether something could not be read or is in the way. */
  public boolean isIncomplete() {
    return !problems.isEmpty()
        || units.stream().anyMatch(it -> it.progress() == Standing.Progress.BLOCKED);
  }

  /** Returns how many units the code still needs. */
  public long left() {
    return units.stream().filter(it -> it.progress() != Standing.Progress.MIGRATED).count();
  }

  /**
   * Returns it as shards exchange it.
   *
   * @param digest of the campaign file
   */
  public Results results(String digest, Shard shard) {
    List<Results.Problem> said = new ArrayList<>();
    problems.forEach(it -> said.add(new Results.Problem(it.path(), it.message())));
    List<Results.Unit> exchanged =
        units.stream()
            .map(
                unit ->
                    new Results.Unit(
                        unit.repository(),
                        unit.unit(),
                        unit.progress().word(),
                        unit.branch(),
                        unit.page().map(Object::toString).orElse(""),
                        "",
                        "",
                        unit.reason()))
            .toList();
    return new Results(campaign, "status", digest, List.of(shard), exchanged, said);
  }
}
