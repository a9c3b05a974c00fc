package dev.untether.module.dependency;

import dev.untether.module.dependency.RequirementFiles.Requirement;
import dev.untether.module.dependency.RequirementFiles.Summary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The requirements of main modules and of what they require, as far as they count, and the version
 * of each module that is enough for all of them.
 *
 * <p>This is readModGraph of cmd/go/internal/modload: what a module at Go 1.17 or later requires is
 * in the graph, but what its requirements require is not, as it lists all that it needs.
 *
 * @see <a href="https://go.dev/ref/mod#minimal-version-selection">Minimal version selection</a>
 * @see <a href="https://go.dev/ref/mod#graph-pruning">Module graph pruning</a>
 */
final class ModuleGraph {
  private final RequirementFiles files;
  private final Map<String, String> selected = new TreeMap<>();
  private final Map<ModuleVersion, List<Requirement>> requirements = new HashMap<>();
  private final Set<Visit> visited = new HashSet<>();
  private final Deque<Visit> queue = new ArrayDeque<>();

  private ModuleGraph(RequirementFiles files) {
    this.files = files;
  }

  /** How far the requirements of requirements count. */
  private enum Pruning {
    PRUNED,
    UNPRUNED,
    WORKSPACE
  }

  private record Visit(ModuleVersion module, Pruning pruning) {}

  /** Returns the graph of main modules. */
  static ModuleGraph of(MainModules mains, RequirementFiles files) {
    ModuleGraph graph = new ModuleGraph(files);
    mains.modules().forEach(main -> graph.select(main.version()));
    if (mains.workspace().isPresent()) {
      graph.loadWorkspace(mains);
    } else {
      for (MainModules.Main main : mains.modules()) {
        Summary roots = files.of(main.version()).orElseThrow();
        graph.require(main.version(), roots.requirements());
        for (Requirement root : roots.requirements()) {
          graph.enqueue(root.module(), roots.listsAll() ? Pruning.PRUNED : Pruning.UNPRUNED);
        }
      }
      graph.drain();
    }
    return graph;
  }

  private void loadWorkspace(MainModules mains) {
    mains.modules().forEach(main -> enqueue(main.version(), Pruning.WORKSPACE));
    drain();
    // Packages of the workspace may need what the selected versions of its requirements require,
    // which are not always the versions that it requires.
    Set<String> needed = new HashSet<>();
    mains.modules().forEach(main -> needed.add(main.path()));
    Set<ModuleVersion> seen = new HashSet<>();
    List<ModuleVersion> next = upgraded(needed, seen);
    while (!next.isEmpty()) {
      for (ModuleVersion module : next) {
        enqueue(module, Pruning.WORKSPACE);
        seen.add(module);
        needed.add(module.path());
      }
      drain();
      next = upgraded(needed, seen);
    }
  }

  private List<ModuleVersion> upgraded(Set<String> needed, Set<ModuleVersion> seen) {
    Set<ModuleVersion> found = new HashSet<>();
    for (String path : needed) {
      ModuleVersion module = new ModuleVersion(path, selected.getOrDefault(path, ""));
      if (!seen.contains(module)) {
        found.add(module);
        continue;
      }
      for (Requirement requirement : requirements.getOrDefault(module, List.of())) {
        String version = requirement.module().version();
        String chosen = selected.getOrDefault(requirement.module().path(), version);
        ModuleVersion actual = new ModuleVersion(requirement.module().path(), chosen);
        // Go compares with semver.Compare here, for which a main module has no version.
        boolean isLater = !chosen.isEmpty() && ModuleVersion.compareVersions(chosen, version) > 0;
        if (isLater && !seen.contains(actual)) {
          found.add(actual);
        }
      }
    }
    return found.stream().sorted().toList();
  }

  private void enqueue(ModuleVersion module, Pruning pruning) {
    Visit visit = new Visit(module, pruning);
    if (visited.add(visit)) {
      queue.add(visit);
    }
  }

  private void drain() {
    for (Visit visit = queue.poll(); visit != null; visit = queue.poll()) {
      Optional<Summary> found = files.of(visit.module());
      if (found.isEmpty()) {
        continue;
      }
      Summary summary = found.get();
      require(visit.module(), summary.requirements());
      if (visit.pruning() == Pruning.PRUNED && summary.listsAll()) {
        continue;
      }
      boolean isPruned = visit.pruning() != Pruning.UNPRUNED && summary.listsAll();
      for (Requirement requirement : summary.requirements()) {
        enqueue(requirement.module(), isPruned ? Pruning.PRUNED : Pruning.UNPRUNED);
      }
    }
  }

  private void require(ModuleVersion module, List<Requirement> required) {
    if (requirements.putIfAbsent(module, required) == null) {
      required.forEach(requirement -> select(requirement.module()));
    }
  }

  private void select(ModuleVersion module) {
    selected.merge(
        module.path(),
        module.version(),
        (a, b) -> ModuleVersion.compareVersions(a, b) >= 0 ? a : b);
  }

  /** Returns the version of each module by path; that of main modules is empty. */
  Map<String, String> selected() {
    return selected;
  }

  /** Returns the modules in the graph that a module requires. */
  List<Requirement> requirements(ModuleVersion module) {
    return requirements.getOrDefault(module, List.of());
  }
}
