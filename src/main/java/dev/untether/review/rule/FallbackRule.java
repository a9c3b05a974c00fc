package dev.untether.review.rule;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.Identifiers;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Files for some releases only, whose declarations the other releases miss. What counts is what the
 * compiler would miss: a name that other files of the build use, or that the package exports.
 */
final class FallbackRule implements PullRule {
  static final RuleInfo RULE = new RuleInfo("missing-fallback", Group.REVIEW, Severity.WARNING);

  @Override
  public List<RuleInfo> rules() {
    return List.of(RULE);
  }

  @Override
  public void check(
      ReviewedPackage reviewed, Surroundings surroundings, Consumer<CheckFinding> found) {
    Map<GoSource, List<Pull>> bounded = new LinkedHashMap<>(reviewed.standardPulls(surroundings));
    bounded.keySet().removeIf(file -> file.constraint().releasesAskedFor().isEmpty());
    if (bounded.isEmpty()) {
      return;
    }
    Map<GoSource, Set<String>> mentioned = new HashMap<>();
    List<GoSource> files = reviewed.files();
    bounded.forEach(
        (file, pulls) -> {
          Gap gap = gap(file, neighbours(files, file), surroundings, mentioned);
          if (!gap.names.isEmpty()) {
            found.accept(finding(pulls.get(0), gap, surroundings));
          }
        });
  }

  /** What is missing where. */
  private static final class Gap {
    private final SortedSet<String> names = new TreeSet<>();
    private final SortedSet<Integer> releases = new TreeSet<>();
    private final SortedSet<Target> targets = new TreeSet<>();
  }

  /** Returns the other files that are compiled together with a file. */
  private static List<GoSource> neighbours(List<GoSource> files, GoSource file) {
    return files.stream()
        .filter(
            other ->
                !other.source().equals(file.source())
                    && other.packageName().equals(file.packageName())
                    && (file.isTest() || !other.isTest()))
        .toList();
  }

  private static Gap gap(
      GoSource file,
      List<GoSource> others,
      Surroundings surroundings,
      Map<GoSource, Set<String>> mentioned) {
    Gap gap = new Gap();
    ReleaseRange releases = surroundings.releases(file.source());
    int next = Surroundings.newestKnown() + 1;
    int last = releases.last() == next - 1 ? next : releases.last();
    Set<String> offered = offered(file);
    for (Target target : surroundings.facts().targets()) {
      for (Set<String> tags : List.of(Set.<String>of(), file.constraint().settableTags())) {
        for (boolean cgo : new boolean[] {true, false}) {
          List<BuildContext> without = new ArrayList<>();
          boolean built = false;
          for (int minor = releases.first(); minor <= last; minor++) {
            BuildContext context = new BuildContext(target, cgo, tags, minor);
            if (file.constraint().matches(context)) {
              built = true;
            } else if (Targets.known().contains(target, minor)) {
              without.add(context);
            }
          }
          if (built) {
            without.forEach(context -> addMissing(gap, context, offered, others, mentioned));
          }
        }
      }
    }
    return gap;
  }

  private static void addMissing(
      Gap gap,
      BuildContext context,
      Set<String> offered,
      List<GoSource> others,
      Map<GoSource, Set<String>> mentioned) {
    Set<String> missing = new TreeSet<>(offered);
    Set<String> used = new TreeSet<>();
    for (GoSource other : others) {
      if (other.constraint().matches(context)) {
        missing.removeAll(offered(other));
        used.addAll(mentioned.computeIfAbsent(other, it -> Identifiers.of(it.text())));
      }
    }
    missing.removeIf(name -> !used.contains(name) && !isExported(name));
    if (!missing.isEmpty()) {
      gap.names.addAll(missing);
      gap.releases.add(context.release());
      gap.targets.add(context.target());
    }
  }

  /** Returns the names that a file brings into the scope of its package. */
  private static Set<String> offered(GoSource file) {
    Set<String> names = new TreeSet<>();
    for (Declaration declaration : file.go().declarations()) {
      boolean method =
          declaration instanceof FunctionDeclaration function && function.receiver().isPresent();
      String name = declaration.name();
      if (!method && !name.equals("_") && !name.equals("init")) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isExported(String name) {
    return Character.isUpperCase(name.codePointAt(0));
  }

  private static CheckFinding finding(Pull pull, Gap gap, Surroundings surroundings) {
    return pull.finding(
        RULE,
        "nothing declares "
            + Words.some(gap.names)
            + " for "
            + Words.releases(gap.releases, Surroundings.newestKnown() + 1)
            + Words.on(gap.targets, surroundings.facts().targets())
            + ", which leave this file out: add a file with the opposite constraint that does"
            + " without linkname");
  }
}
