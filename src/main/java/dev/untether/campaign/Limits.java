package dev.untether.campaign;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * How much may be asked of people at a time.
 *
 * @param perHour the most pull requests opened within an hour
 * @param open the most that are open at a time
 * @param windows when pull requests may be opened; always, if empty
 */
public record Limits(int perHour, int open, List<Window> windows) {
  /** No bound. */
  public static final int NONE = Integer.MAX_VALUE;

  /** Copies the list. */
  public Limits {
    windows = List.copyOf(windows);
  }

  /**
   * A time in which pull requests may be opened.
   *
   * @param days the days on which it begins, at least one
   * @param from its start, by the clocks of the zone
   * @param to its end, not included; not after {@code from} if it lies on the next day
   */
  public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    /** Copies the set; refuses a window without a day with {@link IllegalArgumentException}. */
    public Window {
      if (days.isEmpty()) {
        throw new IllegalArgumentException("a window that never opens");
      }
      days = Set.copyOf(days);
    }
  }
}
