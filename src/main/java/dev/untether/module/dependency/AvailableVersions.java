package dev.untether.module.dependency;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a module that this machine knows of, and where their sources are. Nothing is
 * fetched: a version that is not here may exist all the same.
 *
 * @param path the module path
 * @param versions from old to new
 */
public record AvailableVersions(String path, List<Available> versions) {
  /** Copies the list. */
  public AvailableVersions {
    versions = List.copyOf(versions);
  }

  /**
   * A version.
   *
   * @param module path and version
   * @param directory where its sources are, if they were downloaded and unpacked to the end
   */
  public record Available(ModuleVersion module, Optional<Path> directory) {
    /**
     * Returns whether this is a release, which upgrades choose; not a prerelease, and not a commit
     * without a version of its own.
     */
    public boolean isRelease() {
      return SemanticVersion.parse(module.version())
          .filter(version -> version.prerelease().isEmpty())
          .isPresent();
    }
  }

  /** Returns what a module cache knows of a module. */
  public static AvailableVersions in(ModuleCache cache, String modulePath) {
    List<Available> versions =
        cache.versionsOf(modulePath).stream()
            .map(module -> new Available(module, cache.directoryOf(module)))
            .toList();
    return new AvailableVersions(modulePath, versions);
  }

  /** Returns the versions whose sources are there, from old to new. */
  public List<Available> atHand() {
    return versions.stream().filter(version -> version.directory().isPresent()).toList();
  }

  /** Returns the versions after {@code version}, from old to new: what one could upgrade to. */
  public List<Available> after(String version) {
    return versions.stream()
        .filter(it -> ModuleVersion.compareVersions(it.module().version(), version) > 0)
        .toList();
  }
}
