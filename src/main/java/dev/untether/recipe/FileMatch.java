package dev.untether.recipe;

import java.util.List;

/**
 * Text files of one module that are not Go's: scripts, CI files, documentation, {@code go.mod}.
 *
 * @param paths globs below the directory of the module: {@code *} and {@code ?} within a name, and
 *     {@code **} for any directories
 * @param containing one of which a file must contain; empty for every file
 */
public record FileMatch(List<String> paths, List<String> containing) implements Match {

  /** Copies the lists. */
  public FileMatch {
    paths = List.copyOf(paths);
    containing = List.copyOf(containing);
  }
}
