package dev.untether.module.imports;

import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.imports.ImportingFile.Role;
import dev.untether.module.imports.Reach.By;
import dev.untether.module.target.BuildContext;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which packages import which, for every build at once. Each file is read once, up to its last
 * import; of its text nothing is kept. Several threads may ask at the same time.
 *
 * <p>Packages are told apart by their import path: two directories that claim one path are taken
 * for one package, which can only make more of it reachable.
 */
public final class ImportGraph {
  /** What every program is linked with: see LinkerDeps of cmd/go/internal/load. */
  private static final Set<String> OF_PROGRAMS = Set.of("runtime");

  /** What the program around tests imports: see testMainDeps of cmd/go/internal/load. */
  private static final Set<String> OF_TESTS =
      Set.of("os", "reflect", "runtime", "testing", "testing/internal/testdeps");

  private static final Pattern STANDARD =
      Pattern.compile("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");
  private static final Pattern VENDORED = Pattern.compile("(?:.*/)?vendor/.*");

  private final Map<String, List<ImportingFile>> packages = new HashMap<>();
  private final SortedSet<String> roots = new TreeSet<>();
  private final GorootPackages standard;

  private ImportGraph(Optional<Path> goroot) {
    this.standard = new GorootPackages(goroot);
  }

  /** Returns the imports of a tree alone. */
  public static ImportGraph of(ModuleTree tree) {
    return of(tree, List.of(), Optional.empty());
  }

  /**
   * Returns the imports of a tree, and of what it is built from. Files that cannot be read are left
   * out; that they cannot is for a scan to say.
   *
   * @param tree the tree whose programs and tests count
   * @param dependencies trees that have packages for it
   * @param goroot a Go installation, of which only the packages asked for are read
   */
  public static ImportGraph of(
      ModuleTree tree, Collection<ModuleTree> dependencies, Optional<Path> goroot) {
    ImportGraph graph = new ImportGraph(goroot);
    graph.add(tree, /* own= */ true);
    dependencies.forEach(dependency -> graph.add(dependency, /* own= */ false));
    return graph;
  }

  private void add(ModuleTree tree, boolean own) {
    List<SourceFile> files =
        tree.files().stream().filter(file -> file.kind() == SourceKind.GO).toList();
    List<Optional<ImportingFile>> read = files.parallelStream().map(ImportingFile::read).toList();
    for (Optional<ImportingFile> each : read) {
      if (each.isEmpty()) {
        continue;
      }
      ImportingFile file = each.get();
      String path = file.source().packagePath();
      // Tests of others are never built here; nor does ./... mean what is vendored.
      boolean root = own && !VENDORED.matcher(file.source().relative()).matches();
      if (root || file.role() == Role.PRODUCT) {
        packages.computeIfAbsent(path, p -> new ArrayList<>()).add(file);
      }
      if (root) {
        roots.add(path);
      }
    }
  }

  /**
   * Returns whether a path has the form of the standard library's: no dot before the first slash.
   */
  public static boolean isStandard(String packagePath) {
    return STANDARD.matcher(packagePath).matches();
  }

  /** Returns what the programs and tests of the tree are linked from. */
  public Reach reach(BuildContext context) {
    SortedMap<String, By> reached = new TreeMap<>();
    SortedSet<String> outside = new TreeSet<>();
    Deque<String> programs = new ArrayDeque<>();
    Deque<String> tests = new ArrayDeque<>();
    for (String root : roots) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      boolean isProgram = false;
      for (ImportingFile file : packages.getOrDefault(root, List.of())) {
        if (file.isIn(context)) {
          roles.add(file.role());
          isProgram |= file.role() == Role.PRODUCT && file.isProgram();
        }
      }
      if (isProgram) {
        outside.addAll(OF_PROGRAMS);
        programs.add(root);
      }
      if (roles.contains(Role.INTERNAL_TEST) || roles.contains(Role.EXTERNAL_TEST)) {
        outside.addAll(OF_TESTS);
        if (roles.contains(Role.PRODUCT) || roles.contains(Role.INTERNAL_TEST)) {
          tests.add(root);
        }
        tests.addAll(imports(root, Role.INTERNAL_TEST, context));
        tests.addAll(imports(root, Role.EXTERNAL_TEST, context));
        if (roles.contains(Role.EXTERNAL_TEST)) {
          reached.put(root + "_test", By.TEST);
        }
      }
    }
    walk(programs, By.PROGRAM, context, reached, outside);
    walk(tests, By.TEST, context, reached, outside);
    return new Reach(reached, outside);
  }

  private void walk(
      Deque<String> queue,
      By by,
      BuildContext context,
      Map<String, By> reached,
      Set<String> outside) {
    for (String path = queue.poll(); path != null; path = queue.poll()) {
      if (!packages.containsKey(path)) {
        outside.add(path);
      } else if (reached.putIfAbsent(path, by) == null) {
        queue.addAll(imports(path, Role.PRODUCT, context));
      }
    }
  }

  /**
   * Returns the packages that a package imports in a build, by path; empty if it is not at hand.
   * Its tests do not count.
   */
  public SortedSet<String> imports(String packagePath, BuildContext context) {
    return imports(packagePath, Role.PRODUCT, context);
  }

  /** Returns those {@link #imports} that are of the standard library. */
  public SortedSet<String> standardImports(String packagePath, BuildContext context) {
    SortedSet<String> found = new TreeSet<>(imports(packagePath, context));
    found.removeIf(path -> packages.containsKey(path) || !isStandard(path));
    return found;
  }

  /**
   * Returns all packages that are linked into a program with some, those included, by path. What is
   * not at hand is among them, but not what it imports.
   */
  public SortedSet<String> linked(Collection<String> packagePaths, BuildContext context) {
    SortedSet<String> linked = new TreeSet<>();
    Deque<String> queue = new ArrayDeque<>(packagePaths);
    queue.addAll(OF_PROGRAMS);
    for (String path = queue.poll(); path != null; path = queue.poll()) {
      if (linked.add(path)) {
        queue.addAll(imports(path, Role.PRODUCT, context));
      }
    }
    return Collections.unmodifiableSortedSet(linked);
  }

  private SortedSet<String> imports(String packagePath, Role role, BuildContext context) {
    SortedSet<String> found = new TreeSet<>();
    Set<Set<String>> seen = new HashSet<>();
    List<ImportingFile> files = packages.get(packagePath);
    for (ImportingFile file : files == null ? standard.files(packagePath) : files) {
      if (file.role() == role && file.isIn(context) && seen.add(file.imports())) {
        file.imports().forEach(path -> found.add(resolve(file.source(), path)));
      }
    }
    return found;
  }

  /** Returns the path of a package as the linker knows it: Go's own modules vendor others. */
  private String resolve(SourceFile importer, String path) {
    if (isStandard(path)) {
      return path;
    }
    String vendored =
        switch (importer.modulePath()) {
          case "std" -> "vendor/" + path;
          case "cmd" -> "cmd/vendor/" + path;
          default -> "";
        };
    boolean isThere =
        !vendored.isEmpty()
            && (packages.containsKey(vendored) || !standard.files(vendored).isEmpty());
    return isThere ? vendored : path;
  }
}
