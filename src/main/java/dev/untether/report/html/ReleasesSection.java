package dev.untether.report.html;

import dev.untether.access.Outcome;
import dev.untether.module.target.Target;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which release refuses which symbol, on how many targets: a row for each symbol that breaks. */
public final class ReleasesSection implements Section {
  private final Map<String, Row> rows = new TreeMap<>();
  private final SortedSet<Integer> releases = new TreeSet<>();

  /** The targets of one symbol, by release: all that build it, and those that do not link it. */
  private record Row(Map<Integer, Set<Target>> all, Map<Integer, Set<Target>> refused) {}

  /** Makes a section of the findings that something breaks. */
  public ReleasesSection(Collection<CheckFinding> findings) {
    for (CheckFinding each : findings) {
      if (each.rule().group() == Group.BREAKS && each.symbol().isPresent()) {
        Row row =
            rows.computeIfAbsent(
                each.symbol().get(), symbol -> new Row(new TreeMap<>(), new TreeMap<>()));
        each.verdicts().forEach(verdict -> add(row, verdict));
      }
    }
  }

  private void add(Row row, CellVerdict cell) {
    releases.add(cell.release());
    row.all.computeIfAbsent(cell.release(), it -> new HashSet<>()).add(cell.target());
    Outcome outcome = cell.verdict().outcome();
    if (outcome == Outcome.REJECTED || outcome == Outcome.UNDEFINED) {
      row.refused.computeIfAbsent(cell.release(), it -> new HashSet<>()).add(cell.target());
    }
  }

  /** Returns whether there is nothing to show. */
  public boolean isEmpty() {
    return rows.isEmpty() || releases.isEmpty();
  }

  @Override
  public String title() {
    return "Refused, by release";
  }

  @Override
  public void write(Markup page) {
    page.open("div", "scroll").open("table").open("thead").open("tr");
    heading("symbol", "col", page);
    releases.forEach(release -> heading("Go 1." + release, "col", page));
    page.close().close().line().open("tbody");
    rows.forEach(
        (symbol, row) -> {
          page.open("tr", "item");
          page.open("th", Map.of("scope", "row")).element("code", symbol).close();
          releases.forEach(release -> cell(row, release, page));
          page.close().line();
        });
    page.close().close().close().line();
  }

  private static void heading(String words, String scope, Markup page) {
    page.open("th", Map.of("scope", scope)).text(words).close();
  }

  private static void cell(Row row, int release, Markup page) {
    int all = row.all.getOrDefault(release, Set.of()).size();
    int refused = row.refused.getOrDefault(release, Set.of()).size();
    if (all == 0) {
      page.element("td", "soft", "not built");
    } else if (refused == 0) {
      page.element("td", "good", "links");
    } else {
      String words = refused == all ? "refused" : "refused on " + refused + " of " + all;
      page.element("td", "bad", words);
    }
  }

  /** Returns a section, if there is something to show. */
  public static List<Section> of(Collection<CheckFinding> findings) {
    ReleasesSection section = new ReleasesSection(findings);
    return section.isEmpty() ? List.of() : List.of(section);
  }
}
