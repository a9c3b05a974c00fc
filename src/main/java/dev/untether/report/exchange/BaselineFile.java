package dev.untether.report.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.untether.report.JsonLines;
import dev.untether.review.baseline.Baseline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Baselines as JSON Lines: one entry a line, sorted, so that two branches that each mend something
 * merge without a conflict.
 */
public final class BaselineFile {
  private static final String COUNT = "count";
  private static final Set<String> FIELDS = Set.of("path", "rule", "symbol", "line");

  private BaselineFile() {}

  /** A file that is no baseline. */
  public static final class NotBaselineException extends Exception {
    private static final long serialVersionUID = 1;

    NotBaselineException(int line, String reason) {
      super("line " + line + ": " + reason);
    }
  }

  /** Writes a baseline. */
  public static void write(Baseline baseline, OutputStream out) throws IOException {
    JsonLines lines = new JsonLines(out);
    for (Map.Entry<Baseline.Entry, Integer> one : baseline.entries().entrySet()) {
      Baseline.Entry entry = one.getKey();
      lines.object(
          object ->
              object
                  .string("path", entry.path())
                  .string("rule", entry.rule())
                  .string("symbol", entry.symbol())
                  .string("line", entry.line())
                  .number(COUNT, one.getValue()));
    }
    lines.flush();
  }

  /** Returns the baseline that {@code text} holds. */
  public static Baseline read(String text) throws NotBaselineException {
    SortedMap<Baseline.Entry, Integer> entries = new TreeMap<>();
    JsonFactory factory = new JsonFactory();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        try (JsonParser parser = factory.createParser(line)) {
          add(parser, number, entries);
        } catch (IOException e) {
          throw new NotBaselineException(number, "not a JSON object; expected an entry");
        }
      }
    }
    return Baseline.of(entries);
  }

  private static void add(JsonParser parser, int number, SortedMap<Baseline.Entry, Integer> entries)
      throws IOException, NotBaselineException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new NotBaselineException(number, "not a JSON object; expected an entry");
    }
    Map<String, String> fields = new HashMap<>();
    int count = 1;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(COUNT) && value == JsonToken.VALUE_NUMBER_INT) {
        count = parser.getIntValue();
      } else if (FIELDS.contains(name) && value == JsonToken.VALUE_STRING) {
        fields.put(name, parser.getText());
      } else {
        throw new NotBaselineException(number, "`" + name + "` is not what an entry has there");
      }
    }
    if (!fields.keySet().equals(FIELDS) || count < 1) {
      throw new NotBaselineException(
          number, "expected path, rule, symbol, line as text, and count from 1 on");
    }
    entries.merge(
        new Baseline.Entry(
            fields.getOrDefault("path", ""),
            fields.getOrDefault("rule", ""),
            fields.getOrDefault("symbol", ""),
            fields.getOrDefault("line", "")),
        count,
        Integer::sum);
  }
}
