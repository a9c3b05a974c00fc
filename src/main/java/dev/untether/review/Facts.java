package dev.untether.review;

import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import java.util.List;
import java.util.SortedSet;

/**
 * What rules look at.
 *
 * @param tree the files; names in findings are relative to its root
 * @param references the references with their verdicts, by file and place
 * @param targets the targets asked for
 * @param releases the releases asked for
 */
public record Facts(
    ModuleTree tree,
    List<JudgedReference> references,
    SortedSet<Target> targets,
    ReleaseRange releases) {

  /** Copies the list. */
  public Facts {
    references = List.copyOf(references);
  }
}
