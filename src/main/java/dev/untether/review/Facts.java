package dev.untether.review;

import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import java.util.List;
import java.util.SortedSet;

/**
 * What rules look at.
 *
 * @param tree the files; names in findings are relative to its root
 * @param references the references with their verdicts, by file and place
 * @param remarks what the compiler says about directives, in its words
 * @param targets the targets asked for
 * @param releases the releases asked for
 */
public record Facts(
    ModuleTree tree,
    List<JudgedReference> references,
    List<Finding> remarks,
    SortedSet<Target> targets,
    ReleaseRange releases) {

  /** Copies the lists. */
  public Facts {
    references = List.copyOf(references);
    remarks = List.copyOf(remarks);
  }

  /** Facts about which the compiler has nothing to say. */
  public Facts(
      ModuleTree tree,
      List<JudgedReference> references,
      SortedSet<Target> targets,
      ReleaseRange releases) {
    this(tree, references, List.of(), targets, releases);
  }
}
