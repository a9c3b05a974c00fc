package dev.untether.module.dependency;

import dev.untether.text.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The modules that a main module or a workspace is built from: what {@code go list -m all} prints.
 *
 * @param origin what the list was made from
 * @param modules the main modules, in the order of the workspace, then the others by path
 * @param problems what is missing or does not go together, by file and place
 */
public record BuildList(Origin origin, List<BuildModule> modules, List<Finding> problems) {
  /** Rule id: the sources or the go.mod of a module are not in the module cache. */
  public static final String NOT_DOWNLOADED = "module-not-downloaded";

  /** Rule id: go.sum does not vouch for the sources of a module. */
  public static final String NOT_VERIFIED = "module-not-verified";

  /** Rule id: a replace line takes a module from a directory outside the main module. */
  public static final String REPLACED_OUTSIDE = "module-replaced-outside";

  /** Rule id: the requirements of modules do not go together, or Go would not take them. */
  public static final String MODULE_GRAPH = "module-graph";

  /** Rule id: vendor/modules.txt is not what go.mod asks for. */
  public static final String VENDOR = "vendor-inconsistent";

  /** Rule id: the go.work file does not fit the modules it is for. */
  public static final String WORKSPACE = "go-work";

  public BuildList {
    modules = List.copyOf(modules);
    problems = List.copyOf(problems);
  }

  /** What a build list was made from. */
  public enum Origin {
    /** There is no main module. */
    NONE,
    /** A go.mod and those of the modules that it requires. */
    GO_MOD,
    /** A go.work and the go.mod files of its modules. */
    GO_WORK,
    /** A vendor directory. */
    VENDOR,
    /** The go command. */
    GO_LIST
  }

  /**
   * Returns the modules that packages in a directory are built from, by the files alone. Nothing is
   * fetched, written or run.
   *
   * @param directory at or below the main module; problems name files relative to it where they can
   */
  public static BuildList read(Path directory, GoEnvironment environment) {
    return new BuildListReader(directory, environment).read();
  }

  /**
   * Returns the modules that {@code go list -m -json all} printed. The chains of requirements are
   * read from the go.mod files that it names.
   *
   * @param directory where the go command ran
   */
  public static BuildList fromGoList(Path directory, List<ListedModule> listed) {
    return ListedModules.of(directory, listed);
  }

  /** Returns the module with a path. */
  public Optional<BuildModule> module(String path) {
    return modules.stream().filter(module -> module.path().equals(path)).findFirst();
  }

  /**
   * Returns the module with the longest path that a package can belong to. Whether it holds the
   * package is for its directory to say.
   */
  public Optional<BuildModule> moduleOfPackage(String packagePath) {
    return modules.stream()
        .filter(module -> module.canHold(packagePath))
        .max(Comparator.comparingInt(module -> module.path().length()));
  }
}
