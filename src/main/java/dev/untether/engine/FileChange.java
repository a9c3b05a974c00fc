package dev.untether.engine;

import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What recipes make of one file.
 *
 * @param path its path below the root of the tree, with slashes
 * @param absolute where it is, or will be
 * @param before its text as it was read; empty when the change creates the file
 * @param after its text with every edit applied; empty when the change deletes the file
 * @param recipes ids of the recipes that changed it, in the order in which they ran
 */
public record FileChange(
    String path,
    Path absolute,
    Optional<SourceText> before,
    Optional<SourceText> after,
    List<String> recipes) {

  /** Copies the list. */
  public FileChange {
    recipes = List.copyOf(recipes);
  }

  /** Returns whether the file is new. */
  public boolean isCreated() {
    return before.isEmpty();
  }

  /** Returns whether the file goes. */
  public boolean isDeleted() {
    return after.isEmpty();
  }
}
