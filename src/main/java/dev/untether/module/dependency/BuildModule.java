package dev.untether.module.dependency;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A module of a build.
 *
 * @param module its path and the version that is used; main modules have none
 * @param isMain whether the build starts from it
 * @param isIndirect whether no main module says that it imports it: see {@code // indirect}
 * @param isRelevant whether its packages can be part of the build; false for modules that are there
 *     only because of a requirement that nothing in the build imports
 * @param replacement what takes its place; a directory has no version
 * @param directory where its sources are, if they are on this machine; with {@link
 *     BuildList.Origin#VENDOR} a directory with those packages only that the build needs
 * @param goVersion the version on the go line of its go.mod, if known
 * @param verification whether the sources are the right ones
 * @param why the chain of requirements from a main module to this one, both included, each at the
 *     version that the build uses; empty if the files at hand do not tell
 */
public record BuildModule(
    ModuleVersion module,
    boolean isMain,
    boolean isIndirect,
    boolean isRelevant,
    Optional<ModuleVersion> replacement,
    Optional<Path> directory,
    Optional<String> goVersion,
    Verification verification,
    List<ModuleVersion> why) {

  public BuildModule {
    why = List.copyOf(why);
  }

  /** Returns the module path, which its packages start with, also where it is replaced. */
  public String path() {
    return module.path();
  }

  /** Returns whether a package of this path can belong to the module. */
  public boolean canHold(String packagePath) {
    return packagePath.equals(path()) || packagePath.startsWith(path() + "/");
  }

  /**
   * Returns the directory that a package has or would have, below that of the module; empty if the
   * sources are not at hand, or the path cannot be that of a package of the module.
   */
  public Optional<Path> directoryOf(String packagePath) {
    if (!canHold(packagePath) || !ModulePath.isValid(packagePath)) {
      return Optional.empty();
    }
    String below = packagePath.substring(Math.min(packagePath.length(), path().length() + 1));
    return directory.map(root -> root.resolve(below));
  }
}
