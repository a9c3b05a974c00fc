package dev.untether.asm.arch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The names and numbers of one architecture, read from a text resource.
 *
 * <p>A table is a list of sections. A line that ends in a colon opens a section; other lines hold
 * its items, separated by white space; {@code #} starts a comment; {@code include NAME} reads
 * another table first. An item {@code R{0-27}} stands for the 28 names R0 to R27, and {@code
 * left=right} maps one name to another, ranges on both sides going in step. In a section opened
 * twice the items add up.
 */
final class ArchitectureTable {
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, Map<String, String>> mappings = new HashMap<>();

  private ArchitectureTable() {}

  /**
   * Returns the table of the resource {@code name.txt} beside this class.
   *
   * @throws IllegalStateException if there is no such table or it is malformed
   */
  static ArchitectureTable load(String name) {
    ArchitectureTable table = new ArchitectureTable();
    table.read(name, text(name));
    return table;
  }

  /** Returns the table that {@code text} spells; {@code name} is for messages. */
  static ArchitectureTable parse(String name, String text) {
    ArchitectureTable table = new ArchitectureTable();
    table.read(name, text);
    return table;
  }

  /**
   * Returns the plain names of a section in the order of the table, none if it has no such section.
   */
  Set<String> words(String section) {
    return Collections.unmodifiableSet(words.getOrDefault(section, Set.of()));
  }

  /** Returns the {@code left=right} items of a section. */
  Map<String, String> mapping(String section) {
    return Collections.unmodifiableMap(mappings.getOrDefault(section, Map.of()));
  }

  /**
   * Returns the value of a key of the section {@code facts}; a key {@code key@goarch} goes before
   * the plain key.
   */
  Optional<String> fact(String key, String goarch) {
    Map<String, String> facts = mapping("facts");
    return Optional.ofNullable(facts.getOrDefault(key + "@" + goarch, facts.get(key)));
  }

  /**
   * Returns the value of a key that every table must have.
   *
   * @throws IllegalStateException if it is missing
   */
  String requiredFact(String key, String goarch) {
    return fact(key, goarch)
        .orElseThrow(() -> new IllegalStateException("table of " + goarch + " lacks " + key));
  }

  private static String text(String name) {
    try (InputStream in = ArchitectureTable.class.getResourceAsStream(name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("no architecture table " + name + ".txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String name, String text) {
    String section = "";
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      int comment = line.indexOf('#');
      String content = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (content.startsWith("include ")) {
        String other = content.substring("include ".length()).strip();
        read(other, text(other));
      } else if (content.endsWith(":")) {
        section = content.substring(0, content.length() - 1);
      } else if (!content.isEmpty()) {
        if (section.isEmpty()) {
          throw new IllegalStateException(place(name, number) + "item outside a section");
        }
        readItems(name, number, section, content);
      }
    }
  }

  private void readItems(String name, int number, String section, String content) {
    StringTokenizer items = new StringTokenizer(content);
    while (items.hasMoreTokens()) {
      String item = items.nextToken();
      try {
        add(section, item);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(place(name, number) + "malformed item " + item, e);
      }
    }
  }

  private void add(String section, String item) {
    int equals = item.indexOf('=');
    if (equals < 0) {
      Set<String> names = words.computeIfAbsent(section, key -> new LinkedHashSet<>());
      names.addAll(NameRange.expand(item));
      return;
    }
    List<String> left = NameRange.expand(item.substring(0, equals));
    List<String> right = NameRange.expand(item.substring(equals + 1));
    if (right.size() != 1 && right.size() != left.size()) {
      throw new IllegalArgumentException("ranges of different length in " + item);
    }
    Map<String, String> mapping = mappings.computeIfAbsent(section, key -> new HashMap<>());
    for (int i = 0; i < left.size(); i++) {
      mapping.put(left.get(i), right.get(right.size() == 1 ? 0 : i));
    }
  }

  private static String place(String name, int line) {
    return name + ".txt:" + line + ": ";
  }
}
