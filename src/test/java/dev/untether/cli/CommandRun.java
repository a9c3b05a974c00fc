package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.text.SourceText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run of the program, in this process.
 *
 * @param exit the exit code
 * @param printed what it wrote to standard output
 * @param err what it printed to standard error
 */
record CommandRun(int exit, SourceText printed, String err) {

  /** Runs {@code untether} with {@code args}. */
  static CommandRun of(String... args) {
    return reading(new byte[0], args);
  }

  /** Runs {@code untether} with {@code args} and something on its standard input. */
  static CommandRun reading(byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.main(
            new ByteArrayInputStream(input),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            args);
    return new CommandRun(exit, SourceText.of(out.toByteArray()), err.toString(UTF_8));
  }

  String out() {
    return new String(bytes(), UTF_8);
  }

  byte[] bytes() {
    return printed.bytes();
  }

  List<String> errLines() {
    return err.lines().toList();
  }

  /** Copies a directory with all that is in it. */
  static void copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          // Without the permissions: those of the module cache forbid to write.
          Files.write(copy, Files.readAllBytes(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
