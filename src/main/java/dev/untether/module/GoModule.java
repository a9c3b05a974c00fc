package dev.untether.module;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A directory with a {@code go.mod} file, and what belongs to it.
 *
 * @param path the module path; empty if the {@code go.mod} does not tell one
 * @param directory where the {@code go.mod} is
 * @param goMod what it says; empty if it cannot be read
 */
public record GoModule(String path, Path directory, Optional<GoMod> goMod) {
  private static final String STD = "std";
  private static final String CMD = "cmd";

  /** Returns whether this is the standard library, which has no prefix to its package paths. */
  public boolean isStandardLibrary() {
    return path.equals(STD);
  }

  /**
   * Returns whether vendored packages keep {@code vendor/} in their paths, as those of Go's own two
   * modules do.
   */
  boolean keepsVendorInPaths() {
    return path.equals(STD) || path.equals(CMD);
  }

  /**
   * Returns the import path of the package in a directory of the module.
   *
   * @param below the path of the directory below the module's, with slashes; empty for its own
   */
  String packagePath(String below) {
    if (below.isEmpty()) {
      return path;
    }
    if (below.startsWith(VendoredModules.PREFIX) && !keepsVendorInPaths()) {
      return below.substring(VendoredModules.PREFIX.length());
    }
    return isStandardLibrary() ? below : path + "/" + below;
  }
}
