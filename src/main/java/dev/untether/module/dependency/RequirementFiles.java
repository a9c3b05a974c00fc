package dev.untether.module.dependency;

import dev.untether.module.GoMod;
import dev.untether.module.GoModDirective;
import dev.untether.module.SourceReader;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What modules require, by their {@code go.mod} files: those of main modules, of directories that
 * replace modules, and of the module cache. See goModSummary of cmd/go/internal/modload.
 */
final class RequirementFiles {
  private static final long MAX_BYTES = 16L << 20;
  // From this version on, a go.mod lists all that its packages need, so that what its requirements
  // require can be left out.
  private static final String LISTS_ALL = "1.17";

  private final Replacements replacements;
  private final ModuleCache cache;
  private final Problems problems;
  private final Set<ModuleVersion> excluded = new HashSet<>();
  private final Map<ModuleVersion, Optional<Summary>> known = new HashMap<>();
  private final Set<ModuleVersion> missing = new HashSet<>();

  RequirementFiles(
      MainModules mains, Replacements replacements, ModuleCache cache, Problems problems) {
    this.replacements = replacements;
    this.cache = cache;
    this.problems = problems;
    for (MainModules.Main main : mains.modules()) {
      for (GoModDirective.Exclude line : main.goMod().exclusions()) {
        excluded.add(new ModuleVersion(line.path(), line.version()));
      }
    }
    for (MainModules.Main main : mains.modules()) {
      known.put(main.version(), Optional.of(summary(main.goMod(), main.shownAs(), true)));
    }
  }

  /**
   * A requirement of a module.
   *
   * @param indirect whether it is marked as not imported by the module itself
   */
  record Requirement(ModuleVersion module, boolean indirect) {}

  /**
   * What counts of a {@code go.mod}.
   *
   * @param requirements without excluded versions
   * @param listsAll whether all modules are listed that packages of the module need
   */
  record Summary(List<Requirement> requirements, boolean listsAll, Optional<String> goVersion) {}

  /** Returns what a module requires; nothing if its {@code go.mod} is not at hand. */
  Optional<Summary> of(ModuleVersion module) {
    Optional<Summary> summary = known.get(module);
    if (summary == null) {
      summary = read(module);
      known.put(module, summary);
    }
    return summary;
  }

  /** Returns the modules asked for so far whose {@code go.mod} is not in the module cache. */
  Set<ModuleVersion> missing() {
    return Collections.unmodifiableSet(missing);
  }

  private Optional<Summary> read(ModuleVersion module) {
    Optional<Replacements.Replacement> replacement = replacements.of(module);
    Optional<Path> directory = replacement.flatMap(Replacements.Replacement::directory);
    ModuleVersion actual = replacement.map(Replacements.Replacement::module).orElse(module);
    Optional<Path> file =
        directory.isPresent()
            ? directory.map(path -> path.resolve(MainModules.GO_MOD))
            : cache.goModOf(actual);
    if (file.isEmpty()) {
      missing.add(module);
      return Optional.empty();
    }
    String shownAs = problems.shown(file.get());
    SourceReader.Result result = SourceReader.read(file.get(), shownAs, MAX_BYTES);
    if (result instanceof SourceReader.Text read) {
      GoMod goMod = GoMod.parseOfDependency(shownAs, read.text());
      problems.addAll(goMod.problems());
      if (directory.isEmpty()) {
        checkPath(module, actual, goMod);
      }
      return Optional.of(summary(goMod, shownAs, false));
    }
    if (directory.isPresent()) {
      problems.of(
          module,
          BuildList.MODULE_GRAPH,
          Severity.ERROR,
          "is replaced by a directory without a go.mod that can be read: " + directory.get());
    } else {
      missing.add(module);
    }
    return Optional.empty();
  }

  private void checkPath(ModuleVersion module, ModuleVersion actual, GoMod goMod) {
    String path = goMod.modulePath().orElse("");
    if (!path.equals(module.path()) && !path.equals(actual.path())) {
      problems.of(
          module,
          BuildList.MODULE_GRAPH,
          Severity.ERROR,
          "calls itself " + (path.isEmpty() ? "nothing" : path) + " in its go.mod");
    }
  }

  private Summary summary(GoMod goMod, String shownAs, boolean isMain) {
    List<Requirement> requirements = new ArrayList<>();
    for (GoModDirective.Require line : goMod.requirements()) {
      Optional<ModuleVersion> required = required(line, shownAs, isMain);
      if (required.isPresent() && !excluded.contains(required.get())) {
        requirements.add(new Requirement(required.get(), line.indirect()));
        if (isMain) {
          problems.named(line.path(), shownAs, line.position());
        }
      }
    }
    boolean listsAll =
        goMod.goVersion().map(GoVersion::of).filter(go -> go.isAtLeast(LISTS_ALL)).isPresent();
    return new Summary(List.copyOf(requirements), listsAll, goMod.goVersion());
  }

  private Optional<ModuleVersion> required(
      GoModDirective.Require line, String shownAs, boolean isMain) {
    Optional<SemanticVersion> version = SemanticVersion.parse(line.version());
    String canonical = version.map(SemanticVersion::canonical).orElse("");
    String problem = "";
    if (version.isEmpty() || (isMain && !canonical.equals(line.version()))) {
      // The go command would ask the network what a branch or a v1 means.
      problem = "is not a full version; run go mod tidy";
    } else if (!ModulePath.fits(line.path(), version.get())) {
      problem = "is not a version that a module of this path can have";
    }
    if (problem.isEmpty()) {
      return Optional.of(new ModuleVersion(line.path(), canonical));
    }
    report(shownAs, line.position(), line.path() + " " + line.version() + ": " + problem);
    return Optional.empty();
  }

  private void report(String shownAs, Position position, String message) {
    Finding finding =
        new Finding(BuildList.MODULE_GRAPH, Severity.ERROR, shownAs, position, message);
    problems.addAll(List.of(finding));
  }
}
