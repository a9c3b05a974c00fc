package dev.untether.engine;

import dev.untether.text.Finding;
import java.util.List;

/**
 * Everything that a migration would do, and everything that it would not and why. Diff, patch,
 * working tree and branch are renderings of it.
 *
 * @param changes the changed files, by path
 * @param refused places that a recipe is about, but where a precondition is not proven
 * @param notes what a reader of the changes should look at
 * @param skipped functions that a recipe looked at and that have nothing to change
 * @param problems files that could not be read or understood
 * @param files how many files were read
 */
public record ChangeSet(
    List<FileChange> changes,
    List<Finding> refused,
    List<Finding> notes,
    List<Finding> skipped,
    List<Finding> problems,
    int files) {

  /** Copies the lists. */
  public ChangeSet {
    changes = List.copyOf(changes);
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
    skipped = List.copyOf(skipped);
    problems = List.copyOf(problems);
  }
}
