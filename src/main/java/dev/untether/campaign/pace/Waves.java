package dev.untether.campaign.pace;

import dev.untether.campaign.Wave;
import dev.untether.campaign.pace.WaveUnit.Standing;
import dev.untether.review.configuration.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says which units may start: those of the first wave whose predecessors are all through. */
public final class Waves {
  private Waves() {}

  /**
   * Which units may start.
   *
   * @param ready their names, wave by wave, in the order that they were given
   * @param held why the others that have not started may not, by name
   */
  public record Readiness(List<String> ready, SortedMap<String, String> held) {
    /** Copies the collections. */
    public Readiness {
      ready = List.copyOf(ready);
      held = new TreeMap<>(held);
    }
  }

  /**
   * Returns which of the units that have not started may do so. A unit belongs to the first wave
   * that names it; a wave that names none holds nobody up.
   *
   * @param units all units of the campaign that still have something to do, or had
   */
  public static Readiness ready(List<Wave> waves, List<WaveUnit> units) {
    List<List<WaveUnit>> members = members(waves, units);
    List<String> ready = new ArrayList<>();
    SortedMap<String, String> held = new TreeMap<>();
    Optional<String> obstacle = Optional.empty();
    for (int i = 0; i < members.size(); i++) {
      for (WaveUnit unit : members.get(i)) {
        if (unit.standing() == Standing.NOT_STARTED) {
          obstacle.ifPresentOrElse(why -> held.put(unit.name(), why), () -> ready.add(unit.name()));
        }
      }
      if (obstacle.isEmpty() && i < waves.size()) {
        obstacle = obstacle(waves.get(i), members.get(i));
      }
    }
    return new Readiness(ready, held);
  }

  /** Returns the units of each wave, and last those of none. */
  private static List<List<WaveUnit>> members(List<Wave> waves, List<WaveUnit> units) {
    List<List<PathPattern>> patterns =
        waves.stream().map(wave -> wave.units().stream().map(PathPattern::of).toList()).toList();
    List<List<WaveUnit>> members = new ArrayList<>();
    for (int i = 0; i <= waves.size(); i++) {
      members.add(new ArrayList<>());
    }
    for (WaveUnit unit : units) {
      int wave = 0;
      while (wave < patterns.size()
          && patterns.get(wave).stream().noneMatch(pattern -> names(pattern, unit))) {
        wave++;
      }
      members.get(wave).add(unit);
    }
    return members;
  }

  private static boolean names(PathPattern pattern, WaveUnit unit) {
    return pattern.matches(unit.name()) || pattern.matches(unit.shortName());
  }

  /** Returns why no wave after this one may start; nothing if its gate is open. */
  private static Optional<String> obstacle(Wave wave, List<WaveUnit> members) {
    List<WaveUnit> behind =
        members.stream().filter(unit -> !passes(wave.gate(), unit.standing())).toList();
    if (behind.isEmpty()) {
      return Optional.empty();
    }
    WaveUnit example =
        behind.stream()
            .filter(unit -> unit.standing() == Standing.REJECTED)
            .findFirst()
            .orElse(behind.get(0));
    String others = behind.size() == 1 ? "" : " and " + (behind.size() - 1) + " more";
    return Optional.of(
        example.standing() == Standing.REJECTED
            ? "wave "
                + wave.name()
                + ": "
                + example.name()
                + " was closed without being merged"
                + others
                + "; find out why, then reopen it or exclude it"
            : "wave "
                + wave.name()
                + " waits until "
                + example.name()
                + others
                + word(wave.gate()));
  }

  private static boolean passes(Wave.Gate gate, Standing standing) {
    return standing != Standing.REJECTED
        && switch (gate) {
          case OPENED -> standing.compareTo(Standing.OPENED) >= 0;
          case CHECKS_PASSED -> standing.compareTo(Standing.CHECKS_PASSED) >= 0;
          case MERGED -> standing == Standing.MERGED;
        };
  }

  private static String word(Wave.Gate gate) {
    return switch (gate) {
      case OPENED -> " have a pull request";
      case CHECKS_PASSED -> " have passed their checks";
      case MERGED -> " are merged";
    };
  }
}
