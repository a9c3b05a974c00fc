package dev.untether.report.html;

import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Places with what there is to say of them: what was refused, what to look at. */
public final class PlacesSection implements Section {
  private final String title;
  private final List<Finding> findings;
  private final Function<String, Optional<SourceText>> texts;

  /**
   * Makes a section.
   *
   * @param texts gives the text of a finding's path, if it is at hand
   */
  public PlacesSection(
      String title, List<Finding> findings, Function<String, Optional<SourceText>> texts) {
    this.title = title;
    this.findings = findings.stream().sorted().distinct().toList();
    this.texts = texts;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public void write(Markup page) {
    Excerpts excerpts = new Excerpts(texts);
    for (Finding finding : findings) {
      page.open("div", "item");
      place(finding, page);
      excerpts.write(finding, page);
      page.close().line();
    }
  }

  /** Writes one line about a place. */
  static void place(Finding finding, Markup page) {
    String place =
        finding.position().line() == 0 ? finding.path() : finding.path() + ":" + finding.position();
    page.open("p").element("span", "place", place).text(" ");
    page.element("span", finding.severity().word(), finding.severity().word()).text(": ");
    page.text(finding.message() + " ").element("span", "soft", "[" + finding.rule() + "]");
    page.close().line();
  }
}
