package dev.untether.report.explanation;

import dev.untether.recipe.Match;
import dev.untether.recipe.Option;
import dev.untether.recipe.Recipe;
import dev.untether.report.diff.FilePatch;
import dev.untether.report.diff.UnifiedDiff;
import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page that lists recipes with an example of each, in Markdown. */
public final class CataloguePage {
  private final StringBuilder page = new StringBuilder();
  private final StringBuilder entries = new StringBuilder();

  /** Starts a page without recipes. */
  public CataloguePage() {
    page.append("# Catalogue of recipes\n\n")
        .append("Written by `untether recipes docs` from the recipes and their first cases.\n\n")
        .append("| recipe | safety | runs | what it does |\n|---|---|---|---|\n");
  }

  /**
   * Adds a recipe.
   *
   * @param before the files of its example, by path; none for no example
   * @param after what becomes of them
   */
  public void add(Recipe recipe, Map<String, SourceText> before, Map<String, SourceText> after) {
    String runs = recipe.recommended() ? "by default" : "when named";
    // GitHub's anchors keep letters, digits and dashes.
    String anchor = recipe.id().replaceAll("[^a-z0-9-]", "");
    page.append("| [")
        .append(recipe.id())
        .append("](#")
        .append(anchor)
        .append(") | ")
        .append(recipe.safety().word())
        .append(" | ")
        .append(runs)
        .append(" | ")
        .append(recipe.title().replace("|", "\\|"))
        .append(" |\n");
    entries.append("\n## ").append(recipe.id()).append("\n\n");
    entries.append(recipe.description().strip()).append("\n\n");
    if (recipe.match() instanceof Match.Composite composite) {
      String parts =
          composite.parts().stream()
              .map(part -> "`" + part.id() + "`")
              .collect(Collectors.joining(", "));
      entries.append("Runs, in this order: ").append(parts).append(".\n\n");
    }
    if (!recipe.releases().toString().isEmpty()) {
      entries.append("For Go ").append(recipe.releases()).append(". ");
    }
    entries
        .append("Why: ")
        .append(
            recipe.why().stream().map(link -> "<" + link + ">").collect(Collectors.joining(", ")))
        .append("\n");
    options(recipe.options());
    example(before, after);
  }

  private void options(Map<String, Option> options) {
    if (options.isEmpty()) {
      return;
    }
    entries.append("\n| option | default | |\n|---|---|---|\n");
    options.forEach(
        (name, option) ->
            entries
                .append("| `")
                .append(name)
                .append("` | `")
                .append(option.defaultText())
                .append("` | ")
                .append(option.description())
                .append(" |\n"));
  }

  private void example(Map<String, SourceText> before, Map<String, SourceText> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<FilePatch> patches = new ArrayList<>();
    for (String name : names) {
      patches.add(
          new FilePatch(
              name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))));
    }
    String diff = new String(new UnifiedDiff().toBytes(patches), StandardCharsets.UTF_8);
    if (!diff.isEmpty()) {
      entries.append(
          diff.lines()
              .filter(line -> !line.startsWith("diff --git ") && !line.startsWith("index "))
              .collect(Collectors.joining("\n", "\n```diff\n", "\n```\n")));
    }
  }

  @Override
  public String toString() {
    return page.toString() + entries;
  }
}
