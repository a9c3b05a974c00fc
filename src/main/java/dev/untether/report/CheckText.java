package dev.untether.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.module.dependency.ModuleVersion;
import dev.untether.report.terminal.Ansi;
import dev.untether.review.Advice;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.ModuleFault;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code check} finds, for people: what breaks, symbol by symbol with what to do about it;
 * what is only tolerated, as a table; what a reviewer would say, file by file.
 */
public final class CheckText {
  private static final int WIDTH = 80;
  private static final String INDENT = "  ";
  private static final int MOST_USERS = 5;
  private static final Pattern FIRST_WORDS = Pattern.compile("; |, | \\(|: |\\.$");

  private final boolean colours;
  private final boolean verbose;
  private final Advice advice;

  /**
   * Makes a writer.
   *
   * @param verbose whether to print what the linker says, word for word, and notes one by one
   */
  public CheckText(boolean colours, boolean verbose, Advice advice) {
    this.colours = colours;
    this.verbose = verbose;
    this.advice = advice;
  }

  /** Writes the findings, which are in order. */
  public void write(Collection<CheckFinding> findings, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    List<CheckFinding> own = findings.stream().filter(it -> it.fault().isEmpty()).toList();
    for (Group group : Group.values()) {
      List<CheckFinding> part = own.stream().filter(it -> it.rule().group() == group).toList();
      if (part.isEmpty()) {
        continue;
      }
      text.append(text.isEmpty() ? "" : "\n").append(paint(Ansi.BOLD, title(group))).append('\n');
      if (group == Group.TOLERATED && !verbose) {
        tolerated(part, text);
      } else if (group == Group.REVIEW) {
        part.forEach(it -> text.append(place(it.finding())));
      } else {
        blocks(part, text);
      }
    }
    Map<ModuleVersion, List<CheckFinding>> modules = new TreeMap<>();
    for (CheckFinding finding : findings) {
      finding
          .fault()
          .ifPresent(
              it -> modules.computeIfAbsent(it.module(), m -> new ArrayList<>()).add(finding));
    }
    modules.forEach((module, part) -> dependency(module, part, text));
    out.write(text.toString().getBytes(UTF_8));
  }

  private void dependency(ModuleVersion module, List<CheckFinding> findings, StringBuilder text) {
    List<CheckFinding> breaks =
        findings.stream().filter(it -> it.rule().group() == Group.BREAKS).toList();
    List<CheckFinding> others = new ArrayList<>(findings);
    others.removeAll(breaks);
    String head = "DEPENDENCY " + Printable.line(module.toString());
    text.append(text.isEmpty() ? "" : "\n").append(paint(Ansi.BOLD, head)).append('\n');
    List<ModuleVersion> why = findings.get(0).fault().map(ModuleFault::why).orElse(List.of());
    labelled("through", String.join(" → ", why.stream().map(String::valueOf).toList()), text);
    List<ModuleFault> faults = breaks.stream().flatMap(it -> it.fault().stream()).toList();
    ModuleFault.withoutAll(faults).ifPresent(it -> labelled("upgrade", it, text));
    blocks(breaks, text);
    if (verbose) {
      blocks(others, text);
      return;
    }
    for (CheckFinding warning : others) {
      if (warning.finding().severity() != Severity.NOTE) {
        text.append(place(warning.finding()));
      }
    }
    others.removeIf(it -> it.finding().severity() != Severity.NOTE);
    if (!others.isEmpty()) {
      long symbols = others.stream().flatMap(it -> it.symbol().stream()).distinct().count();
      String noun = symbols == 1 ? " symbol that is" : " symbols that are";
      labelled("besides", symbols + noun + " tolerated today; -v lists them", text);
    }
  }

  private static String title(Group group) {
    return switch (group) {
      case BREAKS -> "BREAKS";
      case TOLERATED -> "TOLERATED TODAY";
      case REVIEW -> "REVIEW";
    };
  }

  private void blocks(List<CheckFinding> findings, StringBuilder text) {
    Map<String, List<CheckFinding>> symbols = new LinkedHashMap<>();
    List<CheckFinding> others = new ArrayList<>();
    for (CheckFinding finding : findings) {
      if (finding.symbol().isPresent()) {
        symbols.computeIfAbsent(finding.symbol().get(), s -> new ArrayList<>()).add(finding);
      } else {
        others.add(finding);
      }
    }
    others.forEach(it -> text.append(place(it.finding())));
    symbols.forEach((symbol, about) -> block(symbol, about, text));
  }

  private void block(String symbol, List<CheckFinding> findings, StringBuilder text) {
    text.append('\n').append(paint(Ansi.BOLD, Printable.line(symbol))).append('\n');
    Set<String> facts = new LinkedHashSet<>();
    for (CheckFinding finding : findings) {
      facts.addAll(VerdictSummary.of(finding.verdicts(), verbose));
    }
    facts.forEach(it -> labelled("linker", it, text));
    advice.replacement(symbol).ifPresent(it -> labelled("instead", it, text));
    List<String> users = verbose ? advice.knownUsers(symbol) : List.of();
    if (!users.isEmpty()) {
      labelled("users", someOf(users), text);
    }
    List<String> recipes = findings.get(0).recipes();
    if (!recipes.isEmpty()) {
      labelled("recipe", "untether migrate --recipe " + String.join(",", recipes), text);
    }
    findings.stream()
        .filter(it -> it.rule().group() == Group.BREAKS)
        .filter(it -> it.finding().severity() != Severity.NOTE)
        .flatMap(it -> it.fault().stream().map(fault -> fault.remedy(it.recipes())))
        .distinct()
        .forEach(it -> labelled("remedy", it, text));
    findings.forEach(it -> text.append(INDENT).append(place(it.finding())));
  }

  private void labelled(String label, String words, StringBuilder text) {
    String head = INDENT + label + ":" + " ".repeat(Math.max(1, 9 - label.length()));
    StringBuilder line = new StringBuilder();
    int used = head.length();
    for (String word : Printable.line(words).split(" ", -1)) {
      if (!line.isEmpty() && used + 1 + word.length() > WIDTH) {
        line.append('\n').append(" ".repeat(head.length()));
        used = head.length();
      } else if (!line.isEmpty()) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += word.length();
    }
    text.append(paint(Ansi.CYAN, head)).append(line).append('\n');
  }

  private void tolerated(List<CheckFinding> findings, StringBuilder text) {
    Map<String, Set<String>> symbols = new LinkedHashMap<>();
    Map<String, List<String>> recipes = new HashMap<>();
    for (CheckFinding finding : findings) {
      if (finding.finding().severity() != Severity.NOTE || finding.symbol().isEmpty()) {
        text.append(place(finding.finding()));
      } else {
        recipes.putIfAbsent(finding.symbol().get(), finding.recipes());
        symbols
            .computeIfAbsent(finding.symbol().get(), s -> new LinkedHashSet<>())
            .add(finding.finding().path() + ":" + finding.finding().position());
      }
    }
    if (symbols.isEmpty()) {
      return;
    }
    Table table =
        new Table(
            Table.Column.left("symbol"),
            Table.Column.left("where"),
            Table.Column.left("known users"),
            Table.Column.left("what to do"));
    symbols.forEach(
        (symbol, places) -> {
          int users = advice.knownUsers(symbol).size();
          table.row(
              symbol,
              places.iterator().next()
                  + (places.size() > 1 ? " and in " + others(places.size() - 1) : ""),
              users == 0 ? "" : String.valueOf(users),
              remedy(symbol, recipes.getOrDefault(symbol, List.of())));
        });
    table.toString().lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
  }

  /** Returns what takes a symbol away, in a word or two: the whole of it is what -v prints. */
  private String remedy(String symbol, List<String> recipes) {
    if (!recipes.isEmpty()) {
      return "recipe " + recipes.get(0);
    }
    return advice.replacement(symbol).map(it -> FIRST_WORDS.split(it, 2)[0]).orElse("");
  }

  private static String someOf(List<String> users) {
    int named = Math.min(users.size(), MOST_USERS);
    String first = String.join(", ", users.subList(0, named));
    return users.size() == named ? first : first + " and " + (users.size() - named) + " more";
  }

  private static String others(int packages) {
    return packages == 1 ? "another package" : packages + " other packages";
  }

  private String place(Finding finding) {
    return DiagnosticText.plain().withColour(colours).format(finding);
  }

  private String paint(Ansi attribute, String words) {
    return colours ? attribute.paint(words) : words;
  }
}
