package dev.untether.golang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Go toolchain to compare with; tests that need one are skipped loudly where it is missing.
 *
 * @param name the value of GOTOOLCHAIN that means it
 */
record GoToolchain(String name) {
  private static final Path ORACLE = Path.of("src/test/go/declsoracle").toAbsolutePath();

  /** What a program said: its exit code and everything it printed. */
  record Answer(int exit, String output) {}

  /**
   * Returns the toolchain that GOTOOLCHAIN={@code name} means, or skips the test. With
   * UNTETHER_REQUIRE_GO=1 in the environment a missing toolchain is a failure.
   */
  static GoToolchain require(String name) throws IOException, InterruptedException {
    GoToolchain go = new GoToolchain(name);
    String problem;
    try {
      go.tell(Path.of("").toAbsolutePath(), List.of("go", "version"));
      return go;
    } catch (IOException e) {
      problem = "no Go toolchain \"" + name + "\": " + e.getMessage();
    }
    if ("1".equals(System.getenv("UNTETHER_REQUIRE_GO"))) {
      fail(problem);
    }
    System.err.println("SKIPPED, NOT PROVEN: " + problem);
    return Assumptions.abort(problem);
  }

  Path goroot() throws IOException, InterruptedException {
    return Path.of(tell(ORACLE, List.of("go", "env", "GOROOT")).strip());
  }

  /** Returns what src/test/go/declsoracle prints about folders. */
  String describe(List<Path> folders) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("go", "run", "."));
    folders.forEach(folder -> command.add(folder.toString()));
    return tell(ORACLE, command);
  }

  /** Returns the compiler's program, to be run without the go command around it. */
  Path compiler() throws IOException, InterruptedException {
    return Path.of(tell(ORACLE, List.of("go", "env", "GOTOOLDIR")).strip()).resolve("compile");
  }

  /** Runs a command and returns what it printed, wherever to. */
  Answer run(Path directory, List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("go-toolchain", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().put("GOTOOLCHAIN", name);
      builder.environment().put("GOFLAGS", "");
      builder.environment().put("GOEXPERIMENT", "");
      Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command + " took more than five minutes");
      }
      return new Answer(process.exitValue(), new String(Files.readAllBytes(out), UTF_8));
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private String tell(Path directory, List<String> command)
      throws IOException, InterruptedException {
    Answer answer = run(directory, command);
    if (answer.exit() != 0) {
      throw new IOException(command + " failed: " + answer.output());
    }
    return answer.output();
  }
}
