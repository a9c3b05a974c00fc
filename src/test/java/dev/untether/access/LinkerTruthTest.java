package dev.untether.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.VariablePull;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Agreement with what a real linker, made to go on after its fatal error, said about every symbol
 * of the standard library. The tables lie beside the checkout, in {@code ../shared/truth} or where
 * {@code -Duntether.truth} says.
 */
final class LinkerTruthTest {
  private static final Pattern NAME =
      Pattern.compile("linker-go1\\.([0-9]+)(?:\\.[0-9]+)?-([a-z0-9]+)-([a-z0-9]+)\\.tsv\\.xz");

  @TestFactory
  List<DynamicTest> agreesWithEveryRow() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path table : tables()) {
      Matcher name = NAME.matcher(String.valueOf(table.getFileName()));
      if (name.matches()) {
        int release = Integer.parseInt(name.group(1));
        Target target = new Target(name.group(2), name.group(3));
        tests.add(
            DynamicTest.dynamicTest(
                String.valueOf(table.getFileName()), () -> compare(table, release, target)));
      }
    }
    if (tests.isEmpty()) {
      String problem = "no linker tables in ../shared/truth";
      System.err.println("SKIPPED, NOT PROVEN: " + problem);
      tests.add(DynamicTest.dynamicTest(problem, () -> Assumptions.abort(problem)));
    }
    return tests;
  }

  private static List<Path> tables() throws IOException {
    String told = System.getProperty("untether.truth", "");
    List<Path> places =
        told.isEmpty()
            ? List.of(Path.of("../shared/truth"), Path.of("../../shared/truth"))
            : List.of(Path.of(told));
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          return files.sorted().toList();
        }
      }
    }
    return List.of();
  }

  private static void compare(Path table, int release, Target target) throws Exception {
    AccessData data = AccessData.of(release).orElseThrow();
    Judge judge = data.judge(target, /* cgo= */ false);
    List<String> wrong = new ArrayList<>();
    List<String> lines = lines(table);
    assertThat(lines).hasSizeGreaterThan(10_000);
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split("\t", -1);
      String symbol = row[0];
      Reference pull =
          row[1].equals("T")
              ? new FunctionPull("main", symbol)
              : new VariablePull("main", symbol, /* initialised= */ false, "byte");
      check(judge, new FromAssembly("main", symbol), row[3], wrong);
      if (!row[4].equals("-")) {
        check(judge, pull, row[4], wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(Judge judge, Reference reference, String said, List<String> wrong) {
    Verdict verdict = judge.judge(reference);
    if (said.equals("R") != (verdict.outcome() == Outcome.REJECTED)) {
      wrong.add(reference + ": the linker said " + said + ", we say " + verdict);
    }
  }

  /** Java cannot expand xz by itself. */
  private static List<String> lines(Path table) throws IOException, InterruptedException {
    Path expanded = Files.createTempFile("linker", ".tsv");
    try {
      Process xz;
      try {
        xz =
            new ProcessBuilder("xz", "--decompress", "--stdout", table.toString())
                .redirectOutput(expanded.toFile())
                .start();
      } catch (IOException e) {
        String problem = "no xz to read " + table;
        System.err.println("SKIPPED, NOT PROVEN: " + problem);
        return Assumptions.abort(problem);
      }
      if (xz.waitFor() != 0) {
        fail("xz cannot read " + table);
      }
      return Files.readAllLines(expanded, UTF_8);
    } finally {
      Files.delete(expanded);
    }
  }
}
