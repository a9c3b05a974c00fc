package dev.untether.asm;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Go release that the assembly code is compared with: its sources, and what its assembler sees
 * in them. Tests that need it are skipped loudly where it is missing, and fail there with
 * UNTETHER_REQUIRE_GO=1 in the environment.
 *
 * @param goroot the installation
 */
record GoRelease(Path goroot) {
  private static final String NAME = "go1.27.4";
  private static final Path DRIVER = Path.of("src/test/go/asmoracle/run").toAbsolutePath();

  /** Every GOARCH, and the operating systems whose assembly is unlike that of others. */
  private static final List<String> TARGETS =
      List.of(
          "linux/386",
          "linux/amd64",
          "linux/arm",
          "linux/arm64",
          "linux/loong64",
          "linux/mips",
          "linux/mipsle",
          "linux/mips64",
          "linux/mips64le",
          "linux/ppc64",
          "linux/ppc64le",
          "linux/riscv64",
          "linux/s390x",
          "js/wasm",
          "aix/ppc64",
          "darwin/arm64",
          "openbsd/amd64",
          "solaris/amd64",
          "windows/386",
          "windows/amd64");

  /** Returns the release, or skips the test. */
  static GoRelease require() {
    String named = System.getenv("UNTETHER_GOROOT_127");
    try {
      String goroot =
          named != null ? named : run(Map.of("GOTOOLCHAIN", NAME), "go", "env", "GOROOT").get(0);
      if (Files.exists(Path.of(goroot, "src/cmd/asm/main.go"))) {
        return new GoRelease(Path.of(goroot));
      }
      return missing("no Go sources in " + goroot);
    } catch (IOException e) {
      return missing(NAME + " cannot be asked for its GOROOT: " + e.getMessage());
    }
  }

  private static GoRelease missing(String problem) {
    if ("1".equals(System.getenv("UNTETHER_REQUIRE_GO"))) {
      return fail(problem);
    }
    System.err.println("SKIPPED, NOT PROVEN: " + problem);
    return Assumptions.abort(problem);
  }

  Path sources() {
    return goroot.resolve("src");
  }

  /** Returns every file below {@code src} whose name ends in one of {@code extensions}, sorted. */
  List<Path> filesNamed(String... extensions) throws IOException {
    try (Stream<Path> files = Files.walk(sources())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(extensions).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }

  /**
   * Returns the tables of what the assembler sees: all that the directory UNTETHER_ORACLE_DIR
   * holds, or those of a choice of targets, which are made now if they were not before.
   */
  List<OracleTables> tables() throws IOException {
    String named = System.getenv("UNTETHER_ORACLE_DIR");
    Optional<Path> finished =
        Optional.ofNullable(named).map(Path::of).filter(GoRelease::holdsTables);
    Path directory = Path.of("target/asm-oracle").toAbsolutePath();
    if (finished.isPresent()) {
      directory = finished.get();
    } else {
      List<String> command = new ArrayList<>();
      command.addAll(List.of(DRIVER.toString(), "-o", directory.toString(), goroot.toString()));
      command.addAll(TARGETS);
      run(Map.of(), command.toArray(String[]::new));
    }
    return OracleTables.in(directory);
  }

  private static boolean holdsTables(Path directory) {
    try {
      return !OracleTables.in(directory).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> run(Map<String, String> environment, String... command)
      throws IOException {
    Path output = Files.createTempFile("go", ".out");
    Path errors = Files.createTempFile("go", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      Process process =
          builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
      if (!process.waitFor(20, TimeUnit.MINUTES)) {
        process.destroy();
        throw new IOException("still running after twenty minutes: " + String.join(" ", command));
      }
      if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
      }
      return Files.readAllLines(output, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
