package dev.untether.module.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a tab-separated resource of this package; {@code #} starts a comment line. */
final class ShippedTable {
  private ShippedTable() {}

  /** Returns the rows of resource {@code name}, each with {@code columns} cells. */
  static List<List<String>> rows(String name, int columns) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text(name).split("\n", -1)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (cells.size() != columns) {
        throw new IllegalStateException("resource " + name + " has a bad row: " + line);
      }
      rows.add(cells);
    }
    return List.copyOf(rows);
  }

  private static String text(String name) {
    try (InputStream in = ShippedTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
