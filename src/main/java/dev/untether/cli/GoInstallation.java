package dev.untether.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the sources of the standard library are. Nothing is run to find out. */
final class GoInstallation {
  private GoInstallation() {}

  /**
   * Returns the directory given, the one that GOROOT names, or the one that the {@code go} on PATH
   * belongs to; empty if there is none with sources.
   *
   * @param environment the variables of the process
   */
  static Optional<Path> find(@Nullable Path given, Map<String, String> environment) {
    if (given != null) {
      return Optional.of(given.toAbsolutePath().normalize());
    }
    String named = environment.getOrDefault("GOROOT", "");
    if (!named.isEmpty()) {
      return path(named).filter(GoInstallation::hasSources);
    }
    for (String directory :
        environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
      Optional<Path> found =
          path(directory).flatMap(GoInstallation::rootOfGoIn).filter(GoInstallation::hasSources);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  static boolean hasSources(Path root) {
    return Files.isDirectory(root.resolve("src/runtime"));
  }

  /** A go in some bin directory is often a link to GOROOT/bin/go. */
  private static Optional<Path> rootOfGoIn(Path directory) {
    for (String name : new String[] {"go", "go.exe"}) {
      Path program = directory.resolve(name);
      if (!Files.isExecutable(program)) {
        continue;
      }
      try {
        return Optional.ofNullable(program.toRealPath().getParent()).map(Path::getParent);
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
