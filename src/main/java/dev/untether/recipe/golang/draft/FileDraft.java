package dev.untether.recipe.golang.draft;

import dev.untether.golang.GoFile;
import dev.untether.golang.GoText;
import dev.untether.golang.Import;
import dev.untether.golang.LinknameDirective;
import dev.untether.text.Edit;
import dev.untether.text.Edits;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The changes of one recipe to one Go file. Code is edited first, then imports: what is used is
 * looked up in the edited code.
 */
public final class FileDraft {
  private final PackageFile file;
  private final String author;
  private final List<Edit> edits = new ArrayList<>();
  private final TreeSet<Span> deleted = new TreeSet<>();
  private final Map<String, Optional<String>> wanted = new LinkedHashMap<>();
  private final ImportNames names;

  public FileDraft(PackageFile file, Set<String> packageNames, String author) {
    this.file = file;
    this.author = author;
    Set<String> taken = new TreeSet<>(packageNames);
    taken.addAll(file.tokens().identifiers());
    this.names = new ImportNames(taken, file.facts().imports());
  }

  /** Puts {@code code}, with LF line endings, in the place of {@code span}. */
  public void replace(Span span, String code) {
    edits.add(new Edit(span, withEndings(code), author));
  }

  public void insert(int offset, String code) {
    replace(Span.at(offset), code);
  }

  public void add(List<Edit> more) {
    edits.addAll(more);
  }

  private String withEndings(String code) {
    return code.replace("\n", file.text().lineEnding().text());
  }

  /** Returns the name under which the code of this file can use a package. */
  public String nameOf(String path) {
    return names.of(path);
  }

  /** Imports a package under that name, if it is not imported yet. */
  public void use(String path) {
    String name = names.of(path);
    if (!names.isImported(path)) {
      boolean plain = name.equals(ImportNames.guess(path));
      wanted.put(path, plain ? Optional.empty() : Optional.of(name));
    }
  }

  /** Wants an import under a name that the recipe states. */
  public void want(String path, Optional<String> name) {
    // For go:linkname, an import of unsafe under any name will do.
    boolean isAnyName = name.isEmpty() || name.get().equals("_");
    boolean there =
        file.facts().imports().stream()
            .anyMatch(one -> one.path().equals(path) && (isAnyName || one.name().equals(name)));
    if (!there) {
      wanted.put(path, name);
    }
  }

  /**
   * Deletes whole lines, and what stands around them for their sake only; neighbours that go too
   * count as one.
   */
  public void deleteLine(Span lines) {
    deleted.add(
        new Span(Lines.start(file.text(), lines.start()), Lines.behind(file.text(), lines.end())));
  }

  private void deleteLines() {
    Optional<Span> open = Optional.empty();
    for (Span next : deleted) {
      if (open.isPresent() && isBlank(open.get().end(), next.start())) {
        int end = Math.max(open.get().end(), next.end());
        open = Optional.of(new Span(open.get().start(), end));
      } else {
        open.ifPresent(this::delete);
        open = Optional.of(next);
      }
    }
    open.ifPresent(this::delete);
    deleted.clear();
  }

  /** Both would want the blank lines between them: what only these part goes in one piece. */
  private boolean isBlank(int from, int to) {
    boolean isUsed =
        edits.stream().map(Edit::span).anyMatch(it -> it.start() >= from && it.end() <= to);
    return to <= from || !isUsed && file.text().slice(from, to).isBlank();
  }

  private void delete(Span lines) {
    edits.add(new Edit(Lines.withSurroundings(file.text(), lines), "", author));
  }

  /** Returns the edits of code, and then those of imports in the text that the first leave. */
  public List<Edits> finish() {
    deleteLines();
    Edits code = Edits.of(inserts());
    SourceText edited = code.applyTo(file.text());
    GoFile facts = GoFile.parse(file.path(), edited);
    Set<String> unused = unused(edited, facts);
    Edits imports = new ImportEdits(edited, facts, author).edits(wanted, unused);
    List<Edits> phases = new ArrayList<>();
    for (Edits phase : List.of(code, imports)) {
      if (!phase.isEmpty()) {
        phases.add(phase);
      }
    }
    return phases;
  }

  /** Returns the edits, in which what several want inserted at one place stands in their order. */
  private List<Edit> inserts() {
    Map<Span, Edit> joined = new LinkedHashMap<>();
    List<Edit> others = new ArrayList<>();
    for (Edit edit : edits) {
      if (file.text().slice(edit.span()).equals(edit.replacement())) {
        continue;
      }
      if (edit.span().isEmpty()) {
        joined.merge(
            edit.span(),
            edit,
            (a, b) -> new Edit(a.span(), a.replacement() + b.replacement(), author));
      } else {
        others.add(edit);
      }
    }
    others.addAll(joined.values());
    return others;
  }

  /** Returns the paths of imports that were needed before and are not any more. */
  private Set<String> unused(SourceText edited, GoFile facts) {
    Set<String> before = file.tokens().qualifiers(new Span(0, file.text().length()));
    Set<String> after = GoText.of(edited).qualifiers(new Span(0, edited.length()));
    Set<String> unused = new TreeSet<>();
    for (Import one : file.facts().imports()) {
      String name = one.name().orElse(ImportNames.guess(one.path()));
      if (name.equals("_") && one.isUnsafe()) {
        if (hasDirectives(file.facts()) && !hasDirectives(facts)) {
          unused.add(one.path());
        }
      } else if (before.contains(name) && !after.contains(name)) {
        unused.add(one.path());
      }
    }
    return unused;
  }

  private static boolean hasDirectives(GoFile facts) {
    return facts.directives().stream()
        .map(LinknameDirective::shape)
        .anyMatch(LinknameDirective.Shape::isWellFormed);
  }
}
