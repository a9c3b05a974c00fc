package dev.untether.module.linkname;

import dev.untether.module.AssembledFile;
import dev.untether.module.AssemblyReference;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.Target;
import java.util.List;
import java.util.SortedSet;

/**
 * One assembly file of a package.
 *
 * @param file the file
 * @param texts the functions that it defines for everybody, those of other packages too
 */
record AssemblyPart(AssembledFile file, List<AssemblyReference> texts) implements BuildFile {
  /** Copies the list. */
  AssemblyPart {
    texts = List.copyOf(texts);
  }

  @Override
  public BuildConstraint constraint() {
    return file.constraint();
  }

  @Override
  public SortedSet<Target> targets() {
    return file.targets();
  }

  @Override
  public boolean isTakenBy(BuildContext context) {
    return file.constraint().matches(context);
  }
}
