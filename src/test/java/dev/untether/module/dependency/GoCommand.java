package dev.untether.module.dependency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import dev.untether.report.GoListJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The real go command, for comparison. Where it or the network is missing, tests are skipped
 * loudly; with UNTETHER_REQUIRE_GO=1 in the environment they fail.
 */
final class GoCommand {
  private final Map<String, String> settings;

  private GoCommand(Map<String, String> settings) {
    this.settings = settings;
  }

  /** Returns the go command with variables set beside those of this process. */
  static GoCommand require(Map<String, String> settings) throws InterruptedException {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("GOFLAGS", "");
    all.putIfAbsent("GOWORK", "");
    all.putIfAbsent("GOTOOLCHAIN", "local");
    GoCommand go = new GoCommand(all);
    try {
      go.run(Path.of("").toAbsolutePath(), "version");
    } catch (IOException e) {
      skip("there is no go command: " + e.getMessage());
    }
    return go;
  }

  /** Runs what needs the module proxy, or skips the test. */
  void download(Path directory, String... arguments) throws InterruptedException {
    try {
      run(directory, arguments);
    } catch (IOException e) {
      skip("modules cannot be downloaded: " + e.getMessage());
    }
  }

  private static void skip(String problem) {
    if ("1".equals(System.getenv("UNTETHER_REQUIRE_GO"))) {
      fail(problem);
    }
    System.err.println("SKIPPED, NOT PROVEN: " + problem);
    Assumptions.abort(problem);
  }

  /** Returns the environment that the go command has here, for the code under test. */
  GoEnvironment environment() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.putAll(settings);
    return GoEnvironment.of(variables, Path.of(System.getProperty("user.home", "/")));
  }

  List<ListedModule> list(Path directory) throws IOException, InterruptedException {
    String output = run(directory, "list", "-m", "-e", "-json", "all");
    return GoListJson.read(new ByteArrayInputStream(output.getBytes(UTF_8)));
  }

  String run(Path directory, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("go"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("go-out", "");
    Path err = Files.createTempFile("go-err", "");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().putAll(settings);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command + " took more than two minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException(command + " failed: " + Files.readString(err, UTF_8));
      }
      return Files.readString(out, UTF_8);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
