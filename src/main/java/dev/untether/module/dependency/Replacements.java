package dev.untether.module.dependency;

import dev.untether.module.GoModDirective;
import dev.untether.text.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The replace lines that count: those of the workspace before those of main modules, those for one
 * version before those for all. See replacementFrom of cmd/go/internal/modload.
 */
final class Replacements {
  private final MainModules mains;
  private final Problems problems;
  private final Set<Path> reported = new HashSet<>();
  private final Map<ModuleVersion, Replacement> ofWorkspace = new HashMap<>();
  // The first of each, to find out about modules of a workspace that do not agree.
  private final Map<ModuleVersion, Replacement> ofAnyModule = new HashMap<>();
  private final List<Map<ModuleVersion, Replacement>> ofModules;

  Replacements(MainModules mains, Problems problems) {
    this.mains = mains;
    this.problems = problems;
    mains
        .workspace()
        .ifPresent(
            work ->
                take(work.goWork().replacements(), work.directory(), work.shownAs(), ofWorkspace));
    this.ofModules = mains.modules().stream().map(this::read).toList();
  }

  /**
   * What takes the place of a module.
   *
   * @param module path and version; for a directory its name, relative to the main module or
   *     workspace unless written absolute
   * @param directory the directory that it is, if it is one
   */
  record Replacement(ModuleVersion module, Optional<Path> directory) {}

  private Map<ModuleVersion, Replacement> read(MainModules.Main main) {
    Map<ModuleVersion, Replacement> replacements = new HashMap<>();
    take(main.goMod().replacements(), main.directory(), main.shownAs(), replacements);
    return replacements;
  }

  private void take(
      List<GoModDirective.Replace> lines,
      Path base,
      String shownAs,
      Map<ModuleVersion, Replacement> into) {
    for (GoModDirective.Replace line : lines) {
      ModuleVersion old = new ModuleVersion(line.path(), line.version().orElse(""));
      Optional<Replacement> replacement = replacement(line, base, shownAs);
      if (replacement.isEmpty()) {
        problems.add(
            BuildList.MODULE_GRAPH,
            Severity.ERROR,
            shownAs,
            line.position(),
            "Go does not take this replacement for " + old + ": " + line.newPath());
        continue;
      }
      Replacement first = into.putIfAbsent(old, replacement.get());
      reportConflict(old, first, replacement.get(), line, shownAs);
      if (into != ofWorkspace && first == null && !isReplacedByWorkspace(old.path())) {
        Replacement other = ofAnyModule.putIfAbsent(old, replacement.get());
        reportConflict(old, other, replacement.get(), line, shownAs);
      }
    }
  }

  private boolean isReplacedByWorkspace(String path) {
    return ofWorkspace.keySet().stream().anyMatch(module -> module.path().equals(path));
  }

  private void reportConflict(
      ModuleVersion old,
      @Nullable Replacement first,
      Replacement second,
      GoModDirective.Replace line,
      String shownAs) {
    if (first != null && !first.equals(second)) {
      problems.add(
          BuildList.MODULE_GRAPH,
          Severity.ERROR,
          shownAs,
          line.position(),
          "a second replacement for " + old + "; the first one counts: " + first.module());
    }
  }

  private Optional<Replacement> replacement(
      GoModDirective.Replace line, Path base, String shownAs) {
    if (line.newVersion().isPresent()) {
      ModuleVersion module = new ModuleVersion(line.newPath(), line.newVersion().get());
      boolean isExact =
          SemanticVersion.parse(module.version())
              .filter(version -> version.canonical().equals(module.version()))
              .filter(version -> ModulePath.fits(module.path(), version))
              .isPresent();
      return isExact ? Optional.of(new Replacement(module, Optional.empty())) : Optional.empty();
    }
    Optional<Path> directory = FileNames.resolve(base, line.newPath());
    directory.ifPresent(path -> tellIfOutside(path, line, shownAs));
    return directory.map(
        path -> new Replacement(new ModuleVersion(name(path, line.newPath()), ""), directory));
  }

  /** Returns the name of a directory, as go list prints it. */
  private String name(Path directory, String written) {
    if (mains.workspace().isEmpty() || directory.toString().equals(written)) {
      return written;
    }
    Path from = mains.workspace().get().directory();
    String name = from.relativize(directory).toString().replace(File.separatorChar, '/');
    return name.startsWith("../") || name.equals("..") ? name : "./" + name;
  }

  private void tellIfOutside(Path directory, GoModDirective.Replace line, String shownAs) {
    boolean isInside =
        directory.startsWith(mains.directory())
            || mains.modules().stream().anyMatch(main -> directory.startsWith(main.directory()));
    if (!isInside && reported.add(directory)) {
      problems.add(
          BuildList.REPLACED_OUTSIDE,
          Severity.NOTE,
          shownAs,
          line.position(),
          "takes " + line.path() + " from outside the module: " + directory);
    }
  }

  /** Returns what takes the place of a module; nothing if it stands for itself. */
  Optional<Replacement> of(ModuleVersion module) {
    if (mains.contains(module)) {
      return Optional.empty();
    }
    Optional<Replacement> found = in(ofWorkspace, module);
    if (found.isPresent()) {
      return found;
    }
    for (Map<ModuleVersion, Replacement> replacements : ofModules) {
      found = in(replacements, module);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Replacement> in(
      Map<ModuleVersion, Replacement> replacements, ModuleVersion module) {
    Replacement exact = replacements.get(module);
    return Optional.ofNullable(
        exact != null ? exact : replacements.get(new ModuleVersion(module.path(), "")));
  }
}
