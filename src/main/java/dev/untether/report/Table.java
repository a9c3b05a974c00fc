package dev.untether.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text: columns aligned with blanks, two of them between columns, none at the end
 * of a line. Widths count code points.
 */
public final class Table {
  private static final String GAP = "  ";

  /** The side of its column that a cell leans to. */
  public enum Alignment {
    LEFT,
    RIGHT
  }

  /** One column; an empty title is a column without one. */
  public record Column(String title, Alignment alignment) {

    /** Returns a column for text. */
    public static Column left(String title) {
      return new Column(title, Alignment.LEFT);
    }

    /** Returns a column for numbers. */
    public static Column right(String title) {
      return new Column(title, Alignment.RIGHT);
    }
  }

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Creates a table without rows.
   *
   * @throws IllegalArgumentException when there is no column
   */
  public Table(Column... columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("a table without columns");
    }
    this.columns = List.of(columns);
  }

  /**
   * Adds a row. Line breaks and tabs in a cell become blanks.
   *
   * @throws IllegalArgumentException when there is not one cell for each column
   */
  public Table row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells in a table of " + columns.size() + " columns");
    }
    List<String> row = new ArrayList<>(cells.length);
    for (String cell : cells) {
      row.add(Printable.line(cell));
    }
    rows.add(row);
    return this;
  }

  /**
   * Returns the table as lines, each with its line feed: the titles, unless all are empty, and the
   * rows in the order they were added.
   */
  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>(rows.size() + 1);
    List<String> titles = columns.stream().map(Column::title).toList();
    if (!String.join("", titles).isEmpty()) {
      lines.add(titles);
    }
    lines.addAll(rows);
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append(format(line, widths).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String format(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = line.get(i);
      String blanks = " ".repeat(widths[i] - width(cell));
      text.append(i > 0 ? GAP : "");
      text.append(columns.get(i).alignment() == Alignment.RIGHT ? blanks + cell : cell + blanks);
    }
    return text.toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
