package dev.untether.recipe.golang.reference;

import dev.untether.asm.AsmFile;
import dev.untether.asm.AsmKind;
import dev.untether.asm.Statement;
import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinknameDirective;
import dev.untether.recipe.golang.Replacement;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.Lines;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.recipe.golang.reference.PackageAssembly.Definition;
import dev.untether.syntax.Node;
import dev.untether.text.Edit;
import dev.untether.text.Edits;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes functions out of assembly files, and files that then hold nothing. */
final class AssemblyRemoval {
  private final PackageDraft draft;
  private final String author;

  AssemblyRemoval(PackageDraft draft, String author) {
    this.draft = draft;
    this.author = author;
  }

  /** Takes {@code gone} out, whose declarations in Go now have bodies. */
  void remove(List<Definition> gone, Collection<Replacement> replaced) {
    Map<String, Set<Span>> spans = new TreeMap<>();
    for (Definition definition : gone) {
      Set<Span> its = spans.computeIfAbsent(definition.path(), key -> new TreeSet<>());
      its.add(span(definition));
    }
    spans.forEach(
        (path, its) -> {
          SourceText text = draft.goPackage().assembly().getOrDefault(path, SourceText.of(""));
          List<Edit> edits = new ArrayList<>();
          joined(text, its).forEach(span -> edits.add(new Edit(span, "", author)));
          SourceText left = Edits.of(edits).applyTo(text);
          if (isEmpty(AsmFile.parse(path, left)) && !isNeeded(spans.keySet(), replaced)) {
            draft.delete(path);
          } else {
            edits.forEach(edit -> draft.edit(path, edit));
          }
        });
  }

  private static Span span(Definition definition) {
    int start = definition.function().text().span().start();
    int end = start;
    for (Statement prog : definition.function().progs()) {
      end = Math.max(end, prog.span().end());
    }
    return new Span(start, end);
  }

  /**
   * Returns whole lines with the line comments right above, and one of two blank lines that would
   * meet; what only blank lines part goes in one piece.
   */
  private static List<Span> joined(SourceText text, Set<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      int start = Lines.start(text, span.start());
      while (start > 0 && isProse(Lines.at(text, Lines.start(text, start - 1)))) {
        start = Lines.start(text, start - 1);
      }
      int end = Lines.behind(text, span.end());
      int last = joined.size() - 1;
      boolean touches =
          last >= 0
              && text.slice(joined.get(last).end(), Math.max(start, joined.get(last).end()))
                  .isBlank();
      if (touches) {
        joined.set(last, new Span(joined.get(last).start(), end));
      } else {
        joined.add(new Span(start, end));
      }
    }
    return joined.stream().map(span -> Lines.withSurroundings(text, span)).toList();
  }

  private static boolean isProse(String line) {
    return line.startsWith("//") && !line.startsWith("//go:build");
  }

  /** Returns whether nothing is left but comments and includes. */
  private static boolean isEmpty(AsmFile file) {
    for (Node node : file.tree().root().nodes()) {
      if (node.kind() != AsmKind.INCLUDE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether a function without a body has its code in none of the assembly files: then one
   * has to be there, whatever it holds, for the compiler not to ask for a body.
   */
  private boolean isNeeded(Set<String> emptied, Collection<Replacement> replaced) {
    GoPackage goPackage = draft.goPackage();
    Set<Declaration> filled = new HashSet<>();
    replaced.forEach(one -> filled.add(one.function()));
    Set<String> linked = new HashSet<>();
    StringBuilder others = new StringBuilder();
    goPackage
        .assembly()
        .forEach((path, text) -> others.append(emptied.contains(path) ? "" : text.toString()));
    for (PackageFile file : goPackage.goFiles()) {
      file.facts().directives().stream()
          .filter(one -> one.shape().isWellFormed() && file.facts().importsUnsafe())
          .flatMap(one -> one.local().map(LinknameDirective.Argument::text).stream())
          .forEach(linked::add);
    }
    return goPackage.goFiles().stream()
        .flatMap(file -> file.facts().declarations().stream())
        .anyMatch(
            declaration ->
                declaration instanceof FunctionDeclaration function
                    && !function.hasBody()
                    && !function.fromHost()
                    && !filled.contains(declaration)
                    && !linked.contains(function.name())
                    && !others.toString().contains("·" + function.name() + "("));
  }
}
