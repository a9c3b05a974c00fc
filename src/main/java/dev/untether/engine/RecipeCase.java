package dev.untether.engine;

import dev.untether.asm.AsmFile;
import dev.untether.module.ModuleTree;
import dev.untether.module.TreeScope;
import dev.untether.recipe.Recipe;
import dev.untether.text.Finding;
import dev.untether.text.LineEnding;
import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One case of a recipe: {@code before/}, {@code after/} with every file that is there afterwards,
 * unless nothing must change, and {@code findings.txt} with what must be reported. Beyond
 * comparing, it checks what authors forget: trees print their input, a second run changes nothing,
 * and CRLF files become the CRLF twin of the result.
 */
public final class RecipeCase {
  private static final String FINDINGS = "findings.txt";
  private static final String OPTIONS = "options.txt";

  private final List<Recipe> recipes;
  private final Path directory;

  /** Prepares the case in {@code directory}. */
  public RecipeCase(Recipe recipe, Path directory) {
    this(List.of(recipe), directory);
  }

  /** Prepares the case in {@code directory} of a composite, given its parts in order. */
  public RecipeCase(List<Recipe> recipes, Path directory) {
    this.recipes = List.copyOf(recipes);
    this.directory = directory;
  }

  /** Returns the case folders of the recipe in {@code recipeDirectory}, by name. */
  public static List<Path> foldersOf(Path recipeDirectory) throws IOException {
    Path cases = recipeDirectory.resolve("cases");
    if (!Files.isDirectory(cases)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(cases)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  /**
   * A text that is not as the case expects.
   *
   * @param file the file, relative to the case
   * @param what what was checked
   * @param expected the text wanted; empty if there should be no such file
   * @param actual the text found; empty if there is no such file
   */
  public record Mismatch(
      String file, String what, Optional<SourceText> expected, Optional<SourceText> actual) {

    private Mismatch(String file, String what, SourceText expected, SourceText actual) {
      this(file, what, Optional.of(expected), Optional.of(actual));
    }
  }

  /** Returns whether the case says that nothing must change. */
  public boolean isNegative() {
    return !Files.isDirectory(directory.resolve("after"));
  }

  /** Returns everything in which the recipe differs from the case; nothing when it passes. */
  public List<Mismatch> run() throws IOException {
    Map<String, SourceText> before = read(directory.resolve("before"));
    if (before.isEmpty()) {
      throw new IOException("before/ holds no files; put there what the recipe starts from");
    }
    Map<String, SourceText> expected = isNegative() ? before : read(directory.resolve("after"));
    List<Mismatch> mismatches = new ArrayList<>();
    before.forEach(
        (file, text) -> {
          if (file.endsWith(".s")) {
            checkRoundTrip(file, text, mismatches);
          }
        });
    ChangeSet changes = migrate(before);
    Map<String, SourceText> actual = apply(before, changes);
    compare("result", expected, actual, mismatches);
    compare("second run", actual, apply(actual, migrate(actual)), mismatches);
    Map<String, SourceText> twin = crlf(before);
    compare("CRLF twin", crlf(actual), apply(twin, migrate(twin)), mismatches);
    checkFindings(changes, mismatches);
    return mismatches;
  }

  /** Rewrites {@code after/} and {@code findings.txt} to what the recipe does now. */
  public void update() throws IOException {
    Map<String, SourceText> before = read(directory.resolve("before"));
    ChangeSet changes = migrate(before);
    Path after = directory.resolve("after");
    if (Files.isDirectory(after)) {
      deleteAll(after);
    }
    if (!changes.changes().isEmpty()) {
      write(apply(before, changes), after);
    }
    String findings = findings(changes);
    if (findings.isEmpty()) {
      Files.deleteIfExists(directory.resolve(FINDINGS));
    } else {
      Files.writeString(directory.resolve(FINDINGS), findings);
    }
  }

  private static void checkRoundTrip(String file, SourceText text, List<Mismatch> mismatches) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      AsmFile.parse(file, text).tree().print(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!Arrays.equals(printed.toByteArray(), text.bytes())) {
      mismatches.add(new Mismatch(file, "round trip", text, SourceText.of(printed.toByteArray())));
    }
  }

  private void checkFindings(ChangeSet changes, List<Mismatch> mismatches) throws IOException {
    Path file = directory.resolve(FINDINGS);
    String expected = Files.exists(file) ? Files.readString(file) : "";
    String actual = findings(changes);
    if (!expected.equals(actual)) {
      mismatches.add(
          new Mismatch(FINDINGS, "findings", SourceText.of(expected), SourceText.of(actual)));
    }
  }

  private static String findings(ChangeSet changes) {
    List<Finding> all = new ArrayList<>(changes.refused());
    all.addAll(changes.notes());
    changes.problems().stream().filter(one -> one.rule().equals(Stage.NO_END)).forEach(all::add);
    StringBuilder lines = new StringBuilder();
    all.stream().sorted().forEach(finding -> lines.append(finding).append('\n'));
    return lines.toString();
  }

  /** Returns the recipes with the options that the case sets: {@code name=value} on each line. */
  private List<Recipe> configured() throws IOException {
    Path file = directory.resolve(OPTIONS);
    if (!Files.exists(file)) {
      return recipes;
    }
    Map<String, Map<String, String>> chosen = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      int dot = line.lastIndexOf('.', Math.max(equals, 0));
      String id = dot > 0 ? line.substring(0, dot) : recipes.get(0).id();
      if (equals <= 0 || recipes.stream().noneMatch(recipe -> recipe.id().equals(id))) {
        throw new IOException(
            OPTIONS + ": \"" + line + "\"; expected name=value, or recipe.name=value");
      }
      chosen
          .computeIfAbsent(id, key -> new TreeMap<>())
          .put(line.substring(dot + 1, equals), line.substring(equals + 1));
    }
    try {
      return recipes.stream()
          .map(recipe -> recipe.with(chosen.getOrDefault(recipe.id(), Map.of())))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IOException(OPTIONS + ": " + e.getMessage(), e);
    }
  }

  private ChangeSet migrate(Map<String, SourceText> files) throws IOException {
    Path copy = Files.createTempDirectory("untether-case");
    try {
      write(files, copy);
      return new Migration(ModuleTree.discover(copy, TreeScope.EVERYTHING), configured()).run();
    } finally {
      deleteAll(copy);
    }
  }

  private static Map<String, SourceText> apply(Map<String, SourceText> files, ChangeSet changes) {
    Map<String, SourceText> result = new TreeMap<>(files);
    for (FileChange change : changes.changes()) {
      change.after().ifPresent(text -> result.put(change.path(), text));
      if (change.isDeleted()) {
        result.remove(change.path());
      }
    }
    return result;
  }

  private static void compare(
      String what,
      Map<String, SourceText> expected,
      Map<String, SourceText> actual,
      List<Mismatch> mismatches) {
    Map<String, SourceText> all = new TreeMap<>(expected);
    all.putAll(actual);
    for (String file : all.keySet()) {
      Optional<SourceText> wanted = Optional.ofNullable(expected.get(file));
      Optional<SourceText> found = Optional.ofNullable(actual.get(file));
      if (!wanted.equals(found)) {
        mismatches.add(new Mismatch(file, what, wanted, found));
      }
    }
  }

  /** Returns the files with every line ending made CRLF; files that mix both stay as they are. */
  private static Map<String, SourceText> crlf(Map<String, SourceText> files) {
    Map<String, SourceText> twins = new TreeMap<>();
    files.forEach(
        (file, text) ->
            twins.put(
                file,
                text.lineEnding() == LineEnding.CRLF || text.toString().contains("\r")
                    ? text
                    : SourceText.of(text.toString().replace("\n", "\r\n"))));
    return twins;
  }

  /** Returns the files below a folder of a case, by path; none if there is no such folder. */
  public static Map<String, SourceText> files(Path root) throws IOException {
    return read(root);
  }

  private static Map<String, SourceText> read(Path root) throws IOException {
    Map<String, SourceText> files = new TreeMap<>();
    if (!Files.isDirectory(root)) {
      return files;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.put(name, SourceText.of(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  private static void write(Map<String, SourceText> files, Path root) throws IOException {
    for (var file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(path, file.getValue().bytes());
    }
  }

  private static void deleteAll(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Returns the name of the case. */
  public String name() {
    return String.valueOf(directory.getFileName());
  }
}
