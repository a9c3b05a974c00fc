package dev.untether.asm;

import dev.untether.asm.arch.Architecture;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the real assembler saw on one target, as {@code src/test/go/asmoracle} writes it down.
 *
 * @param target release, system and architecture: {@code go1.27.4-linux-arm64}
 * @param directory where the three tables lie
 */
record OracleTables(String target, Path directory) {

  /**
   * One row of a table.
   *
   * @param cells value by column
   */
  record Row(Map<String, String> cells) {
    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  /**
   * One file that was assembled.
   *
   * @param name its path below {@code src}
   * @param packagePath the package it belongs to
   * @param complete whether it assembled; otherwise the assembler may have stopped early
   * @param predefined the macros set by {@code -D}
   */
  record Assembled(String name, String packagePath, boolean complete, Set<String> predefined) {

    /** Parses the file as it lies below {@code sources}. */
    AsmFile parse(Path sources) throws IOException {
      return AsmFile.parse(name, SourceText.of(Files.readAllBytes(sources.resolve(name))));
    }

    /** Returns the headers it sees, which are named as in its {@code #include}. */
    Headers headers(Path sources) {
      Path folder = sources.resolve(name).resolveSibling("");
      Map<String, Optional<AsmFile>> found = new HashMap<>();
      Headers near = header -> found.computeIfAbsent(header, h -> read(folder.resolve(h), h));
      return near.orGo();
    }

    private static Optional<AsmFile> read(Path file, String header) {
      try {
        return Files.isRegularFile(file)
            ? Optional.of(AsmFile.parse(header, SourceText.of(Files.readAllBytes(file))))
            : Optional.empty();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** Returns the package's path as symbols spell it: objabi.PathToPrefix of Go. */
    String prefix() {
      int slash = packagePath.lastIndexOf('/') + 1;
      return packagePath.substring(0, slash) + packagePath.substring(slash).replace(".", "%2e");
    }
  }

  /** Returns the tables of every target that {@code directory} has, sorted by target. */
  static List<OracleTables> in(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("asm-refs-") && name.endsWith(".tsv"))
          .map(name -> name.substring("asm-refs-".length(), name.length() - ".tsv".length()))
          .sorted()
          .map(target -> new OracleTables(target, directory))
          .toList();
    }
  }

  Architecture architecture() {
    return Architecture.forGoarch(goarch()).orElseThrow();
  }

  String goarch() {
    return target.substring(target.lastIndexOf('-') + 1);
  }

  /** Returns the files, each with its rows of one table: {@code asm-refs} or {@code progs}. */
  Map<Assembled, List<Row>> rowsByFile(String table) throws IOException {
    Map<String, List<Row>> rows = new HashMap<>();
    for (Row row : rows(table)) {
      rows.computeIfAbsent(row.get("file"), file -> new ArrayList<>()).add(row);
    }
    Map<Assembled, List<Row>> byFile = new LinkedHashMap<>();
    for (Row row : rows("files")) {
      byFile.put(
          new Assembled(
              row.get("file"),
              row.get("package"),
              row.get("status").equals("ok"),
              Set.of(row.get("defines").split(","))),
          rows.getOrDefault(row.get("file"), List.of()));
    }
    return byFile;
  }

  private List<Row> rows(String table) throws IOException {
    Path file = directory.resolve(table + "-" + target + ".tsv");
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    String[] names = lines.get(0).split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }
}
