package dev.untether.module;

import dev.untether.text.Position;
import java.util.Optional;

/**
 * A line of a {@code go.mod} or {@code go.work} file that may occur several times. Paths and
 * versions are as written: whether Go takes them is for those to judge who use them.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-file">The reference of go.mod files</a>
 */
public sealed interface GoModDirective {

  /** Returns where its first argument is. */
  Position position();

  /**
   * A module that is needed, in this version or a later one.
   *
   * @param indirect whether the line is marked as not imported by the module itself
   */
  record Require(Position position, String path, String version, boolean indirect)
      implements GoModDirective {}

  /** A version that must not be used; requirements of it count for nothing. */
  record Exclude(Position position, String path, String version) implements GoModDirective {}

  /**
   * A module whose sources are to be taken from elsewhere.
   *
   * @param version the version that this is about; empty for all
   * @param newPath a directory if there is no new version, else a module path
   */
  record Replace(
      Position position,
      String path,
      Optional<String> version,
      String newPath,
      Optional<String> newVersion)
      implements GoModDirective {}

  /** Versions of the module itself that its authors take back; one version has equal ends. */
  record Retract(Position position, String low, String high) implements GoModDirective {}

  /** A package of the build list that {@code go tool} runs. */
  record Tool(Position position, String path) implements GoModDirective {}

  /** A directory that package patterns leave out. */
  record Ignore(Position position, String path) implements GoModDirective {}

  /** A setting of the GODEBUG of main packages. */
  record Godebug(Position position, String key, String value) implements GoModDirective {}

  /** A directory whose module belongs to the workspace. */
  record Use(Position position, String path) implements GoModDirective {}
}
