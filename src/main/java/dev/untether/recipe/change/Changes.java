package dev.untether.recipe.change;

import dev.untether.text.Edits;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one recipe does to one package or module.
 *
 * @param edits the changes of files, by path: to be applied one after the other
 * @param created new files, by path
 * @param deleted files that go, by path
 * @param refusals places that the recipe is about, but that must stay as they are
 * @param notes what a reader of the change should look at
 * @param skipped places that the recipe is about, and where there is nothing to do
 */
public record Changes(
    Map<String, List<Edits>> edits,
    Map<String, SourceText> created,
    Set<String> deleted,
    List<Finding> refusals,
    List<Finding> notes,
    List<Finding> skipped) {

  /** Copies everything. */
  public Changes {
    edits = Collections.unmodifiableMap(new TreeMap<>(edits));
    created = Collections.unmodifiableMap(new TreeMap<>(created));
    deleted = Collections.unmodifiableSet(new TreeSet<>(deleted));
    refusals = List.copyOf(refusals);
    notes = List.copyOf(notes);
    skipped = List.copyOf(skipped);
  }

  /** Returns whether no file changes. */
  public boolean changesNothing() {
    return edits.isEmpty() && created.isEmpty() && deleted.isEmpty();
  }
}
