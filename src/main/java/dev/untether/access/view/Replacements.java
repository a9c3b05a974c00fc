package dev.untether.access.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to use instead of the insides of the standard library: a table that people keep, {@code
 * replacements.tsv}. The releases in it are checked against GOROOT/api.
 */
public final class Replacements {
  private static final String RESOURCE = "replacements.tsv";
  private static final String NOTHING = "-";
  private static final String ANY_REST = "*";
  private static final int COLUMNS = 6;

  private final Map<String, Replacement> exact = new HashMap<>();
  private final Map<String, Replacement> byPrefix = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private Replacements() {
    try (InputStream in = Replacements.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program's own jar lacks " + RESOURCE);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loaded when the first symbol is asked for. */
  private static final class Shipped {
    static final Replacements TABLE = new Replacements();
  }

  /**
   * What takes the place of a symbol.
   *
   * @param text what to use, as half a sentence; empty if nothing public does the same
   * @param since the N of the first Go 1.N with all that {@code text} names; 0 also where it names
   *     nothing of the standard library's interface
   * @param open symbols that do the same and that Go still lets others refer to: tolerated, no more
   * @param note what else to know, as half a sentence; often empty
   */
  public record Replacement(String text, int since, List<String> open, String note) {
    /** Copies the list. */
    public Replacement {
      open = List.copyOf(open);
    }

    /** Returns all of it as a sentence that says what to use instead. */
    public String sentence() {
      StringBuilder sentence = new StringBuilder(isPublic() ? text : "nothing public");
      if (since > 0) {
        sentence.append(" (Go 1.").append(since).append(')');
      }
      if (!note.isEmpty()) {
        sentence.append("; ").append(note);
      }
      if (!open.isEmpty()) {
        sentence.append("; still open to others, tolerated: ").append(String.join(", ", open));
      }
      return sentence.append('.').toString();
    }

    /** Returns whether anything public does the same. */
    public boolean isPublic() {
      return !text.isEmpty();
    }
  }

  /**
   * A line of the table.
   *
   * @param pattern a symbol, or the start of some and {@code *}
   * @param names what GOROOT/api calls the things that the replacement names
   */
  record Row(String pattern, List<String> names, Replacement replacement) {}

  /** Returns what to use instead of the symbol that the linker calls {@code symbol}, if known. */
  public static Optional<Replacement> of(String symbol) {
    return Shipped.TABLE.find(symbol);
  }

  /** Returns the table. */
  static List<Row> rows() {
    return List.copyOf(Shipped.TABLE.rows);
  }

  private Optional<Replacement> find(String symbol) {
    Replacement whole = exact.get(symbol);
    for (int end = symbol.length(); whole == null && end > 0; end--) {
      whole = byPrefix.get(symbol.substring(0, end));
    }
    return Optional.ofNullable(whole);
  }

  private void add(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException(RESOURCE + ": not " + COLUMNS + " columns: " + line);
    }
    int since = cells[2].equals(NOTHING) ? 0 : Integer.parseInt(cells[2].substring("1.".length()));
    Replacement replacement =
        new Replacement(text(cells[1]), since, words(cells[4]), text(cells[5]));
    String pattern = cells[0];
    rows.add(new Row(pattern, words(cells[3]), replacement));
    Replacement before =
        pattern.endsWith(ANY_REST)
            ? byPrefix.put(pattern.substring(0, pattern.length() - 1), replacement)
            : exact.put(pattern, replacement);
    if (before != null) {
      throw new IllegalStateException(RESOURCE + ": twice: " + pattern);
    }
  }

  private static String text(String cell) {
    return cell.equals(NOTHING) ? "" : cell;
  }

  private static List<String> words(String cell) {
    return cell.equals(NOTHING) ? List.of() : List.of(cell.split(" ", -1));
  }
}
