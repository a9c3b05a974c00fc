package dev.untether.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory for temporary files that this user alone can read. It goes when it is closed, and
 * when the process is told to end.
 */
public final class PrivateDirectory implements AutoCloseable {
  private final Path path;
  private final Thread cleaner = new Thread(() -> delete(path()));

  private PrivateDirectory(Path path) {
    this.path = path;
  }

  /** Makes one where the system has temporary files, under a name that nobody can have made. */
  public static PrivateDirectory create(String prefix) throws IOException {
    return of(Files.createTempDirectory(prefix));
  }

  /** Makes one in {@code parent}, under a name that nobody can have made before. */
  public static PrivateDirectory in(Path parent, String prefix) throws IOException {
    Files.createDirectories(parent);
    return of(Files.createTempDirectory(parent, prefix));
  }

  private static PrivateDirectory of(Path directory) throws IOException {
    PrivateDirectory made = new PrivateDirectory(directory.toRealPath());
    Runtime.getRuntime().addShutdownHook(made.cleaner);
    return made;
  }

  /** Returns where it is, without symbolic links. */
  public Path path() {
    return path;
  }

  /** Deletes a file or a directory with all that is in it, as far as it can be. */
  public static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(path)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      // A leftover in the directory for temporary files, which its owner may delete.
      return;
    }
  }

  @Override
  public void close() {
    delete(path);
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The program ends, and the hook runs by itself.
      return;
    }
  }
}
