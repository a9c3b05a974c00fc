package dev.untether.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real program, run in a directory with nothing of the user's configuration. */
public record Command(Path directory) {

  /** Skips the test, visibly, on machines without {@code program}. */
  public static void assumePresent(String program) {
    boolean present = true;
    try {
      new ProcessBuilder(program, "--version").start().waitFor();
    } catch (IOException e) {
      present = false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assumeTrue(present, () -> program + " is not installed");
  }

  /** Runs a program that must succeed and returns what it prints. */
  public byte[] run(byte[] input, String... command) {
    try {
      Path in = Files.createTempFile("untether-", ".in");
      Path out = Files.createTempFile("untether-", ".out");
      Path err = Files.createTempFile("untether-", ".err");
      Files.write(in, input);
      ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(directory.toFile());
      builder
          .environment()
          .putAll(
              Map.of(
                  "GIT_CONFIG_GLOBAL", "/dev/null",
                  "GIT_CONFIG_NOSYSTEM", "1",
                  "GIT_CEILING_DIRECTORIES",
                      directory.toAbsolutePath().resolveSibling("").toString(),
                  "LC_ALL", "C"));
      Process process =
          builder
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      byte[] printed = Files.readAllBytes(out);
      assertThat(ended && process.exitValue() == 0)
          .withFailMessage(
              () ->
                  String.join(" ", command)
                      + "\n"
                      + read(err)
                      + new String(printed, StandardCharsets.UTF_8)
                      + "\n--- input:\n"
                      + new String(input, StandardCharsets.UTF_8))
          .isTrue();
      Files.delete(in);
      Files.delete(out);
      Files.delete(err);
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
