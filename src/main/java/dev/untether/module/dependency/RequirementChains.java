package dev.untether.module.dependency;

import dev.untether.module.dependency.RequirementFiles.Requirement;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Function;

/**
 * Why each module is there: the chain of requirements from a main module to it.
 *
 * <p>A go.mod since Go 1.17 lists what its requirements need as well, marked {@code // indirect}.
 * Such a line does not say who needs it, so that a chain has as few of them as possible, and is as
 * short as possible otherwise. Each module of a chain has the version that the build uses.
 */
final class RequirementChains {
  private final Map<String, String> selected;
  private final Function<ModuleVersion, List<Requirement>> requirements;
  private final Map<String, Step> steps = new HashMap<>();
  // Needed only for what no selected version requires.
  private final Map<ModuleVersion, ModuleVersion> others;

  /**
   * The chains from main modules.
   *
   * @param selected the version of each module by path
   * @param requirements what a module requires, as far as it is known
   */
  RequirementChains(
      List<ModuleVersion> mains,
      Map<String, String> selected,
      Function<ModuleVersion, List<Requirement>> requirements) {
    this.selected = selected;
    this.requirements = requirements;
    walk(mains);
    this.others = steps.keySet().containsAll(selected.keySet()) ? Map.of() : firstRequiredBy(mains);
  }

  /** How a module is reached; {@code from} is itself for main modules. */
  private record Step(ModuleVersion module, ModuleVersion from, int indirect, int length, int order)
      implements Comparable<Step> {
    private static final Comparator<Step> ORDER =
        Comparator.comparingInt(Step::indirect)
            .thenComparingInt(Step::length)
            .thenComparingInt(Step::order);

    @Override
    public int compareTo(Step other) {
      return ORDER.compare(this, other);
    }
  }

  private void walk(List<ModuleVersion> mains) {
    Queue<Step> queue = new PriorityQueue<>();
    int order = 0;
    for (ModuleVersion main : mains) {
      queue.add(new Step(main, main, 0, 0, order++));
    }
    for (Step step = queue.poll(); step != null; step = queue.poll()) {
      if (steps.putIfAbsent(step.module().path(), step) != null) {
        continue;
      }
      for (Requirement requirement : requirements.apply(step.module())) {
        String path = requirement.module().path();
        String version = selected.get(path);
        if (version != null && !steps.containsKey(path)) {
          int indirect = step.indirect() + (requirement.indirect() ? 1 : 0);
          ModuleVersion module = new ModuleVersion(path, version);
          queue.add(new Step(module, step.module(), indirect, step.length() + 1, order++));
        }
      }
    }
  }

  /**
   * Returns who first required each version, also those that were not selected in the end: these
   * count in minimal version selection too.
   */
  private Map<ModuleVersion, ModuleVersion> firstRequiredBy(List<ModuleVersion> mains) {
    Map<ModuleVersion, ModuleVersion> first = new HashMap<>();
    Deque<ModuleVersion> queue = new ArrayDeque<>(mains);
    mains.forEach(main -> first.put(main, main));
    for (ModuleVersion module = queue.poll(); module != null; module = queue.poll()) {
      for (Requirement requirement : requirements.apply(module)) {
        if (first.putIfAbsent(requirement.module(), module) == null) {
          queue.add(requirement.module());
        }
      }
    }
    return first;
  }

  /**
   * Returns the chain from a main module to the module of a path, both included; empty if the files
   * at hand do not tell.
   */
  List<ModuleVersion> to(String path) {
    Deque<ModuleVersion> chain = new ArrayDeque<>();
    Step step = steps.get(path);
    while (step != null) {
      chain.addFirst(step.module());
      step = step.from().equals(step.module()) ? null : steps.get(step.from().path());
    }
    if (chain.isEmpty() && selected.containsKey(path)) {
      ModuleVersion module = new ModuleVersion(path, selected.getOrDefault(path, ""));
      for (ModuleVersion by = others.get(module); by != null; by = others.get(module)) {
        chain.addFirst(module);
        if (by.equals(module)) {
          break;
        }
        module = by;
      }
    }
    return List.copyOf(chain);
  }
}
