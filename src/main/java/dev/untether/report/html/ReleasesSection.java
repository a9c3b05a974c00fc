package dev.untether.report.html;

import dev.untether.report.Refusals;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which release refuses which symbol: a row for each symbol that breaks. */
public final class ReleasesSection implements Section {
  private final Refusals refusals;

  private ReleasesSection(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Returns a section of the findings that something breaks, if there is something to show. */
  public static List<Section> of(Collection<CheckFinding> findings) {
    Refusals refusals = new Refusals();
    for (CheckFinding each : findings) {
      if (each.rule().group() == Group.BREAKS) {
        each.symbol().ifPresent(symbol -> refusals.add(symbol, each.verdicts()));
      }
    }
    return refusals.isEmpty() ? List.of() : List.of(new ReleasesSection(refusals));
  }

  @Override
  public String title() {
    return "Refused, by release";
  }

  @Override
  public void write(Markup page) {
    page.open("div", "scroll").open("table").open("thead").open("tr");
    heading("symbol", page);
    refusals.releases().forEach(release -> heading("Go 1." + release, page));
    page.close().close().line().open("tbody");
    for (String symbol : refusals.symbols()) {
      page.open("tr", "item");
      page.open("th", Map.of("scope", "row")).element("code", symbol).close();
      for (int release : refusals.releases()) {
        Refusals.Cell cell = refusals.cell(symbol, release);
        page.element("td", style(cell.kind()), cell.words());
      }
      page.close().line();
    }
    page.close().close().close().line();
  }

  private static void heading(String words, Markup page) {
    page.open("th", Map.of("scope", "col")).text(words).close();
  }

  private static String style(Refusals.Kind kind) {
    return switch (kind) {
      case NOT_BUILT -> "soft";
      case LINKS -> "good";
      case REFUSED -> "bad";
    };
  }
}
