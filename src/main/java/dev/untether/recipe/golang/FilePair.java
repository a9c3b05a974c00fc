package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.Import;
import dev.untether.module.target.GoFileName;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.text.LineEnding;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Splits functions between two files, of which every build takes at most one: the new code for
 * releases that can compile it, the directive for those before.
 */
final class FilePair {
  private final Recipe recipe;
  private final LinknameMatch match;
  private final PackageDraft draft;
  private final PackageFile file;
  private final String tag;
  private final String part;

  FilePair(Recipe recipe, LinknameMatch match, PackageDraft draft, PackageFile file, int since) {
    this.recipe = recipe;
    this.match = match;
    this.draft = draft;
    this.file = file;
    this.tag = "go1." + since;
    this.part = "go1" + since;
  }

  /** Writes the files; the file that there is keeps the rest, or is the one for old releases. */
  void write(List<Replacement> ones) throws Refusal {
    if (!file.header().isUnderstood()) {
      throw new Refusal("the build constraint of the file cannot be understood");
    }
    GoFileName name = GoFileName.of(file.name());
    String newCode = newCode(ones);
    if (holdsNothingElse(ones)) {
      draft.create(name.with(part), newCode);
      draft.file(file).add(file.header().edits(file.header().and("!" + tag), recipe.id()));
      return;
    }
    String oldName = name.with("pre_" + part);
    if (draft.goPackage().has(oldName)) {
      throw new Refusal(
          "there is a file " + oldName + " already; move the declaration there by hand");
    }
    draft.create(name.with(part), newCode);
    draft.create(oldName, oldCode(ones));
    for (Replacement one : ones) {
      Span whole = new Span(one.start(), one.function().span().end());
      for (Site site : one.sites()) {
        if (!site.file().equals(file) || !whole.contains(site.directive().span())) {
          draft.file(site.file()).deleteLine(site.directive().span());
        }
      }
      draft.file(file).deleteLine(whole);
    }
  }

  /** Returns whether the whole file is about these functions. */
  private boolean holdsNothingElse(List<Replacement> ones) {
    Set<Declaration> mine = new HashSet<>();
    Set<Span> directives = new HashSet<>();
    for (Replacement one : ones) {
      mine.add(one.function());
      for (Site site : one.sites()) {
        if (!site.file().equals(file)) {
          return false;
        }
        directives.add(site.directive().span());
      }
    }
    return mine.containsAll(file.facts().declarations())
        && file.facts().directives().stream().allMatch(any -> directives.contains(any.span()));
  }

  private String newCode(List<Replacement> ones) throws Refusal {
    Set<String> taken = new TreeSet<>(draft.goPackage().declaredNames());
    for (Replacement one : ones) {
      one.signature().parameters().forEach(parameter -> taken.add(parameter.name()));
    }
    ImportNames names = new ImportNames(taken, List.of());
    Map<String, Optional<String>> imports = new TreeMap<>();
    StringBuilder code = new StringBuilder();
    for (Replacement one : ones) {
      FunctionWriter writer = new FunctionWriter(recipe, match, draft.goPackage(), one);
      FunctionWriter.Parts parts =
          writer.write(
              path -> {
                String name = names.of(path);
                boolean plain = name.equals(ImportNames.guess(path));
                imports.put(path, plain ? Optional.empty() : Optional.of(name));
                return name;
              });
      imports.putAll(importsOf(one));
      code.append('\n')
          .append(parts.declarations())
          .append(writer.comments())
          .append(parts.signature())
          .append(parts.body())
          .append('\n');
    }
    return assemble(file.header().and(tag), imports, code.toString());
  }

  private String oldCode(List<Replacement> ones) throws Refusal {
    Map<String, Optional<String>> imports = new TreeMap<>();
    imports.put("unsafe", Optional.of("_"));
    StringBuilder code = new StringBuilder();
    for (Replacement one : ones) {
      imports.putAll(importsOf(one));
      Span whole = new Span(one.start(), one.function().span().end());
      code.append('\n');
      code.append(file.text().slice(whole.start(), one.function().span().start()));
      Set<String> directives = new LinkedHashSet<>();
      for (Site site : one.sites()) {
        if (!site.file().equals(file) || !whole.contains(site.directive().span())) {
          directives.add(site.directive().text().strip());
        }
      }
      directives.forEach(text -> code.append(text).append('\n'));
      code.append(file.text().slice(one.function().span())).append('\n');
    }
    return assemble(file.header().and("!" + tag), imports, code.toString());
  }

  /** Returns the imports of the file that the declaration of a function needs. */
  private Map<String, Optional<String>> importsOf(Replacement one) {
    Set<String> used = file.tokens().qualifiers(one.function().span());
    Map<String, Optional<String>> imports = new TreeMap<>();
    for (Import any : file.facts().imports()) {
      if (used.contains(any.name().orElse(ImportNames.guess(any.path())))) {
        imports.put(any.path(), any.name());
      }
    }
    return imports;
  }

  private String assemble(String condition, Map<String, Optional<String>> imports, String code) {
    StringBuilder text = new StringBuilder(licence());
    text.append("//go:build ").append(condition).append("\n\n");
    text.append("package ").append(file.packageName()).append("\n\n");
    List<String> specifications = new ArrayList<>();
    imports.forEach((path, name) -> specifications.add(ImportEdits.specification(path, name)));
    if (specifications.size() == 1) {
      text.append("import ").append(specifications.get(0)).append('\n');
    } else if (!specifications.isEmpty()) {
      text.append(
          specifications.stream()
              .map(one -> "\t" + one + "\n")
              .collect(Collectors.joining("", "import (\n", ")\n")));
    }
    text.append(imports.isEmpty() ? code.substring(1) : code);
    LineEnding ending = file.text().lineEnding();
    return text.toString().replace("\r\n", "\n").replace("\n", ending.text());
  }

  /** Returns the licence that the file starts with, with the blank line behind it. */
  private String licence() {
    String text = file.text().toString().replace("\r\n", "\n");
    if (!text.startsWith("//")) {
      return "";
    }
    int end = text.indexOf("\n\n");
    String block = end < 0 ? "" : text.substring(0, end + 2);
    boolean isLicence =
        (block.contains("Copyright") || block.contains("SPDX-License-Identifier"))
            && !block.contains("//go:build")
            && block.lines().allMatch(line -> line.isBlank() || line.startsWith("//"));
    return isLicence ? block : "";
  }
}
