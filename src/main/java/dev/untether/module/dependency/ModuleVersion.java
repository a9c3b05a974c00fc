package dev.untether.module.dependency;

import java.util.Comparator;
import java.util.Optional;

/**
 * A module at a version.
 *
 * @param path the module path, or a directory where that takes the place of a module
 * @param version such as {@code v1.2.3}; empty for main modules and directories
 */
public record ModuleVersion(String path, String version) implements Comparable<ModuleVersion> {
  private static final Comparator<ModuleVersion> ORDER =
      Comparator.comparing(ModuleVersion::path)
          .thenComparing(ModuleVersion::version, ModuleVersion::compareVersions)
          .thenComparing(ModuleVersion::version);

  /**
   * Compares versions of one module: a main module, which has none, comes after all others, and
   * what is no version before them. See cmpVersion of cmd/go/internal/modload.
   */
  static int compareVersions(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    Optional<SemanticVersion> left = SemanticVersion.parse(a);
    Optional<SemanticVersion> right = SemanticVersion.parse(b);
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isPresent(), right.isPresent());
    }
    return left.get().compareTo(right.get());
  }

  /** Orders by path, then from old to new. */
  @Override
  public int compareTo(ModuleVersion other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code path@version}, or the path alone where there is no version. */
  @Override
  public String toString() {
    return version.isEmpty() ? path : path + "@" + version;
  }
}
