package dev.untether.engine;

import dev.untether.recipe.change.Changes;
import dev.untether.text.Edits;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Lays what one recipe wants done to one unit over the tree: all of it, or nothing.
 *
 * @param recipe id of the recipe
 * @param unit the directory of the unit
 * @param onDisk gives the text that a file has on disk
 */
record Application(String recipe, String unit, Function<String, Optional<SourceText>> onDisk) {

  /** Returns whether anything changed. */
  boolean apply(Changes changes, Overlay overlay, Report report) {
    List<Finding> blocked = new ArrayList<>();
    List<String> touched = new ArrayList<>(changes.edits().keySet());
    touched.addAll(changes.deleted());
    for (String path : touched) {
      if (overlay.isLink(path)) {
        blocked.add(Stage.linked(recipe, path));
      }
    }
    changes
        .created()
        .forEach(
            (path, text) -> overlay.refusal(path).ifPresent(why -> blocked.add(no(path, why))));
    report.notes(overlay, changes.notes());
    report.skipped(overlay, changes.skipped());
    List<Finding> refused = new ArrayList<>(changes.refusals());
    refused.addAll(blocked);
    report.refused(overlay, recipe + " " + unit, refused);
    if (!blocked.isEmpty() || changes.changesNothing()) {
      return false;
    }
    for (Map.Entry<String, List<Edits>> entry : changes.edits().entrySet()) {
      overlay.edit(entry.getKey(), original(entry.getKey()), entry.getValue(), Set.of(recipe));
    }
    changes.created().forEach((path, text) -> overlay.create(path, text, recipe));
    changes.deleted().forEach(path -> overlay.delete(path, original(path), recipe));
    return true;
  }

  /** Returns the text on disk; what recipes created has none, and the overlay knows it already. */
  private SourceText original(String path) {
    return onDisk.apply(path).orElse(SourceText.of(""));
  }

  private Finding no(String path, String why) {
    return new Finding(recipe, Severity.WARNING, path, Finding.WHOLE_FILE, "not created: " + why);
  }
}
