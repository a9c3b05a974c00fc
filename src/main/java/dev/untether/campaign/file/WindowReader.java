package dev.untether.campaign.file;

import dev.untether.campaign.Limits.Window;
import dev.untether.module.target.NearestWords;
import dev.untether.recipe.folder.ValueReader;
import dev.untether.recipe.folder.Yaml;
import dev.untether.recipe.template.Problems;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads when pull requests may be opened. */
final class WindowReader {
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final String DAYS_EXPECTED = "days such as mon, or mon-fri";

  private final Problems.Reporter problems;
  private final ValueReader values;

  WindowReader(Problems.Reporter problems) {
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /** Returns a window: every day, all day, by UTC, as far as it does not say otherwise. */
  Optional<Window> read(Yaml value) {
    String what = "a window with the keys " + String.join(", ", Keys.WINDOW);
    return Mapping.of(value, what, Keys.WINDOW, problems)
        .map(
            mapping ->
                new Window(
                    mapping.get("days", this::days).orElse(EnumSet.allOf(DayOfWeek.class)),
                    mapping.get("from", it -> time(it, false)).orElse(LocalTime.MIDNIGHT),
                    mapping.get("to", it -> time(it, true)).orElse(LocalTime.MIDNIGHT),
                    mapping.get("zone", this::zone).orElse(UTC)));
  }

  private Optional<Set<DayOfWeek>> days(Yaml value) {
    return values
        .oneOrMore(value, DAYS_EXPECTED, this::range)
        .map(ranges -> EnumSet.copyOf(ranges.stream().flatMap(Collection::stream).toList()));
  }

  /** Returns the days of {@code mon} or {@code fri-mon}. */
  private Optional<List<DayOfWeek>> range(Yaml value) {
    Optional<String> text = values.line(value, DAYS_EXPECTED);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] ends = text.get().toLowerCase(Locale.ROOT).split("-", -1);
    int first = Keys.DAYS.indexOf(ends[0]);
    int last = Keys.DAYS.indexOf(ends[ends.length - 1]);
    if (ends.length > 2 || first < 0 || last < 0) {
      values.error(
          value,
          SourceReader.shown(text.get())
              + "is no day; expected "
              + DAYS_EXPECTED
              + ", of "
              + String.join(", ", Keys.DAYS));
      return Optional.empty();
    }
    DayOfWeek start = DayOfWeek.of(first + 1);
    int length = Math.floorMod(last - first, Keys.DAYS.size()) + 1;
    return Optional.of(IntStream.range(0, length).mapToObj(start::plus).toList());
  }

  private Optional<LocalTime> time(Yaml value, boolean isEnd) {
    String what = "a time such as \"09:00\"";
    Optional<String> text = values.line(value, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (isEnd && text.get().equals("24:00")) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    Matcher form = TIME.matcher(text.get());
    if (!form.matches() || form.group(1).equals("24")) {
      values.error(value, SourceReader.shown(text.get()) + "is no time; expected " + what);
      return Optional.empty();
    }
    return Optional.of(
        LocalTime.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))));
  }

  private Optional<ZoneId> zone(Yaml value) {
    Optional<String> text = values.line(value, "a time zone such as Europe/Berlin");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(text.get()));
    } catch (DateTimeException e) {
      values.error(
          value,
          SourceReader.shown(text.get())
              + "is no time zone; expected such as Europe/Berlin; nearest: "
              + String.join(", ", NearestWords.to(text.get(), ZoneId.getAvailableZoneIds())));
      return Optional.empty();
    }
  }
}
