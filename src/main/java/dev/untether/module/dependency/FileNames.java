package dev.untether.module.dependency;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Names of files that come from files and variables, where anything can stand. */
final class FileNames {
  private FileNames() {}

  /**
   * Returns what a name below {@code base}, or an absolute one, means, without {@code ..} and
   * without following links, as Go's filepath.Join does; nothing if this system has no such name.
   */
  static Optional<Path> resolve(Path base, String name) {
    try {
      return Optional.of(base.resolve(name).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
