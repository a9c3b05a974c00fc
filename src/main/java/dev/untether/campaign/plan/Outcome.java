package dev.untether.campaign.plan;

import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What recipes make of one work unit. All paths are below the root of the repository.
 *
 * @param changes the changed files, by path
 * @param refused places that a recipe is about and that were left alone
 * @param notes what a reader of the changes should look at
 * @param problems what could not be read or understood
 * @param sketches what the changed packages are like, to find their copies by
 * @param stands which directory stands in for a module elsewhere, by {@code replace} lines
 */
record Outcome(
    List<FileEdit> changes,
    List<Finding> refused,
    List<Finding> notes,
    List<Finding> problems,
    List<Sketch> sketches,
    SortedMap<String, String> stands) {

  static final Outcome NOTHING =
      new Outcome(List.of(), List.of(), List.of(), List.of(), List.of(), new TreeMap<>(Map.of()));

  Outcome {
    changes = List.copyOf(changes);
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
    sketches = List.copyOf(sketches);
    stands = new TreeMap<>(stands);
  }

  /**
   * One changed file.
   *
   * @param before the committed text; empty when the file is new
   * @param after the new text; empty when the file goes
   * @param recipes ids of those that changed it, in their order
   */
  record FileEdit(
      String path, Optional<SourceText> before, Optional<SourceText> after, List<String> recipes) {
    FileEdit {
      recipes = List.copyOf(recipes);
    }

    /** Returns the directory that the file is in; empty for the root. */
    String directory() {
      return Paths.parent(path);
    }

    /** Returns whether the file belongs to a Go package, and so together with its neighbours. */
    boolean isOfPackage() {
      return path.endsWith(".go") || path.endsWith(".s") || path.endsWith(".h");
    }
  }
}
