package dev.untether.verify;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A package of the module, as {@code go list} describes it for one cell.
 *
 * @param path its import path
 * @param module the path of its module
 * @param directory where it is, in the copy
 * @param isCommand whether it is a package main
 * @param goFiles how many Go files the cell builds, those of cgo too
 * @param assemblyFiles how many assembly files the cell builds
 * @param testFiles how many test files the cell builds
 * @param imports the import paths in its Go files, without those of tests
 * @param problem why it cannot even be loaded; empty if it can
 */
record ListedPackage(
    String path,
    String module,
    Path directory,
    boolean isCommand,
    int goFiles,
    int assemblyFiles,
    int testFiles,
    List<String> imports,
    String problem) {
  private static final String SEPARATOR = "|";
  private static final int FIELDS = 9;

  /** The template for {@code go list -f}; texts that may hold anything come last, or quoted. */
  static final String FORMAT =
      "{{.ImportPath}}|{{with .Module}}{{.Path}}{{end}}|{{.Name}}|{{len .GoFiles}} {{len .CgoFiles}}|{{len .SFiles}}"
          + "|{{len .TestGoFiles}} {{len .XTestGoFiles}}|{{join .Imports \" \"}}"
          + "|{{with .Error}}{{printf \"%q\" .Err}}{{end}}"
          + "{{range .DepsErrors}}{{printf \"%q\" .Err}}{{end}}|{{.Dir}}";

  /** Returns the packages in the output of {@code go list -e -f FORMAT}. */
  static List<ListedPackage> parse(String output) {
    List<ListedPackage> packages = new ArrayList<>();
    for (String line : output.lines().toList()) {
      int quote = line.indexOf('"');
      int lastQuote = line.lastIndexOf('"');
      String problem = quote < 0 ? "" : line.substring(quote + 1, lastQuote);
      String plain = quote < 0 ? line : line.substring(0, quote) + line.substring(lastQuote + 1);
      String[] fields = plain.split("\\" + SEPARATOR, FIELDS);
      if (fields.length == FIELDS && !fields[3].isEmpty()) {
        packages.add(
            new ListedPackage(
                fields[0],
                fields[1],
                Path.of(fields[8]),
                fields[2].equals("main"),
                sum(fields[3]),
                Integer.parseInt(fields[4]),
                sum(fields[5]),
                List.of(fields[6].split(" ", -1)),
                problem.replace("\\n", "\n").replace("\\\"", "\"")));
      }
    }
    return packages;
  }

  private static int sum(String numbers) {
    return Arrays.stream(numbers.split(" ", -1)).mapToInt(Integer::parseInt).sum();
  }

  /** Returns the directory of its module. */
  Path moduleDirectory() {
    boolean isBelow = !module.isEmpty() && path.startsWith(module + "/");
    int below = isBelow ? path.substring(module.length() + 1).split("/", -1).length : 0;
    Path at = directory;
    for (int i = 0; i < below; i++) {
      at = Objects.requireNonNullElse(at.getParent(), at);
    }
    return at;
  }

  /**
   * Returns those of {@code packages} that are of a module, and those that import one of them,
   * directly or by way of others.
   *
   * @param module the directory of the module
   */
  static List<ListedPackage> reaching(Path module, List<ListedPackage> packages) {
    Map<String, List<ListedPackage>> importers = new HashMap<>();
    for (ListedPackage each : packages) {
      for (String imported : each.imports()) {
        importers.computeIfAbsent(imported, name -> new ArrayList<>()).add(each);
      }
    }
    Set<ListedPackage> reaching = new LinkedHashSet<>();
    Deque<ListedPackage> open = new ArrayDeque<>();
    packages.stream().filter(it -> it.moduleDirectory().equals(module)).forEach(open::add);
    while (!open.isEmpty()) {
      ListedPackage next = open.remove();
      if (reaching.add(next)) {
        open.addAll(importers.getOrDefault(next.path(), List.of()));
      }
    }
    return packages.stream().filter(reaching::contains).toList();
  }

  /**
   * Returns the import path below which a program must stand to import this package: what holds its
   * innermost {@code internal}, or else the module.
   */
  String importableBelow() {
    String marked = path + "/";
    int at = marked.lastIndexOf("/internal/");
    String parent = at < 0 ? module : path.substring(0, at);
    boolean inModule = parent.equals(module) || parent.startsWith(module + "/");
    return inModule ? parent : module;
  }
}
