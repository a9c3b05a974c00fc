package dev.untether.cli;

import dev.untether.module.ModuleTree;
import dev.untether.module.dependency.BuildList;
import dev.untether.module.dependency.BuildModule;
import dev.untether.module.dependency.GoEnvironment;
import dev.untether.module.dependency.ModuleVersion;
import dev.untether.text.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The modules that a tree is built from, by the files alone. It needs no Go: what {@code go list -m
 * all} would say is the same, as {@code BuildListOracleTest} shows.
 */
final class Dependencies {
  private Dependencies() {}

  /**
   * A module that the build can take packages from.
   *
   * @param module path and version, as messages name it
   * @param why the chain of requirements that brings it in, from the main module
   * @param directory where its sources are
   */
  record Dependency(ModuleVersion module, List<String> why, Path directory) {}

  /** Returns what {@code tree} is built from and whose sources are on this machine, by path. */
  static List<Dependency> of(ModuleTree tree, Consumer<List<Finding>> problems) {
    Path home = Path.of(System.getProperty("user.home", "."));
    BuildList list = BuildList.read(tree.root(), GoEnvironment.of(System.getenv(), home));
    problems.accept(list.problems());
    List<Dependency> dependencies = new ArrayList<>();
    for (BuildModule module : list.modules()) {
      if (!module.isMain() && module.isRelevant() && module.directory().isPresent()) {
        List<String> why = module.why().stream().map(ModuleVersion::toString).toList();
        dependencies.add(new Dependency(module.module(), why, module.directory().get()));
      }
    }
    return dependencies;
  }
}
