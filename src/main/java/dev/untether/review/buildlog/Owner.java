package dev.untether.review.buildlog;

import dev.untether.module.dependency.ModuleVersion;
import dev.untether.review.JudgedReference;
import java.util.List;

/**
 * The dependency that is behind a failure.
 *
 * @param module the module and its version
 * @param why the chain of requirements that brings it in, from the main module; empty if unknown
 * @param references the references behind the failure; none where the sources are not at hand
 */
public record Owner(
    ModuleVersion module, List<ModuleVersion> why, List<JudgedReference> references) {

  /** Copies the lists. */
  public Owner {
    why = List.copyOf(why);
    references = List.copyOf(references);
  }
}
