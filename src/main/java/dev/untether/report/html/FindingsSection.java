package dev.untether.report.html;

import dev.untether.report.VerdictSummary;
import dev.untether.review.Advice;
import dev.untether.review.CheckFinding;
import dev.untether.review.ModuleFault;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Findings of one kind, put together by what they are about. */
public final class FindingsSection implements Section {
  private static final int MOST_USERS = 8;

  private final String title;
  private final By by;
  private final List<CheckFinding> findings;
  private final Advice advice;
  private final Function<String, Optional<SourceText>> texts;

  /** What findings are put together by. */
  public enum By {
    /** By the symbol; those without one by their file. */
    SYMBOL,
    FILE,
  }

  /**
   * Makes a section.
   *
   * @param findings in the order in which they are to stand
   * @param texts gives the text of a finding's path, if it is at hand
   */
  public FindingsSection(
      String title,
      By by,
      List<CheckFinding> findings,
      Advice advice,
      Function<String, Optional<SourceText>> texts) {
    this.title = title;
    this.by = by;
    this.findings = List.copyOf(findings);
    this.advice = advice;
    this.texts = texts;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public void write(Markup page) {
    Map<String, List<CheckFinding>> symbols = new LinkedHashMap<>();
    Map<String, List<CheckFinding>> files = new LinkedHashMap<>();
    for (CheckFinding each : findings) {
      boolean isSymbol = by == By.SYMBOL && each.symbol().isPresent();
      (isSymbol ? symbols : files)
          .computeIfAbsent(
              isSymbol ? each.symbol().get() : each.finding().path(), fresh -> new ArrayList<>())
          .add(each);
    }
    Excerpts excerpts = new Excerpts(texts);
    symbols.forEach(
        (symbol, about) -> group(symbol, about, () -> facts(symbol, about, page), excerpts, page));
    files.forEach((file, about) -> group(file, about, () -> {}, excerpts, page));
  }

  private void group(
      String name, List<CheckFinding> about, Runnable facts, Excerpts excerpts, Markup page) {
    Severity worst =
        about.stream()
            .map(it -> it.finding().severity())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    page.open("details", "item").open("summary");
    page.element("code", name).text(" ").element("span", worst.word(), worst.word()).text(" ");
    page.element("span", "soft", about.size() == 1 ? "1 place" : about.size() + " places");
    page.close().open("div").line();
    facts.run();
    for (CheckFinding each : about) {
      finding(each, page);
      excerpts.write(each.finding(), page);
    }
    page.close().close().line();
  }

  private void facts(String symbol, List<CheckFinding> about, Markup page) {
    Set<String> linker = new LinkedHashSet<>();
    Set<String> recipes = new LinkedHashSet<>();
    for (CheckFinding each : about) {
      linker.addAll(VerdictSummary.of(each.verdicts(), /* verbatim= */ true));
      recipes.addAll(each.recipes());
    }
    page.open("dl");
    linker.forEach(it -> fact("linker", it, page));
    advice.replacement(symbol).ifPresent(it -> fact("instead", it, page));
    recipes.forEach(it -> fact("recipe", "untether migrate --recipe " + it, page));
    List<String> users = advice.knownUsers(symbol);
    if (!users.isEmpty()) {
      int named = Math.min(users.size(), MOST_USERS);
      String more = users.size() > named ? " and " + (users.size() - named) + " more" : "";
      fact("known users", String.join(", ", users.subList(0, named)) + more, page);
    }
    page.close().line();
  }

  private static void fact(String name, String words, Markup page) {
    page.element("dt", name).element("dd", words);
  }

  private static void finding(CheckFinding each, Markup page) {
    PlacesSection.place(each.advised(), page);
    each.fault()
        .map(ModuleFault::why)
        .filter(it -> !it.isEmpty())
        .ifPresent(
            why ->
                page.element(
                        "p",
                        "soft",
                        "through " + String.join(" → ", why.stream().map(String::valueOf).toList()))
                    .line());
  }
}
