package dev.untether.engine;

import dev.untether.module.SourceFile;
import dev.untether.text.SourceText;
import java.util.List;

/**
 * What recipes make of one file.
 *
 * @param file the file
 * @param before its text as it was read
 * @param after its text with every edit applied
 * @param recipes ids of the recipes that changed it, in the order in which they ran
 */
public record FileChange(
    SourceFile file, SourceText before, SourceText after, List<String> recipes) {

  /** Copies the list. */
  public FileChange {
    recipes = List.copyOf(recipes);
  }
}
