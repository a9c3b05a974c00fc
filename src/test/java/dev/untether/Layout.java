package dev.untether;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages and source files of the product, as the tests of its shape see them. */
final class Layout {
  static final String ROOT = "dev.untether";

  /**
   * From the top: each may import only from those after it. ARCHITECTURE.md says what each does.
   */
  static final List<String> PACKAGES =
      List.of(
          "cli",
          "campaign",
          "forge",
          "git",
          "report",
          "verify",
          "process",
          "review",
          "engine",
          "recipe",
          "access",
          "module",
          "golang",
          "asm",
          "syntax",
          "text");

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern TABLE_ROW = Pattern.compile("\\| `([a-z]+)`.*");

  private Layout() {}

  /** Returns the packages {@code names}, with those inside them, as ArchUnit writes them. */
  static String[] within(String... names) {
    return Stream.of(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
  }

  /** Returns the packages from {@code name} down to the lowest, as ArchUnit writes them. */
  static String[] fromDown(String name) {
    return within(PACKAGES.subList(PACKAGES.indexOf(name), PACKAGES.size()).toArray(String[]::new));
  }

  /** Returns every main source file, in the order of the paths. */
  static List<Path> sourceFiles() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the packages that the table of ARCHITECTURE.md names, in its order. */
  static List<String> documentedPackages() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("ARCHITECTURE.md"))) {
      return lines
          .map(TABLE_ROW::matcher)
          .filter(Matcher::matches)
          .map(row -> row.group(1))
          .toList();
    }
  }
}
