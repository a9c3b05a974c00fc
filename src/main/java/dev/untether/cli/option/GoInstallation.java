package dev.untether.cli.option;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where the sources of the standard library are. Nothing is run to find out. */
public final class GoInstallation {
  private GoInstallation() {}

  /**
   * Returns the directory given, the one that GOROOT names, or the one that the {@code go} on PATH
   * belongs to; empty if there is none with sources.
   *
   * @param environment the variables of the process
   */
  public static Optional<Path> find(@Nullable Path given, Map<String, String> environment) {
    if (given != null) {
      return Optional.of(given.toAbsolutePath().normalize());
    }
    String named = environment.getOrDefault("GOROOT", "");
    if (!named.isEmpty()) {
      return path(named).filter(GoInstallation::hasSources);
    }
    return directoriesOfPath(environment)
        .flatMap(directory -> programIn(directory).flatMap(GoInstallation::rootOf).stream())
        .filter(GoInstallation::hasSources)
        .findFirst();
  }

  /**
   * Returns the {@code go} on PATH. Directories that are not absolute are passed over: what they
   * mean is for the analysed tree to say.
   *
   * @param environment the variables of the process
   */
  public static Optional<Path> program(Map<String, String> environment) {
    return directoriesOfPath(environment)
        .filter(Path::isAbsolute)
        .flatMap(directory -> programIn(directory).stream())
        .findFirst();
  }

  private static Stream<Path> directoriesOfPath(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "");
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path)
        .flatMap(directory -> path(directory).stream());
  }

  /** Refuses a directory given that holds no sources. */
  public static void check(@Nullable Path given, CommandSpec spec) {
    if (given != null && !hasSources(given)) {
      throw new ParameterException(
          spec.commandLine(), "--goroot " + given + ": no Go sources (src/runtime) in there");
    }
  }

  private static boolean hasSources(Path root) {
    return Files.isDirectory(root.resolve("src/runtime"));
  }

  private static Optional<Path> programIn(Path directory) {
    return Stream.of("go", "go.exe")
        .map(directory::resolve)
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst();
  }

  /** A go in some bin directory is often a link to GOROOT/bin/go. */
  private static Optional<Path> rootOf(Path program) {
    try {
      return Optional.ofNullable(program.toRealPath().getParent()).map(Path::getParent);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
