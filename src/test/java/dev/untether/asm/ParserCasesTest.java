package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.syntax.TreeDump;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One test for each file below {@code src/test/resources/asm/parser}: {@code name.s} must give the
 * tree in {@code name.tree} and, one a line, the problems in {@code name.problems}; no such file
 * means none. {@code ok} holds what parses without a problem, {@code err} what does not.
 *
 * <p>Run with {@code -Dupdate=true} to write the expectations anew; then read them: a recorded
 * mistake is still a mistake.
 */
final class ParserCasesTest {
  private static final Path CASES = Path.of("src/test/resources/asm/parser");

  @TestFactory
  Stream<DynamicTest> everyCaseGivesItsTreeAndItsProblems() throws IOException {
    return sources().stream()
        .map(file -> DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> check(file)));
  }

  @Test
  void everyExpectationHasItsSource() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(beside(file, ".s")).exists());
    }
  }

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(file -> file.toString().endsWith(".s")).sorted().toList();
    }
  }

  private static Path beside(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + extension);
  }

  private static void check(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    AsmFile parsed = AsmFile.parse(file.getFileName().toString(), SourceText.of(bytes));
    assertThat(printed(parsed)).as("printed tree").isEqualTo(bytes);
    String problems =
        parsed.problems().stream().map(Finding::toString).collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("update")) {
      Files.writeString(beside(file, ".tree"), TreeDump.of(parsed.tree()));
      if (problems.isEmpty()) {
        Files.deleteIfExists(beside(file, ".problems"));
      } else {
        Files.writeString(beside(file, ".problems"), problems + "\n");
      }
    }
    assertThat(beside(file, ".tree")).as("run once with -Dupdate=true, and read it").exists();
    assertThat(TreeDump.of(parsed.tree())).isEqualTo(Files.readString(beside(file, ".tree")));
    List<String> expected = new ArrayList<>();
    if (Files.exists(beside(file, ".problems"))) {
      expected.addAll(Files.readAllLines(beside(file, ".problems")));
    }
    assertThat(problems.lines()).containsExactlyElementsOf(expected);
    boolean ok = file.startsWith(CASES.resolve("ok"));
    assertThat(expected.isEmpty())
        .as("a case in 'ok' has no problems, one in 'err' has")
        .isEqualTo(ok);
  }

  static byte[] printed(AsmFile parsed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parsed.tree().print(out);
    return out.toByteArray();
  }
}
