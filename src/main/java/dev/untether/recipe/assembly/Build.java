package dev.untether.recipe.assembly;

import java.util.Set;

/**
 * One way in which a file is assembled.
 *
 * @param goarch the architecture
 * @param predefined the names that the target defines for {@code #ifdef}: {@code GOOS_linux}
 */
public record Build(String goarch, Set<String> predefined) {

  /** Copies the set. */
  public Build {
    predefined = Set.copyOf(predefined);
  }
}
