package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.review.buildlog.BuildFailure;
import dev.untether.review.buildlog.BuildLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases below src/test/resources/explain: {@code tree/} is what was built, {@code output.txt} what
 * Go printed, {@code expected.txt} what is to be said about it, {@code command.txt} how to get the
 * output anew.
 */
final class ExplainedBuildTest {
  private static final Path CASES = Path.of("src/test/resources/explain");

  static Stream<String> cases() {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(it -> it.getFileName().toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void explainsWhatGoPrinted(String name) throws IOException {
    Path folder = CASES.resolve(name);
    String tree = folder.resolve("tree").toString();

    CommandRun run =
        CommandRun.reading(Files.readAllBytes(folder.resolve("output.txt")), "explain", "-", tree);

    String said = run.out().replace(tree + "/", "");
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("untether.update")) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected));
    assertThat(run.exit()).isEqualTo(said.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void jsonLinesNameTheSameFailures(String name) throws IOException {
    Path folder = CASES.resolve(name);
    byte[] output = Files.readAllBytes(folder.resolve("output.txt"));

    CommandRun run =
        CommandRun.reading(
            output, "explain", "-", "--format", "jsonl", folder.resolve("tree").toString());

    long failures = BuildLog.read(new ByteArrayInputStream(output)).failures().size();
    assertThat(run.out().lines().filter(it -> it.contains("\"kind\":\"failure\"")))
        .hasSize((int) failures);
  }

  /** Takes minutes where the toolchains have built nothing yet. */
  @ParameterizedTest
  @MethodSource("cases")
  void goStillPrintsTheOutput(String name, @TempDir Path scratch) throws Exception {
    Assumptions.assumeTrue(
        Boolean.getBoolean("untether.buildlogs"), "set -Duntether.buildlogs=true to build them");
    CommandRun.copy(CASES.resolve(name), scratch.resolve("case"));
    Path printed = scratch.resolve("printed");
    ProcessBuilder build =
        new ProcessBuilder(
                "sh", "-c", Files.readString(CASES.resolve(name).resolve("command.txt"), UTF_8))
            .directory(scratch.resolve("case/tree").toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    build.environment().put("OUT", scratch.resolve("program").toString());
    build.environment().put("GOFLAGS", "");
    Process process = build.start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();

    assertThat(failures(printed)).isEqualTo(failures(CASES.resolve(name).resolve("output.txt")));
  }

  private static List<String> failures(Path output) throws IOException {
    try (var in = Files.newInputStream(output)) {
      return BuildLog.read(in).failures().stream()
          .map(ExplainedBuildTest::withoutAddresses)
          .toList();
    }
  }

  private static String withoutAddresses(BuildFailure failure) {
    return failure.kind()
        + " "
        + failure.referrer()
        + " "
        + failure.symbol()
        + " "
        + failure.file();
  }
}
