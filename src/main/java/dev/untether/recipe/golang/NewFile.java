package dev.untether.recipe.golang;

import dev.untether.golang.Import;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A Go file in the making: it takes code, licence, package and line endings from another. */
final class NewFile {
  private final PackageFile source;
  private final String condition;
  private final Map<String, Optional<String>> imports = new TreeMap<>();
  private final StringBuilder code = new StringBuilder();

  /**
   * Starts a file.
   *
   * @param condition its build constraint; empty for none
   */
  NewFile(PackageFile source, String condition) {
    this.source = source;
    this.condition = condition;
  }

  String condition() {
    return condition;
  }

  PackageFile source() {
    return source;
  }

  void use(String path, Optional<String> name) {
    imports.put(path, name);
  }

  /** Imports what the code within {@code span} of {@code file} refers to. */
  void useThoseOf(PackageFile file, Span span) {
    imports.putAll(importsOf(file, span));
  }

  /** Returns the imports of {@code file} that the code within {@code span} refers to. */
  static Map<String, Optional<String>> importsOf(PackageFile file, Span span) {
    Set<String> used = file.tokens().qualifiers(span);
    Map<String, Optional<String>> imports = new TreeMap<>();
    for (Import any : file.facts().imports()) {
      if (used.contains(any.name().orElse(ImportNames.guess(any.path())))) {
        imports.put(any.path(), any.name());
      }
    }
    return imports;
  }

  /** Adds a declaration, with a blank line before it. */
  void add(String declaration) {
    code.append('\n').append(declaration.strip()).append('\n');
  }

  /**
   * Returns the comments of a declaration with a directive below them, set off as gofmt does it.
   *
   * @param comments empty, or whole lines
   */
  static String withDirective(String comments, String directive) {
    List<String> lines = comments.lines().toList();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    boolean isProse = last.startsWith("//") && !last.equals("//") && !last.startsWith("//go:");
    return comments + (isProse ? "//\n" : "") + directive + "\n";
  }

  /** Returns the text. */
  String text() {
    StringBuilder text = new StringBuilder(licence(source));
    if (!condition.isEmpty()) {
      text.append("//go:build ").append(condition).append("\n\n");
    }
    text.append("package ").append(source.packageName()).append('\n');
    List<String> specifications = new ArrayList<>();
    imports.forEach((path, name) -> specifications.add(ImportEdits.specification(path, name)));
    if (specifications.size() == 1) {
      text.append("\nimport ").append(specifications.get(0)).append('\n');
    } else if (!specifications.isEmpty()) {
      text.append(
          specifications.stream()
              .map(one -> "\t" + one + "\n")
              .collect(Collectors.joining("", "\nimport (\n", ")\n")));
    }
    text.append(code);
    String ending = source.text().lineEnding().text();
    return text.toString().replace("\r\n", "\n").replace("\n", ending);
  }

  /** Returns the licence that a file starts with, with the blank line behind it. */
  static String licence(PackageFile source) {
    String text = source.text().toString().replace("\r\n", "\n");
    int end = text.startsWith("//") ? text.indexOf("\n\n") : -1;
    String block = end < 0 ? "" : text.substring(0, end + 2);
    boolean isLicence =
        (block.contains("Copyright") || block.contains("SPDX-License-Identifier"))
            && !block.contains("//go:build")
            && block.lines().allMatch(line -> line.isBlank() || line.startsWith("//"));
    return isLicence ? block : "";
  }
}
