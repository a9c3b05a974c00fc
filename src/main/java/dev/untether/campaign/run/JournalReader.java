package dev.untether.campaign.run;

import dev.untether.report.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what a journal remembers. Lines that say nothing are counted and passed over. */
final class JournalReader {
  private static final Set<String> PUSHING =
      Set.of(Action.Kind.OPEN.name(), Action.Kind.UPDATE.name());

  private final Map<String, Map<String, Set<String>>> branches = new TreeMap<>();
  private final Map<String, Map<String, String>> tips = new TreeMap<>();
  private final Map<String, Memory.Opened> opened = new TreeMap<>();
  private final Set<Memory.Unfinished> begun = new TreeSet<>();
  private int damaged;

  private JournalReader() {}

  /** Returns what a journal remembers; nothing if it is not there. */
  static Memory read(Path file) throws IOException {
    JournalReader reader = new JournalReader();
    // Not Files.lines: a cut character at the end must not fail the rest.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.line(line);
      }
    } catch (NoSuchFileException e) {
      return Memory.NONE;
    }
    return reader.memory();
  }

  private Memory memory() {
    List<Memory.Opened> all = new ArrayList<>(opened.values());
    return new Memory(branches, tips, all, List.copyOf(begun), damaged);
  }

  private void line(String line) {
    try {
      entry(Json.parse(line));
    } catch (IOException | DateTimeException e) {
      damaged++;
    }
  }

  private void entry(Json json) throws IOException {
    String kind = text(json, "kind");
    String repository = text(json, "repository");
    String unit = text(json, "unit");
    Instant at = Instant.parse(text(json, "at"));
    Memory.Unfinished name = new Memory.Unfinished(repository, unit);
    switch (kind) {
      case Journal.BEGUN -> {
        begun.add(name);
        if (json.at("action").text().filter(PUSHING::contains).isPresent()) {
          pushed(repository, unit, text(json, "branch"), "");
        }
      }
      case Journal.ENDED -> begun.remove(name);
      case Journal.PUSHED -> pushed(repository, unit, text(json, "branch"), text(json, "tip"));
      case Journal.DELETED -> deleted(repository, unit, text(json, "branch"));
      case Journal.OPENED -> opened(repository, json.at("number").number(), at);
      default -> throw new IOException("no kind of entry: " + kind);
    }
  }

  private void pushed(String repository, String unit, String branch, String tip) {
    branches
        .computeIfAbsent(repository, key -> new HashMap<>())
        .computeIfAbsent(unit, key -> new TreeSet<>())
        .add(branch);
    if (!tip.isEmpty()) {
      tips.computeIfAbsent(repository, key -> new HashMap<>()).put(branch, tip);
    }
  }

  private void deleted(String repository, String unit, String branch) {
    tips.getOrDefault(repository, new HashMap<>()).remove(branch);
    Map<String, Set<String>> units = branches.getOrDefault(repository, new HashMap<>());
    Set<String> left = units.getOrDefault(unit, new TreeSet<>());
    left.remove(branch);
    if (left.isEmpty()) {
      units.remove(unit);
    }
  }

  private void opened(String repository, Optional<Long> number, Instant at) throws IOException {
    long known = number.orElseThrow(() -> new IOException("no number"));
    opened.put(repository + "#" + known, new Memory.Opened(repository, known, at));
  }

  private static String text(Json json, String name) throws IOException {
    return json.at(name).text().orElseThrow(() -> new IOException("no " + name));
  }
}
