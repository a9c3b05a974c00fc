package dev.untether.review;

import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What rules look at.
 *
 * @param tree the files; names in findings are relative to its root
 * @param references the references with their verdicts, by file and place
 * @param dependencies references of other modules that the tree links; empty if nobody looked
 * @param remarks what the compiler says about directives, in its words
 * @param targets the targets asked for
 * @param releases the releases asked for
 */
public record Facts(
    ModuleTree tree,
    List<JudgedReference> references,
    Optional<List<JudgedReference>> dependencies,
    List<Finding> remarks,
    SortedSet<Target> targets,
    ReleaseRange releases) {

  /** Copies the lists. */
  public Facts {
    references = List.copyOf(references);
    dependencies = dependencies.map(List::copyOf);
    remarks = List.copyOf(remarks);
  }

  /** Facts about which the compiler has nothing to say. */
  public Facts(
      ModuleTree tree,
      List<JudgedReference> references,
      SortedSet<Target> targets,
      ReleaseRange releases) {
    this(tree, references, Optional.empty(), List.of(), targets, releases);
  }

  /** Returns the same with the references of the modules that the tree is built from. */
  public Facts with(List<JudgedReference> ofDependencies) {
    return new Facts(tree, references, Optional.of(ofDependencies), remarks, targets, releases);
  }
}
