package dev.untether.module.linkname;

import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.Target;
import java.util.SortedSet;

/** A file that some builds of its directory take, and others do not. */
sealed interface BuildFile permits PackageSource, AssemblyPart {
  /** Returns what its name and header ask for. */
  BuildConstraint constraint();

  /** Returns the targets looked at on which some build takes it. */
  SortedSet<Target> targets();

  /** Returns whether a build in {@code context} takes it. */
  boolean isTakenBy(BuildContext context);
}
