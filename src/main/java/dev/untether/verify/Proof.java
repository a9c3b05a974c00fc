package dev.untether.verify;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is proven about one module.
 *
 * @param module the directory of the module
 * @param cells the results, by release and target
 * @param kept the changes that the results are about; none if nothing was changed
 * @param withdrawn the changes that were taken back
 * @param unseen files that none of the builds takes, and why: nothing is proven about them
 * @param before digest of all names and contents before the change
 * @param after digest of all names and contents after what was kept
 */
public record Proof(
    Path module,
    List<CellProof> cells,
    List<FileEdit> kept,
    List<Withdrawn> withdrawn,
    SortedMap<Path, String> unseen,
    String before,
    String after) {

  /** Copies the lists. */
  public Proof {
    cells = List.copyOf(cells);
    kept = List.copyOf(kept);
    withdrawn = List.copyOf(withdrawn);
    unseen = Collections.unmodifiableSortedMap(new TreeMap<>(unseen));
  }
}
