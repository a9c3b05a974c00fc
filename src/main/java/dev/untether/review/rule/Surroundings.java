package dev.untether.review.rule;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.SymbolFacts;
import dev.untether.golang.LinkTarget;
import dev.untether.module.GoMod;
import dev.untether.module.GoModule;
import dev.untether.module.SourceFile;
import dev.untether.module.script.BuildScripts;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Targets;
import dev.untether.review.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all rules ask: the facts of a run, and what the standard library has under a name. */
final class Surroundings {
  private static final Pattern GO_LINE = Pattern.compile("1\\.([0-9]{1,4})(?:[^0-9].*)?");

  private final Facts facts;
  private final ConcurrentHashMap<String, SortedMap<Integer, Stage>> lives =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Boolean> packages = new ConcurrentHashMap<>();

  private volatile Optional<BuildScripts> scripts = Optional.empty();

  Surroundings(Facts facts) {
    this.facts = facts;
  }

  /**
   * A symbol in one release, on the targets asked for.
   *
   * @param exists whether any target has it
   * @param pushed whether it is open to all on every target that has it
   * @param signatures its signatures, in order
   */
  record Stage(boolean exists, boolean pushed, List<String> signatures) {
    /** Copies the list. */
    Stage {
      signatures = List.copyOf(signatures);
    }
  }

  Facts facts() {
    return facts;
  }

  /** Returns the build scripts of the tree, which are looked for when first asked for. */
  synchronized BuildScripts scripts() {
    if (scripts.isEmpty()) {
      scripts = Optional.of(BuildScripts.below(facts.tree().root()));
    }
    return scripts.get();
  }

  /** Returns the N of the oldest release asked for that builds any module of the tree. */
  int oldestRelease() {
    OptionalInt line =
        facts.tree().modules().stream()
            .mapToInt(module -> goLine(module).orElse(facts.releases().first()))
            .min();
    return Math.max(line.orElse(facts.releases().first()), facts.releases().first());
  }

  /** Returns whether a symbol is named after a package of the standard library. */
  boolean isStandard(LinkTarget target) {
    return !target.isExtern() && isStandardPackage(target.packagePath());
  }

  /** Returns whether some release that was asked for has a package of this path. */
  private boolean isStandardPackage(String path) {
    return packages.computeIfAbsent(
        path, p -> data().stream().anyMatch(release -> release.packages().contains(p)));
  }

  private List<AccessData> data() {
    List<AccessData> data = new ArrayList<>();
    for (int minor = facts.releases().last(); minor >= facts.releases().first(); minor--) {
      AccessData.of(minor).ifPresent(data::add);
    }
    return data;
  }

  /** Returns what each release that was asked for, and for which there is data, has. */
  SortedMap<Integer, Stage> life(String symbol) {
    return lives.computeIfAbsent(symbol, this::readLife);
  }

  private SortedMap<Integer, Stage> readLife(String symbol) {
    SortedMap<Integer, Stage> life = new TreeMap<>();
    for (int minor = facts.releases().first(); minor <= facts.releases().last(); minor++) {
      int release = minor;
      AccessData.of(minor).ifPresent(data -> life.put(release, stage(data.definitions(symbol))));
    }
    return life;
  }

  private Stage stage(Map<SymbolFacts, SortedSet<Configuration>> definitions) {
    List<SymbolFacts> here = new ArrayList<>();
    definitions.forEach(
        (symbol, where) -> {
          if (where.stream().anyMatch(one -> facts.targets().contains(one.target()))) {
            here.add(symbol);
          }
        });
    List<String> signatures =
        here.stream().map(SymbolFacts::signature).filter(it -> !it.isEmpty()).sorted().toList();
    boolean pushed = !here.isEmpty() && here.stream().allMatch(SymbolFacts::isPushed);
    return new Stage(!here.isEmpty(), pushed, signatures.stream().distinct().toList());
  }

  /** Returns the N of the newest release that this program knows. */
  static int newestKnown() {
    return Targets.known().releases().last();
  }

  /** Returns the releases asked for without those that are older than the module's go line. */
  ReleaseRange releases(SourceFile file) {
    ReleaseRange asked = facts.releases();
    int first = Math.max(asked.first(), goLine(file).orElse(asked.first()));
    return new ReleaseRange(Math.min(first, asked.last()), asked.last());
  }

  private Optional<Integer> goLine(SourceFile file) {
    return facts.tree().governing(file).flatMap(Surroundings::goLine);
  }

  private static Optional<Integer> goLine(GoModule module) {
    return module
        .goMod()
        .flatMap(GoMod::goVersion)
        .map(GO_LINE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Integer.valueOf(matcher.group(1)));
  }
}
