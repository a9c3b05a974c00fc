package dev.untether.module;

import dev.untether.text.Finding;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which module and package each directory of a tree belongs to. Placing files is not for several
 * threads; looking up is, afterwards.
 */
final class ModuleMap {
  private static final String NO_PATH = "command-line-arguments";
  private static final long MAX_GO_MOD_BYTES = 16L << 20;

  private final Path root;
  private final Set<Path> goModDirectories;
  private final Optional<String> pathOfRoot;
  private final Map<Path, Optional<GoModule>> modules = new HashMap<>();
  private final Map<Path, Place> places = new HashMap<>();
  private final Map<Path, VendoredModules> vendored = new HashMap<>();
  private final List<Finding> problems = new ArrayList<>();

  /**
   * A map of the tree below {@code root}.
   *
   * @param goModDirectories the directories below or at the root that have a {@code go.mod}; at and
   *     above the root the map looks for itself
   * @param pathOfRoot the path of the module at the root, if it is not for its {@code go.mod} to
   *     say
   */
  ModuleMap(Path root, Set<Path> goModDirectories, Optional<String> pathOfRoot) {
    this.root = root;
    this.goModDirectories = goModDirectories;
    this.pathOfRoot = pathOfRoot;
  }

  private record Place(String packagePath, String modulePath) {}

  SourceFile place(SourceWalk.Found found) {
    Place place = places.computeIfAbsent(found.directory(), this::placeOf);
    return new SourceFile(
        found.file(), found.relative(), place.packagePath(), place.modulePath(), found.kind());
  }

  /** Returns what is wrong with the {@code go.mod} files met so far. */
  List<Finding> problems() {
    return List.copyOf(problems);
  }

  /** Returns the modules met so far, by directory. */
  List<GoModule> all() {
    return modules.values().stream()
        .flatMap(Optional::stream)
        .distinct()
        .sorted(Comparator.comparing(GoModule::directory))
        .toList();
  }

  /** Returns the module that governs {@code directory}, in which a file was placed before. */
  Optional<GoModule> known(Path directory) {
    return modules.getOrDefault(directory, Optional.empty());
  }

  private Optional<GoModule> moduleAt(Path directory) {
    Optional<GoModule> known = modules.get(directory);
    if (known != null) {
      return known;
    }
    if (pathOfRoot.isPresent() && directory.equals(root)) {
      Optional<GoMod> goMod =
          hasGoMod(directory) ? readGoMod(directory).goMod() : Optional.<GoMod>empty();
      Optional<GoModule> given = Optional.of(new GoModule(pathOfRoot.get(), directory, goMod));
      modules.put(directory, given);
      return given;
    }
    Path parent = directory.getParent();
    Optional<GoModule> outer = parent == null ? Optional.empty() : moduleAt(parent);
    Optional<GoModule> module =
        hasGoMod(directory) && !isVendored(directory, outer)
            ? Optional.of(readGoMod(directory))
            : outer;
    modules.put(directory, module);
    return module;
  }

  private boolean hasGoMod(Path directory) {
    if (directory.startsWith(root) && !directory.equals(root)) {
      return goModDirectories.contains(directory);
    }
    return Files.isRegularFile(directory.resolve(SourceWalk.GO_MOD));
  }

  private static boolean isVendored(Path directory, Optional<GoModule> outer) {
    return outer.isPresent()
        && below(outer.get().directory(), directory).startsWith(VendoredModules.PREFIX);
  }

  private GoModule readGoMod(Path directory) {
    Path file = directory.resolve(SourceWalk.GO_MOD);
    String shownAs = file.startsWith(root) ? below(root, file) : file.toString();
    SourceReader.Result result = SourceReader.read(file, shownAs, MAX_GO_MOD_BYTES);
    if (result instanceof SourceReader.Text read) {
      GoMod goMod = GoMod.parse(shownAs, read.text());
      problems.addAll(read.problems());
      problems.addAll(goMod.problems());
      return new GoModule(goMod.modulePath().orElse(""), directory, Optional.of(goMod));
    }
    if (result instanceof SourceReader.Refused refused) {
      problems.add(refused.problem());
    }
    return new GoModule("", directory, Optional.empty());
  }

  private Place placeOf(Path directory) {
    GoModule module = moduleAt(directory).orElse(null);
    if (module == null || module.path().isEmpty()) {
      return new Place(pathWithoutModule(below(root, directory)), "");
    }
    String below = below(module.directory(), directory);
    String packagePath = module.packagePath(below);
    if (!below.startsWith(VendoredModules.PREFIX) || module.keepsVendorInPaths()) {
      return new Place(packagePath, module.path());
    }
    VendoredModules list = vendored.computeIfAbsent(module.directory(), VendoredModules::of);
    return new Place(packagePath, list.moduleOf(packagePath).orElse(module.path()));
  }

  private static String pathWithoutModule(String below) {
    if (below.isEmpty()) {
      return NO_PATH;
    }
    return below.startsWith(VendoredModules.PREFIX)
        ? below.substring(VendoredModules.PREFIX.length())
        : below;
  }

  /** Returns the path from {@code outer} down to {@code inner} with slashes; empty for itself. */
  private static String below(Path outer, Path inner) {
    return outer.relativize(inner).toString().replace(File.separatorChar, '/');
  }
}
