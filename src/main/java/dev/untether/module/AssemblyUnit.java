package dev.untether.module;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Conditionals;
import dev.untether.asm.Headers;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An assembly file of a module, with all that decides how it is assembled.
 *
 * @param source where it belongs
 * @param file its tree
 * @param headers where its includes are found
 * @param constraint the condition under which a build takes it
 * @param targets the targets on which some build takes it
 * @param problems what is wrong with its build constraints or its text
 */
public record AssemblyUnit(
    SourceFile source,
    AsmFile file,
    Headers headers,
    BuildConstraint constraint,
    SortedSet<Target> targets,
    List<Finding> problems) {

  /** Copies the lists. */
  public AssemblyUnit {
    problems = List.copyOf(problems);
  }

  /**
   * Targets between which the file cannot tell.
   *
   * @param goarch their architecture
   * @param predefined the names of {@code -D} that the file asks for and that hold on them
   * @param targets the targets
   */
  public record TargetClass(String goarch, Set<String> predefined, SortedSet<Target> targets) {
    /** Copies the set of names. */
    public TargetClass {
      predefined = Set.copyOf(predefined);
    }
  }

  /**
   * Returns {@code chosen} in classes, each of which assembles a file with these conditionals in
   * the same way.
   */
  public static List<TargetClass> classes(Conditionals conditionals, Collection<Target> chosen) {
    Set<String> asked = conditionals.targetNames();
    Map<String, TargetClass> classes = new TreeMap<>();
    for (Target target : chosen) {
      Set<String> defined = new HashSet<>();
      // The go command defines exactly these two for a target:
      // https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/work/gc.go (asmArgs)
      for (String name : List.of("GOOS_" + target.goos(), "GOARCH_" + target.goarch())) {
        if (asked.contains(name)) {
          defined.add(name);
        }
      }
      String key = target.goarch() + new TreeSet<>(defined);
      classes
          .computeIfAbsent(key, k -> new TargetClass(target.goarch(), defined, new TreeSet<>()))
          .targets()
          .add(target);
    }
    return new ArrayList<>(classes.values());
  }
}
