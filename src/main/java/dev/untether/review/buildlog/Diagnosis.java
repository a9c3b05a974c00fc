package dev.untether.review.buildlog;

import dev.untether.review.JudgedReference;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A failure and what in the tree is behind it.
 *
 * @param failure the failure
 * @param references the references behind it, by file and place; none if the tree holds none
 * @param symbols the symbols that these refer to, or the one that the failure names
 * @param inTree whether the package or file that the failure names is in the tree
 */
public record Diagnosis(
    BuildFailure failure,
    List<JudgedReference> references,
    SortedSet<String> symbols,
    boolean inTree) {

  /** Copies the collections. */
  public Diagnosis {
    references = List.copyOf(references);
    symbols = new TreeSet<>(symbols);
  }
}
