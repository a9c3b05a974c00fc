package dev.untether.cli;

import dev.untether.engine.ChangeSet;
import dev.untether.engine.FileChange;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.verify.FileEdit;
import dev.untether.verify.Withdrawn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is left of a migration after what breaks was withdrawn. */
final class ProvenChanges {
  private ProvenChanges() {}

  /**
   * Returns {@code changes} without what the proofs withdraw, which becomes something refused.
   * Changes that no proof is about stay: that they are not proven is said elsewhere.
   */
  static ChangeSet of(ChangeSet changes, List<Proving.Proven> proven) {
    Map<Path, FileEdit> kept = new HashMap<>();
    Map<Path, Withdrawn> withdrawn = new HashMap<>();
    Set<Path> looked = new HashSet<>();
    for (Proving.Proven each : proven) {
      each.proof().kept().forEach(edit -> kept.put(edit.file(), edit));
      each.proof().withdrawn().forEach(it -> withdrawn.put(it.edit().file(), it));
    }
    looked.addAll(kept.keySet());
    looked.addAll(withdrawn.keySet());
    List<FileChange> left = new ArrayList<>();
    List<Finding> refused = new ArrayList<>(changes.refused());
    for (FileChange change : changes.changes()) {
      Path file = change.absolute();
      FileEdit edit = kept.get(file);
      Withdrawn taken = withdrawn.get(file);
      if (taken != null) {
        taken.recipes().forEach(recipe -> refused.add(refusal(change, recipe, taken)));
      }
      if (!looked.contains(file)) {
        left.add(change);
      } else if (edit != null) {
        left.add(
            new FileChange(
                change.path(), change.absolute(), change.before(), edit.after(), edit.recipes()));
      }
    }
    return new ChangeSet(
        left, refused, changes.notes(), changes.skipped(), changes.problems(), changes.files());
  }

  private static Finding refusal(FileChange change, String recipe, Withdrawn taken) {
    String first = taken.reason().lines().findFirst().orElse("");
    return new Finding(
        recipe,
        Severity.WARNING,
        change.path(),
        Finding.WHOLE_FILE,
        "withdrawn, because the build shows that it breaks something: " + first);
  }
}
