package dev.untether.campaign.pace;

import dev.untether.campaign.Limits;
import dev.untether.campaign.Limits.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says when the next pull request may be opened. Knows no clock: time is an argument. */
public final class Pace {
  private static final Duration HOUR = Duration.ofHours(1);

  // A window opens every week, but for those that lie in an hour that the clocks leave out; and
  // never are these left out two weeks in a row.
  private static final int DAYS_AHEAD = 15;

  private Pace() {}

  /**
   * Returns whether another pull request may be opened, and if not, when.
   *
   * @param opened when pull requests of the campaign were opened; older ones than an hour may be
   *     among them and do not count
   * @param open how many are open
   */
  public static Decision next(Limits limits, Instant now, List<Instant> opened, int open) {
    if (open >= limits.open()) {
      return new Decision.WhenOneCloses(
          open + " pull requests are open; limits.open allows " + limits.open());
    }
    Instant counted = hourAllows(limits.perHour(), now, opened);
    Instant start = windowAllows(limits.windows(), counted);
    if (!start.isAfter(now)) {
      return new Decision.Now();
    }
    return new Decision.At(
        start,
        start.equals(counted)
            ? "limits.per-hour allows " + limits.perHour() + " within an hour"
            : "no window of limits.windows is open");
  }

  /** Returns whether a pull request may be opened at a time as far as windows are concerned. */
  static boolean isWithin(List<Window> windows, Instant time) {
    return windows.isEmpty() || windows.stream().anyMatch(window -> contains(window, time));
  }

  /** Returns the first moment from {@code now} on that has fewer than {@code most} in its hour. */
  private static Instant hourAllows(int most, Instant now, List<Instant> opened) {
    List<Instant> counted =
        opened.stream().filter(time -> time.plus(HOUR).isAfter(now)).sorted().toList();
    return counted.size() < most ? now : counted.get(counted.size() - most).plus(HOUR);
  }

  private static Instant windowAllows(List<Window> windows, Instant from) {
    if (isWithin(windows, from)) {
      return from;
    }
    return windows.stream()
        .flatMap(window -> opening(window, from).stream())
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalStateException("windows that never open: " + windows));
  }

  /**
   * Returns the first moment after {@code from} at which a window opens. It can only open when the
   * clocks of its zone show its start, or when they are put forward or back.
   */
  private static Optional<Instant> opening(Window window, Instant from) {
    ZoneRules rules = window.zone().getRules();
    List<Instant> candidates = new ArrayList<>();
    LocalDate first = from.atZone(window.zone()).toLocalDate().minusDays(1);
    for (int day = 0; day <= DAYS_AHEAD; day++) {
      LocalDateTime start = first.plusDays(day).atTime(window.from());
      for (ZoneOffset offset : rules.getValidOffsets(start)) {
        candidates.add(start.toInstant(offset));
      }
    }
    Instant end = from.plus(Duration.ofDays(DAYS_AHEAD));
    ZoneOffsetTransition change = rules.nextTransition(from);
    while (change != null && change.getInstant().isBefore(end)) {
      candidates.add(change.getInstant());
      change = rules.nextTransition(change.getInstant());
    }
    return candidates.stream()
        .filter(time -> time.isAfter(from) && contains(window, time))
        .min(Comparator.naturalOrder());
  }

  /** Returns whether the clocks of the window's zone show a time in it. */
  private static boolean contains(Window window, Instant time) {
    ZonedDateTime there = time.atZone(window.zone());
    LocalTime clock = there.toLocalTime();
    boolean beginsToday = window.days().contains(there.getDayOfWeek());
    if (window.from().isBefore(window.to())) {
      return beginsToday && !clock.isBefore(window.from()) && clock.isBefore(window.to());
    }
    boolean beganYesterday = window.days().contains(there.getDayOfWeek().minus(1));
    return beginsToday && !clock.isBefore(window.from())
        || beganYesterday && clock.isBefore(window.to());
  }
}
