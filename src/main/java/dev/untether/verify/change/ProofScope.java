package dev.untether.verify.change;

import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What to build.
 *
 * @param releases the releases to build with
 * @param asIs whether to build with all of them; else from the one on that a go.mod names
 * @param targets the targets to build for
 * @param all whether to build for all of them; else for those that a change concerns, and this
 *     machine's. What recipes see of the targets does not depend on it
 * @param cgo whether to build with cgo too, where there is a C compiler for it
 * @param download whether releases that are not at hand may be fetched
 * @param boundary the directory that everything needed to build has to be in, a real path; empty
 *     for the git repository that the module is in
 */
public record ProofScope(
    ReleaseRange releases,
    boolean asIs,
    SortedSet<Target> targets,
    boolean all,
    boolean cgo,
    boolean download,
    Optional<Path> boundary) {

  /** Copies the set. */
  public ProofScope {
    targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
  }

  /** Returns the usual scope: what a change concerns, without cgo, with what is at hand. */
  public static ProofScope of(ReleaseRange releases, SortedSet<Target> targets) {
    return new ProofScope(releases, false, targets, false, false, false, Optional.empty());
  }

  /** Returns the same with another {@link #boundary}. */
  public ProofScope within(Path directory) {
    return new ProofScope(releases, asIs, targets, all, cgo, download, Optional.of(directory));
  }
}
