package dev.untether.campaign.plan;

import dev.untether.module.GoModDirective;
import java.util.Optional;

/** Directories that stand in for modules, as {@code replace} lines say. */
final class LocalReplacements {
  private LocalReplacements() {}

  /**
   * Returns the directory of the repository that a line names.
   *
   * @param file the directory that the line's file is in
   */
  static Optional<String> directory(String file, GoModDirective.Replace replace) {
    String to = replace.newPath();
    if (!to.startsWith("./") && !to.startsWith("../")) {
      return Optional.empty();
    }
    String directory = Paths.resolve(file, to);
    return directory.startsWith("../") || directory.isEmpty()
        ? Optional.empty()
        : Optional.of(directory);
  }
}
