package dev.untether.campaign.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.campaign.Limits;
import dev.untether.campaign.Limits.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the next pull request may be opened. */
final class PaceTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void withoutLimitsAlwaysNow() {
    assertThat(Pace.next(new Limits(Limits.NONE, Limits.NONE, List.of()), NOON, hours(0, 0, 0), 9))
        .isEqualTo(new Decision.Now());
  }

  @ParameterizedTest
  @CsvSource({"0,true", "4,true", "5,false", "6,false"})
  void asManyAsAllowedMayBeOpen(int open, boolean now) {
    Decision decision = Pace.next(new Limits(10, 5, List.of()), NOON, List.of(), open);

    assertThat(decision).isInstanceOf(now ? Decision.Now.class : Decision.WhenOneCloses.class);
  }

  @ParameterizedTest
  @CsvSource({
    // minutes since each was opened; how many an hour; minutes to wait
    "'', 1, 0",
    "60, 1, 0",
    "59, 1, 1",
    "10 20 30, 3, 30",
    "10 20 30, 4, 0",
    "10 20 30, 2, 40",
    "10 20 30, 1, 50",
    "30 10 20 90 120, 3, 30",
    "0, 1, 60",
    // A clock that was put back: what lies ahead counts until its hour is over.
    "-5, 1, 65",
  })
  void noMoreThanAllowedWithinAnHour(String minutes, int perHour, long wait) {
    List<Instant> opened =
        Arrays.stream(minutes.split(" ", -1))
            .filter(text -> !text.isEmpty())
            .map(text -> NOON.minus(Duration.ofMinutes(Long.parseLong(text))))
            .toList();

    assertThat(wait(new Limits(perHour, 99, List.of()), NOON, opened)).hasMinutes(wait);
  }

  @ParameterizedTest
  @CsvSource({
    // 2026-11-20 is a Friday; Berlin is one hour ahead of UTC in winter.
    "mon-fri, 09:00, 17:00, Europe/Berlin, 2026-11-20T07:59:59Z, 2026-11-20T08:00:00Z",
    "mon-fri, 09:00, 17:00, Europe/Berlin, 2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z",
    "mon-fri, 09:00, 17:00, Europe/Berlin, 2026-11-20T15:59:59Z, 2026-11-20T15:59:59Z",
    "mon-fri, 09:00, 17:00, Europe/Berlin, 2026-11-20T16:00:00Z, 2026-11-23T08:00:00Z",
    "mon-fri, 09:00, 17:00, Asia/Tokyo, 2026-11-20T08:00:00Z, 2026-11-23T00:00:00Z",
    // Over midnight: it begins on a Friday, and Saturday's early hours belong to it.
    "fri, 22:00, 06:00, UTC, 2026-11-20T21:00:00Z, 2026-11-20T22:00:00Z",
    "fri, 22:00, 06:00, UTC, 2026-11-21T05:59:00Z, 2026-11-21T05:59:00Z",
    "fri, 22:00, 06:00, UTC, 2026-11-21T06:00:00Z, 2026-11-27T22:00:00Z",
    "fri, 22:00, 06:00, UTC, 2026-11-20T05:00:00Z, 2026-11-20T22:00:00Z",
    // A whole day, and a day until midnight.
    "sat, 00:00, 00:00, UTC, 2026-11-20T05:00:00Z, 2026-11-21T00:00:00Z",
    "sat, 00:00, 00:00, UTC, 2026-11-22T00:00:00Z, 2026-11-28T00:00:00Z",
    "sat, 12:00, 00:00, UTC, 2026-11-21T23:59:59Z, 2026-11-21T23:59:59Z",
    "sat, 12:00, 00:00, UTC, 2026-11-22T00:00:00Z, 2026-11-28T12:00:00Z",
    // Clocks go from 02:00 to 03:00 on 2026-03-29: what lies between does not happen.
    "sun, 02:10, 02:50, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-04-05T00:10:00Z",
    "sun, 02:30, 03:15, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "sun, 02:30, 03:15, Europe/Berlin, 2026-03-29T01:15:00Z, 2026-04-05T00:30:00Z",
    // Clocks go from 03:00 to 02:00 on 2026-10-25: what lies between happens twice.
    "sun, 02:10, 02:50, Europe/Berlin, 2026-10-25T00:00:00Z, 2026-10-25T00:10:00Z",
    "sun, 02:10, 02:50, Europe/Berlin, 2026-10-25T00:50:00Z, 2026-10-25T01:10:00Z",
    "sun, 02:10, 02:50, Europe/Berlin, 2026-10-25T01:50:00Z, 2026-11-01T01:10:00Z",
    // Samoa left out Friday, 2011-12-30.
    "fri, 09:00, 17:00, Pacific/Apia, 2011-12-28T12:00:00Z, 2012-01-05T19:00:00Z",
  })
  void pullRequestsAreOpenedWithinWindows(
      String days, String from, String to, String zone, Instant now, Instant expected) {
    Window window =
        new Window(days(days), LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));

    assertThat(start(new Limits(Limits.NONE, Limits.NONE, List.of(window)), now, List.of()))
        .isEqualTo(expected);
  }

  @Test
  void ofSeveralWindowsTheNextOneCounts() {
    Limits limits =
        new Limits(
            Limits.NONE,
            Limits.NONE,
            List.of(
                window("sat", "09:00", "10:00", "America/New_York"),
                window("sat", "09:00", "10:00", "Asia/Tokyo"),
                window("sat", "09:00", "10:00", "UTC")));

    assertThat(start(limits, Instant.parse("2026-11-21T08:00:00Z"), List.of()))
        .isEqualTo("2026-11-21T09:00:00Z");
    assertThat(start(limits, Instant.parse("2026-11-21T10:00:00Z"), List.of()))
        .isEqualTo("2026-11-21T14:00:00Z");
  }

  @Test
  void whenTheHourAllowsItAfterTheWindowItIsTheNextWindow() {
    Limits limits = new Limits(1, 99, List.of(window("sat", "12:00", "12:30", "UTC")));

    assertThat(Pace.next(limits, NOON, hours(0), 0))
        .isEqualTo(
            new Decision.At(
                Instant.parse("2026-11-28T12:00:00Z"), "no window of limits.windows is open"));
  }

  @Test
  void reasonsNameTheLimit() {
    assertThat(Pace.next(new Limits(1, 99, List.of()), NOON, hours(0), 0))
        .isEqualTo(
            new Decision.At(NOON.plusSeconds(3600), "limits.per-hour allows 1 within an hour"));
    assertThat(Pace.next(new Limits(1, 3, List.of()), NOON, hours(0), 3))
        .isEqualTo(new Decision.WhenOneCloses("3 pull requests are open; limits.open allows 3"));
  }

  @Test
  void aWindowNeedsADay() {
    assertThatThrownBy(
            () -> new Window(Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of the whole minutes from now on, what is said to be the first one is. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void nothingEarlierWouldHaveDone(int seed) {
    Random random = new Random(seed);
    List<String> zones =
        List.of(
            "UTC", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo");
    for (int i = 0; i < 20; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      List<Window> windows = new ArrayList<>();
      for (int n = random.nextInt(3); n >= 0; n--) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        windows.add(new Window(days, minute(random), minute(random), zone));
      }
      // Around the ends of summer time, in whole minutes.
      ZonedDateTime around =
          ZonedDateTime.of(2018, random.nextBoolean() ? 3 : 10, 24, 0, 0, 0, 0, zone);
      Instant now = around.toInstant().plusSeconds(60L * random.nextInt(60 * 24 * 14));
      Instant said = start(new Limits(Limits.NONE, Limits.NONE, windows), now, List.of());

      Instant minute = now;
      while (!Pace.isWithin(windows, minute)) {
        minute = minute.plusSeconds(60);
      }
      assertThat(said).as("%s from %s", windows, now).isEqualTo(minute);
    }
  }

  /** However long it runs, and whatever happens between, no hour has more than are allowed. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void whoWaitsAsToldNeverOpensTooManyInAnyHour(int seed) {
    Random random = new Random(seed);
    int perHour = 1 + random.nextInt(5);
    Limits limits = new Limits(perHour, 99, List.of(window("mon-sun", "08:00", "11:00", "UTC")));
    List<Instant> opened = new ArrayList<>();
    Instant now = NOON;
    for (int i = 0; i < 100; i++) {
      now = now.plusSeconds(random.nextInt(900));
      now = start(limits, now, opened);
      opened.add(now);
      Instant hourAgo = now.minus(Duration.ofHours(1));
      assertThat(opened.stream().filter(time -> time.isAfter(hourAgo)).count())
          .isLessThanOrEqualTo(perHour);
      assertThat(Pace.isWithin(limits.windows(), now)).isTrue();
    }
  }

  private static Duration wait(Limits limits, Instant now, List<Instant> opened) {
    return Duration.between(now, start(limits, now, opened));
  }

  private static Instant start(Limits limits, Instant now, List<Instant> opened) {
    Decision decision = Pace.next(limits, now, opened, 0);
    return decision instanceof Decision.At at ? at.instant() : now;
  }

  private static List<Instant> hours(int... hoursAgo) {
    return Arrays.stream(hoursAgo).mapToObj(hours -> NOON.minusSeconds(3600L * hours)).toList();
  }

  private static LocalTime minute(Random random) {
    return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
  }

  private static Window window(String days, String from, String to, String zone) {
    return new Window(days(days), LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
  }

  private static Set<DayOfWeek> days(String text) {
    List<String> names = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    String[] ends = text.split("-", -1);
    int first = names.indexOf(ends[0]);
    int last = names.indexOf(ends[ends.length - 1]);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.getValue() > first && day.getValue() <= last + 1)
        .collect(Collectors.toSet());
  }
}
