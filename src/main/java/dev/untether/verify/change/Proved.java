package dev.untether.verify.change;

import dev.untether.verify.Proof;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of proving something about the modules of a tree.
 *
 * @param proofs one for each module that could be copied
 * @param notProven what no proof says anything about
 */
public record Proved(List<Proof> proofs, List<NotProven> notProven) {

  /** Copies the lists. */
  public Proved {
    proofs = List.copyOf(proofs);
    notProven = List.copyOf(notProven);
  }

  /**
   * Something that nothing is proven about.
   *
   * @param place the module or the file; the root of the tree for a release that is missing
   * @param reason why
   */
  public record NotProven(Path place, String reason) {}
}
