package dev.untether.asm.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the assembler of a real Go release knows, as the program in {@code src/test/go/archoracle}
 * prints it.
 *
 * <p>That program uses packages that only programs below {@code cmd/asm} may import. It is put
 * there with {@code -overlay}, which refuses to touch a GOROOT in the module cache; hence a GOROOT
 * made of links.
 */
final class ArchitectureOracle {
  private static final String RELEASE = "go1.27.4";
  private static final String GOROOT_VARIABLE = "UNTETHER_GOROOT_127";
  private static final Path PROGRAM = Path.of("src/test/go/archoracle/main.go").toAbsolutePath();
  private static final String PACKAGE = "cmd/asm/untetherarchoracle";

  private final Map<String, Map<String, Map<String, String>>> facts = new HashMap<>();

  private ArchitectureOracle(List<String> lines) {
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      facts
          .computeIfAbsent(fields[0], goarch -> new HashMap<>())
          .computeIfAbsent(fields[1], kind -> new TreeMap<>())
          .put(fields[2], fields[3]);
    }
  }

  /** Returns the facts of one kind for one architecture: value by name. */
  Map<String, String> facts(String goarch, String kind) {
    return facts.getOrDefault(goarch, Map.of()).getOrDefault(kind, Map.of());
  }

  /**
   * Returns the GOROOT of the release that the tables follow, empty if it is not on this machine.
   */
  static Optional<Path> goroot() {
    String named = System.getenv(GOROOT_VARIABLE);
    try {
      Path goroot =
          Path.of(
              named != null
                  ? named
                  : run(Path.of("."), Map.of("GOTOOLCHAIN", RELEASE), "go", "env", "GOROOT")
                      .get(0));
      Path source = goroot.resolve("src/cmd/asm/internal/arch/arch.go");
      return Files.exists(source) ? Optional.of(goroot) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns what the assembler of {@code goroot} knows; {@code scratch} is for files of the build.
   */
  static ArchitectureOracle ask(Path goroot, Path scratch) throws IOException {
    Path links = Files.createDirectory(scratch.resolve("goroot"));
    try {
      for (Path entry : entries(goroot)) {
        Files.createSymbolicLink(links.resolve(entry.getFileName()), entry);
      }
      return build(links, scratch);
    } finally {
      for (Path link : entries(links)) {
        Files.delete(link);
      }
    }
  }

  private static ArchitectureOracle build(Path goroot, Path scratch) throws IOException {
    Path overlay = scratch.resolve("overlay.json");
    Path place = goroot.resolve("src").resolve(PACKAGE).resolve("main.go");
    Files.writeString(overlay, "{\"Replace\":{\"" + place + "\":\"" + PROGRAM + "\"}}");
    Path program = scratch.resolve("archoracle");
    Path directory = goroot.resolve("src/cmd");
    // Go takes the directory's name from PWD; the resolved one would lie outside the GOROOT of
    // links.
    Map<String, String> environment =
        Map.of("GOTOOLCHAIN", "local", "GOROOT", goroot.toString(), "PWD", directory.toString());
    String command = goroot.resolve("bin/go").toString();
    run(
        directory,
        environment,
        command,
        "build",
        "-overlay",
        overlay.toString(),
        "-o",
        program.toString(),
        PACKAGE);
    return new ArchitectureOracle(run(scratch, environment, program.toString()));
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    }
  }

  private static List<String> run(Path directory, Map<String, String> environment, String... words)
      throws IOException {
    Path output = Files.createTempFile("archoracle", ".out");
    Path errors = Files.createTempFile("archoracle", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
      builder.environment().putAll(environment);
      Process process =
          builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroy();
        throw new IOException("still running after five minutes: " + String.join(" ", words));
      }
      if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", words) + ": " + Files.readString(errors));
      }
      return Files.readAllLines(output, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
