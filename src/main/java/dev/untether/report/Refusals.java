package dev.untether.report;

import dev.untether.access.Outcome;
import dev.untether.module.target.Target;
import dev.untether.review.CellVerdict;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which release refuses which symbol, on how many targets: a table of symbols by releases. */
public final class Refusals {
  private final SortedMap<String, Row> rows = new TreeMap<>();
  private final SortedSet<Integer> releases = new TreeSet<>();

  /** The targets of one symbol, by release: all that build it, and those that do not link it. */
  private record Row(Map<Integer, Set<Target>> all, Map<Integer, Set<Target>> refused) {}

  /** How grave a cell is. */
  public enum Kind {
    NOT_BUILT,
    LINKS,
    REFUSED
  }

  /** One cell of the table, in words. */
  public record Cell(Kind kind, String words) {}

  /** Takes in what the linker says of a reference to a symbol. */
  public void add(String symbol, Collection<CellVerdict> verdicts) {
    Row row = rows.computeIfAbsent(symbol, fresh -> new Row(new TreeMap<>(), new TreeMap<>()));
    for (CellVerdict cell : verdicts) {
      releases.add(cell.release());
      row.all.computeIfAbsent(cell.release(), it -> new HashSet<>()).add(cell.target());
      Outcome outcome = cell.verdict().outcome();
      if (outcome == Outcome.REJECTED || outcome == Outcome.UNDEFINED) {
        row.refused.computeIfAbsent(cell.release(), it -> new HashSet<>()).add(cell.target());
      }
    }
  }

  /** Returns whether nothing was taken in. */
  public boolean isEmpty() {
    return rows.isEmpty() || releases.isEmpty();
  }

  /** Returns the symbols, in order. */
  public Set<String> symbols() {
    return Collections.unmodifiableSet(rows.keySet());
  }

  /** Returns the N of each Go 1.N, in order. */
  public SortedSet<Integer> releases() {
    return Collections.unmodifiableSortedSet(releases);
  }

  /** Returns what a release says to a symbol. */
  public Cell cell(String symbol, int release) {
    Row row = rows.get(symbol);
    int all = row == null ? 0 : row.all.getOrDefault(release, Set.of()).size();
    if (row == null || all == 0) {
      return new Cell(Kind.NOT_BUILT, "not built");
    }
    int refused = row.refused.getOrDefault(release, Set.of()).size();
    if (refused == 0) {
      return new Cell(Kind.LINKS, "links");
    }
    return new Cell(
        Kind.REFUSED, refused == all ? "refused" : "refused on " + refused + " of " + all);
  }

  /** Returns the table as Markdown; empty if there is nothing in it. */
  public String markdown() {
    if (isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("| symbol |");
    releases.forEach(release -> text.append(" Go 1.").append(release).append(" |"));
    text.append("\n| --- |").append(" --- |".repeat(releases.size())).append('\n');
    for (String symbol : rows.keySet()) {
      // Within a code span neither of these can be escaped.
      String shown = Printable.line(symbol).replace('`', '\'').replace('|', '\uFF5C');
      text.append("| `").append(shown).append("` |");
      releases.forEach(
          release -> text.append(' ').append(cell(symbol, release).words()).append(" |"));
      text.append('\n');
    }
    return text.toString();
  }
}
