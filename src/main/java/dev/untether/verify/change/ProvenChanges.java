package dev.untether.verify.change;

import dev.untether.engine.ChangeSet;
import dev.untether.engine.FileChange;
import dev.untether.recipe.Recipe;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.verify.FileEdit;
import dev.untether.verify.Proof;
import dev.untether.verify.Withdrawn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is left of a migration after what breaks was withdrawn. */
public final class ProvenChanges {
  private static final Pattern PACKAGE_LINE = Pattern.compile("# \\S+(?: \\[\\S+\\])?\\R");

  private final Map<Path, FileEdit> kept = new HashMap<>();
  private final Map<Path, Withdrawn> withdrawn = new HashMap<>();

  /** Prepares to leave out what {@code proofs} withdraw. */
  public ProvenChanges(Collection<Proof> proofs) {
    for (Proof proof : proofs) {
      proof.kept().forEach(edit -> kept.put(edit.file(), edit));
      proof.withdrawn().forEach(it -> withdrawn.put(it.edit().file(), it));
    }
  }

  /** Runs recipes over the same tree as before. */
  @FunctionalInterface
  public interface Rerun {
    /** Returns what {@code recipes} alone do. */
    ChangeSet run(List<Recipe> recipes) throws Exception;
  }

  /** Returns whether anything was withdrawn. */
  public boolean isLess() {
    return !withdrawn.isEmpty();
  }

  /**
   * Returns {@code changes}, which were proven, without what was withdrawn; that becomes something
   * refused. Changes that no proof is about stay: that they are not proven is said elsewhere.
   */
  public ChangeSet of(ChangeSet changes) {
    List<FileChange> left = new ArrayList<>();
    List<Finding> refused = new ArrayList<>(changes.refused());
    for (FileChange change : changes.changes()) {
      Path file = change.absolute();
      FileEdit edit = kept.get(file);
      Withdrawn taken = withdrawn.get(file);
      if (taken != null) {
        taken.recipes().forEach(recipe -> refused.add(refusal(change, recipe, taken)));
      }
      if (edit != null) {
        left.add(
            new FileChange(
                change.path(), change.absolute(), change.before(), edit.after(), edit.recipes()));
      } else if (taken == null) {
        left.add(change);
      }
    }
    return with(changes, left, refused);
  }

  /**
   * Returns what the first few recipes of the migration do, without what was withdrawn from all of
   * them. A file from which one recipe was withdrawn is what the others of the few make of it.
   *
   * @param few the recipes
   * @param migration runs recipes; it may be asked for several choices of them
   */
  public ChangeSet ofFirst(List<Recipe> few, Rerun migration) throws Exception {
    ChangeSet changes = migration.run(few);
    Map<Set<String>, ChangeSet> without = new HashMap<>();
    List<FileChange> left = new ArrayList<>();
    for (FileChange change : changes.changes()) {
      Withdrawn taken = withdrawn.get(change.absolute());
      if (taken == null) {
        left.add(change);
        continue;
      }
      Set<String> ids = new HashSet<>(taken.recipes());
      if (!kept.containsKey(change.absolute())) {
        continue;
      }
      if (change.recipes().stream().noneMatch(ids::contains)) {
        left.add(change);
        continue;
      }
      ChangeSet others = without.get(ids);
      if (others == null) {
        others = migration.run(few.stream().filter(it -> !ids.contains(it.id())).toList());
        without.put(ids, others);
      }
      find(others, change.absolute()).ifPresent(left::add);
    }
    return with(changes, left, changes.refused());
  }

  private static Optional<FileChange> find(ChangeSet changes, Path file) {
    return changes.changes().stream().filter(it -> it.absolute().equals(file)).findFirst();
  }

  private static ChangeSet with(ChangeSet changes, List<FileChange> left, List<Finding> refused) {
    return new ChangeSet(
        left, refused, changes.notes(), changes.skipped(), changes.problems(), changes.files());
  }

  private static Finding refusal(FileChange change, String recipe, Withdrawn taken) {
    // The go command puts the package on a line of its own: "# example.com/m".
    String first =
        PACKAGE_LINE.matcher(taken.reason()).replaceFirst("").lines().findFirst().orElse("");
    return new Finding(
        recipe,
        Severity.WARNING,
        change.path(),
        Finding.WHOLE_FILE,
        "withdrawn, because the build shows that it breaks something: " + first);
  }
}
