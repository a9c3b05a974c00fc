package dev.untether.recipe.golang.draft;

import dev.untether.golang.GoFile;
import dev.untether.golang.Import;
import dev.untether.text.Edit;
import dev.untether.text.Edits;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds and removes imports as goimports would: into the group that the file has for the standard
 * library, in the order of the paths. {@code import "C"} and its preamble are never touched.
 */
public final class ImportEdits {
  private final SourceText text;
  private final GoFile facts;
  private final String author;
  private final String newline;

  public ImportEdits(SourceText text, GoFile facts, String author) {
    this.text = text;
    this.facts = facts;
    this.author = author;
    this.newline = text.lineEnding().text();
  }

  /** One line between the parentheses of an import declaration; the path is empty if none. */
  private record Line(String text, String path) {
    boolean isBlank() {
      return text.isBlank();
    }
  }

  /**
   * Returns the edits.
   *
   * @param wanted the paths to add, each with its name unless that goes without saying
   * @param unused the paths to remove
   */
  public Edits edits(Map<String, Optional<String>> wanted, Set<String> unused) {
    Map<String, Optional<String>> left = new LinkedHashMap<>(wanted);
    List<Edit> edits = new ArrayList<>();
    Set<Span> declarations = new LinkedHashSet<>();
    facts.imports().stream()
        .filter(one -> !one.isC())
        .forEach(one -> declarations.add(one.declaration()));
    Optional<Span> host = host(declarations);
    for (Span declaration : declarations) {
      Map<String, Optional<String>> here =
          host.filter(declaration::equals).isPresent() ? left : Map.of();
      edit(declaration, here, unused).ifPresent(edits::add);
    }
    if (host.isEmpty() && !left.isEmpty()) {
      edits.add(newDeclaration(left));
    }
    return Edits.of(edits);
  }

  /** Returns the declaration that takes new imports: the first in parentheses, else the first. */
  private Optional<Span> host(Set<Span> declarations) {
    Optional<Span> block =
        declarations.stream()
            .filter(this::isBlock)
            .max(
                Comparator.comparingInt(this::standardImports)
                    .thenComparing(Span::start, Comparator.reverseOrder()));
    return block.isPresent() ? block : declarations.stream().findFirst();
  }

  private int standardImports(Span declaration) {
    return members(declaration).stream().anyMatch(one -> isStandard(one.path())) ? 1 : 0;
  }

  private List<Import> members(Span declaration) {
    return facts.imports().stream().filter(one -> one.declaration().equals(declaration)).toList();
  }

  private boolean isBlock(Span declaration) {
    return text.slice(declaration).endsWith(")");
  }

  public static boolean isStandard(String path) {
    int slash = path.indexOf('/');
    return !(slash < 0 ? path : path.substring(0, slash)).contains(".");
  }

  private Optional<Edit> edit(
      Span declaration, Map<String, Optional<String>> wanted, Set<String> unused) {
    List<Import> members = members(declaration);
    List<Import> kept = members.stream().filter(one -> !unused.contains(one.path())).toList();
    if (kept.size() == members.size() && wanted.isEmpty()) {
      return Optional.empty();
    }
    if (kept.isEmpty() && wanted.isEmpty()) {
      return Optional.of(
          new Edit(Lines.withSurroundings(text, withComments(declaration)), "", author));
    }
    if (isBlock(declaration)) {
      return Optional.of(block(declaration, wanted, unused));
    }
    if (kept.isEmpty()) {
      // With it goes what a comment behind it says about the import that goes.
      Span line = new Span(declaration.start(), endOfLine(declaration.end()));
      return Optional.of(new Edit(line, declarationOf(specifications(wanted)), author));
    }
    Line own = new Line("\t" + text.slice(kept.get(0).span()), kept.get(0).path());
    List<Line> lines = new ArrayList<>(List.of(own));
    wanted.forEach((path, name) -> insert(lines, path, name));
    StringBuilder code = new StringBuilder("import (").append(newline);
    lines.forEach(line -> code.append(line.text()).append(newline));
    return Optional.of(new Edit(declaration, code.append(")").toString(), author));
  }

  private Span withComments(Span declaration) {
    return new Span(declaration.start(), endOfLine(declaration.end()));
  }

  private int endOfLine(int offset) {
    int end = offset;
    while (end < text.length() && text.bytes()[end] != '\n' && text.bytes()[end] != '\r') {
      end++;
    }
    return end;
  }

  private String declarationOf(List<String> specifications) {
    if (specifications.size() == 1) {
      return "import " + specifications.get(0);
    }
    StringBuilder code = new StringBuilder("import (").append(newline);
    specifications.forEach(one -> code.append('\t').append(one).append(newline));
    return code.append(")").toString();
  }

  private static List<String> specifications(Map<String, Optional<String>> wanted) {
    return wanted.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> specification(entry.getKey(), entry.getValue()))
        .toList();
  }

  public static String specification(String path, Optional<String> name) {
    return name.map(it -> it + " ").orElse("") + '"' + path + '"';
  }

  private Edit newDeclaration(Map<String, Optional<String>> wanted) {
    int offset =
        facts.packageClause().map(clause -> endOfLine(clause.span().end())).orElse(text.length());
    String code = newline + newline + declarationOf(specifications(wanted));
    // Whoever imports C has that declaration next; a blank line is there already.
    return new Edit(Span.at(offset), code, author);
  }

  private Edit block(Span declaration, Map<String, Optional<String>> wanted, Set<String> unused) {
    int from = text.bytes().length == 0 ? 0 : Lines.behind(text, declaration.start());
    int to = Lines.start(text, declaration.end() - 1);
    List<Line> lines = new ArrayList<>();
    for (int at = from; at < to; at = Lines.behind(text, at)) {
      int start = at;
      int end = Lines.behind(text, at);
      String path =
          members(declaration).stream()
              .filter(one -> start <= one.span().start() && one.span().end() <= end)
              .map(Import::path)
              .findFirst()
              .orElse("");
      if (path.isEmpty() || !unused.contains(path)) {
        lines.add(new Line(text.slice(start, endOfLine(start)), path));
      } else {
        dropComments(lines);
      }
    }
    wanted.forEach((path, name) -> insert(lines, path, name));
    trim(lines);
    StringBuilder code = new StringBuilder();
    lines.forEach(line -> code.append(line.text()).append(newline));
    return new Edit(new Span(from, to), code.toString(), author);
  }

  /** Takes away the comment lines at the end, which are about the import that would follow. */
  private static void dropComments(List<Line> lines) {
    while (!lines.isEmpty() && lines.get(lines.size() - 1).text().strip().startsWith("//")) {
      lines.remove(lines.size() - 1);
    }
  }

  /** Puts an import into the first run of lines with a path of its sort, else before all others. */
  private void insert(List<Line> lines, String path, Optional<String> name) {
    Line added = new Line("\t" + specification(path, name), path);
    int first = 0;
    while (first < lines.size() && !isSort(lines.get(first), path)) {
      first++;
    }
    if (first == lines.size()) {
      boolean onTop = isStandard(path);
      if (!lines.isEmpty()) {
        lines.add(onTop ? 0 : lines.size(), new Line("", ""));
      }
      lines.add(onTop ? 0 : lines.size(), added);
      return;
    }
    while (first > 0 && !lines.get(first - 1).isBlank()) {
      first--;
    }
    int place = first;
    while (place < lines.size()
        && !lines.get(place).isBlank()
        && (lines.get(place).path().isEmpty() || lines.get(place).path().compareTo(path) < 0)) {
      place++;
    }
    // Comments above an import are about it.
    while (place > first && lines.get(place - 1).path().isEmpty()) {
      place--;
    }
    lines.add(place, added);
  }

  private static boolean isSort(Line line, String path) {
    return !line.path().isEmpty() && isStandard(line.path()) == isStandard(path);
  }

  /** Takes away blank lines at both ends, and one of two that meet. */
  private static void trim(List<Line> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      boolean atEnd = i == lines.size() - 1;
      boolean meets = !atEnd && (i == 0 || lines.get(i + 1).isBlank());
      if (lines.get(i).isBlank() && (atEnd || meets)) {
        lines.remove(i);
      }
    }
  }
}
