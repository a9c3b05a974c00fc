package dev.untether.verify;

import dev.untether.engine.FileChange;
import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A proposed change of one file.
 *
 * @param file where the file is or is to be, in the user's tree, as a real path
 * @param before its text; empty if it is created
 * @param after its text after the change; empty if it is deleted
 * @param recipes ids of the recipes that want this
 */
public record FileEdit(
    Path file, Optional<SourceText> before, Optional<SourceText> after, List<String> recipes)
    implements Comparable<FileEdit> {

  /** Copies the list. */
  public FileEdit {
    recipes = List.copyOf(recipes);
  }

  /** Returns the name of the file without its directories. */
  String name() {
    return String.valueOf(file.getFileName());
  }

  /** Returns the edit that stands for what a migration makes of a file. */
  public static FileEdit of(FileChange change) {
    return new FileEdit(change.absolute(), change.before(), change.after(), change.recipes());
  }

  /** Orders by path. */
  @Override
  public int compareTo(FileEdit other) {
    return file.compareTo(other.file);
  }
}
