package dev.untether.engine;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** One or more neighbouring recipes that look at units of the same sort. */
interface Stage {
  String OVERLAP = "recipes-overlap";
  String NO_END = "recipes-do-not-settle";

  /** Recipes that still change something after so many rounds undo each other's work. */
  int MAX_ROUNDS = 10;

  /**
   * Runs the recipes over the tree as it is now. Returns whether they changed anything; the changes
   * lie in the overlay.
   */
  boolean run(Overlay overlay, Report report);

  static boolean isLink(Path place) {
    return Files.isSymbolicLink(place);
  }

  /** Returns what to say about a change of a link: its target is a file of the tree too. */
  static Finding linked(String recipe, String path) {
    // git apply refuses links.
    return new Finding(
        recipe,
        Severity.WARNING,
        path,
        Finding.WHOLE_FILE,
        "not changed: it is a symbolic link; run untether on the file that it leads to");
  }

  static Finding doesNotSettle(String path, Collection<String> recipes) {
    return new Finding(
        NO_END,
        Severity.ERROR,
        path,
        Finding.WHOLE_FILE,
        "recipes "
            + String.join(", ", recipes)
            + " keep changing each other's result; the file was left alone");
  }
}
