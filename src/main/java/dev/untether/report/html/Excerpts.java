package dev.untether.report.html;

import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lines of source around what findings are about. One file is held at a time. */
final class Excerpts {
  private static final int AROUND = 2;
  private static final int MAX_COLUMNS = 400;

  private final Function<String, Optional<SourceText>> texts;
  private String path = "";
  private List<String> lines = List.of();

  Excerpts(Function<String, Optional<SourceText>> texts) {
    this.texts = texts;
  }

  void write(Finding finding, Markup page) {
    int line = finding.position().line();
    if (line == 0) {
      return;
    }
    if (!finding.path().equals(path)) {
      path = finding.path();
      lines = texts.apply(path).map(it -> it.toString().lines().toList()).orElse(List.of());
    }
    if (line > lines.size()) {
      return;
    }
    int first = Math.max(1, line - AROUND);
    int last = Math.min(lines.size(), line + AROUND);
    StringBuilder excerpt = new StringBuilder();
    for (int i = first; i <= last; i++) {
      String text = lines.get(i - 1);
      String shown = text.length() > MAX_COLUMNS ? text.substring(0, MAX_COLUMNS) + "…" : text;
      excerpt.append(String.format("%s%5d  %s%n", i == line ? ">" : " ", i, shown));
    }
    page.open("pre").code(excerpt.toString()).close().line();
  }
}
