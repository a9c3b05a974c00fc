package dev.untether.recipe.script;

import dev.untether.recipe.Recipe;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The step {@code linkname-section}: a part of the README between two markers, which tells users
 * what the module pulls. It is written anew whenever that changes, and goes with the last pull.
 */
final class LinknameSection implements ModuleStep {
  private static final String START = "<!-- linknames: kept up to date by untether -->";
  private static final String END = "<!-- end of linknames -->";

  @Override
  public void run(
      Recipe recipe, Map<String, String> settings, List<String> files, ModuleDraft draft) {
    if (files.isEmpty()) {
      return;
    }
    String file = files.get(0);
    SourceText source = draft.module().text(file).orElseThrow();
    String text = source.toString();
    int start = text.indexOf(START);
    int end = text.indexOf(END);
    boolean isThere = start >= 0 && end > start;
    boolean isDamaged =
        !isThere && (start >= 0 || end >= 0)
            || isThere && (text.indexOf(START, start + 1) >= 0 || text.indexOf(END, end + 1) >= 0);
    if (isDamaged) {
      int place = Math.max(0, Math.max(start, end));
      draft.refuse(
          file,
          source.positionOf(bytes(text.substring(0, place))),
          "expected one line " + START + ", and one line " + END + " below it");
      return;
    }
    List<Pulled> pulls = published(draft.module());
    if (pulls.isEmpty()) {
      if (isThere) {
        int behind = end + END.length();
        while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
          behind++;
        }
        boolean isLast = behind == text.length();
        int from = isLast ? text.substring(0, start).stripTrailing().length() : start;
        String left = isLast && from > 0 ? "\n" : "";
        draft.replace(file, span(text, from, behind), left);
      }
      return;
    }
    Optional<String> section =
        new StepTemplates(recipe, settings)
            .render("template", Map.of("symbols", symbols(pulls, draft.module())), draft);
    if (section.isEmpty()) {
      return;
    }
    String wanted = START + "\n" + section.get() + END;
    if (!isThere) {
      String gap = text.isBlank() ? "" : text.endsWith("\n") ? "\n" : "\n\n";
      draft.replace(file, Span.at(source.length()), gap + wanted + "\n");
    } else if (!text.substring(start, end + END.length()).replace("\r\n", "\n").equals(wanted)) {
      draft.replace(file, span(text, start, end + END.length()), wanted);
    }
  }

  /** Returns the pulls that users get: not those of tests. */
  private static List<Pulled> published(ModuleView module) {
    return module.pulls().stream().filter(pull -> !pull.isInTest()).toList();
  }

  /** Returns what the template is told about each symbol, by name. */
  private static List<Map<String, Object>> symbols(List<Pulled> pulls, ModuleView module) {
    SortedMap<String, SortedSet<Integer>> needs = LinkerNeeds.of(module);
    SortedMap<String, Set<String>> files = new TreeMap<>();
    for (Pulled pull : pulls) {
      files.computeIfAbsent(pull.symbol(), key -> new TreeSet<>()).add(pull.file());
    }
    List<Map<String, Object>> symbols = new ArrayList<>();
    files.forEach(
        (symbol, places) -> {
          Map<String, Object> values = new TreeMap<>();
          values.put("symbol", symbol);
          values.put("files", List.copyOf(places));
          SortedSet<Integer> rejected = needs.getOrDefault(symbol, new TreeSet<>());
          values.put("rejected", rejected.stream().map(minor -> "1." + minor).toList());
          symbols.add(values);
        });
    return symbols;
  }

  private static Span span(String text, int from, int to) {
    return new Span(bytes(text.substring(0, from)), bytes(text.substring(0, to)));
  }

  private static int bytes(String prefix) {
    return SourceText.of(prefix).length();
  }
}
