package dev.untether.module;

import dev.untether.module.target.LanguageVersion;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The source files below a directory, each with its package and module.
 *
 * <p>The module of a file is that of the nearest {@code go.mod} at or above its directory, also
 * above the directory given. Inside {@code vendor/} of a module, {@code go.mod} files mean nothing,
 * a package is named by its path below {@code vendor/}, and its module is the one that {@code
 * vendor/modules.txt} names. Packages of the standard library have paths without a module prefix,
 * and keep {@code vendor/}, as the linker does.
 *
 * <p>Without any {@code go.mod}, a package is named by the path of its directory below the
 * directory given, and the package right there {@code command-line-arguments}, as the go command
 * names what has no import path. The walk leaves no directory out because of its contents: {@code
 * node_modules} holds packages for the go command too.
 */
public final class ModuleTree {
  private final Path root;
  private final List<SourceFile> files;
  private final List<Finding> problems;
  private final ModuleMap modules;

  private ModuleTree(Path root, List<SourceFile> files, List<Finding> problems, ModuleMap modules) {
    this.root = root;
    this.files = files;
    this.problems = problems;
    this.modules = modules;
  }

  /** Returns what the go command would find packages in, below a directory or at a single file. */
  public static ModuleTree discover(Path path) {
    return discover(path, TreeScope.PACKAGES);
  }

  /**
   * Returns the source files below a directory, or the single file that {@code path} names. What
   * cannot be read or must not be followed becomes a problem; the rest is done.
   *
   * @param path a directory or a file; a symbolic link is followed
   */
  public static ModuleTree discover(Path path, TreeScope scope) {
    Path real;
    try {
      real = path.toRealPath();
    } catch (NoSuchFileException e) {
      return missing(path, "does not exist");
    } catch (IOException e) {
      return missing(path, "cannot be read: " + e.getMessage());
    }
    if (Files.isDirectory(real)) {
      return walk(real, scope, Optional.empty());
    }
    return single(path, real);
  }

  /**
   * Returns the source files of a dependency: those that the main module can import. Its own {@code
   * vendor/} and modules inside it do not count.
   *
   * @param modulePath what its packages' paths start with, whatever its {@code go.mod} says: a
   *     module may stand in for another, and a very old one has no such file
   */
  public static ModuleTree ofDependency(Path directory, String modulePath) {
    Path real;
    try {
      real = directory.toRealPath();
    } catch (IOException e) {
      return missing(directory, "cannot be read: " + e.getMessage());
    }
    ModuleTree all = walk(real, TreeScope.PACKAGES, Optional.of(modulePath));
    List<SourceFile> own =
        all.files.stream()
            .filter(file -> !file.relative().startsWith(VendoredModules.PREFIX))
            .filter(
                file -> all.governing(file).map(it -> it.directory().equals(real)).orElse(false))
            .toList();
    return new ModuleTree(real, own, all.problems, all.modules);
  }

  private static ModuleTree missing(Path path, String message) {
    Finding problem = unreadable(path, message);
    Path absolute = path.toAbsolutePath().normalize();
    ModuleMap modules = new ModuleMap(absolute, Collections.emptySet(), Optional.empty());
    return new ModuleTree(absolute, List.of(), List.of(problem), modules);
  }

  private static Finding unreadable(Path path, String message) {
    return new Finding(
        SourceReader.UNREADABLE, Severity.ERROR, path.toString(), Finding.WHOLE_FILE, message);
  }

  private static ModuleTree single(Path shownAs, Path file) {
    Path parent = file.getParent();
    Path name = file.getFileName();
    SourceKind kind = name == null ? null : SourceKind.of(name.toString()).orElse(null);
    if (parent == null || name == null || kind == null) {
      return missing(shownAs, "is neither a directory nor a .s, .h or .go file");
    }
    if (!Files.isRegularFile(file)) {
      return missing(shownAs, "is not a regular file");
    }
    ModuleMap modules = new ModuleMap(parent, Collections.emptySet(), Optional.empty());
    SourceFile source = modules.place(new SourceWalk.Found(parent, file, name.toString(), kind));
    return new ModuleTree(parent, List.of(source), modules.problems(), modules);
  }

  private static ModuleTree walk(Path root, TreeScope scope, Optional<String> pathOfRoot) {
    SourceWalk walk = new SourceWalk(root, scope);
    List<Finding> problems = new ArrayList<>();
    try {
      Files.walkFileTree(root, walk);
    } catch (IOException e) {
      problems.add(unreadable(root, "cannot be read: " + e.getMessage()));
    }
    ModuleMap modules = new ModuleMap(root, walk.goModDirectories(), pathOfRoot);
    List<SourceFile> files = new ArrayList<>(walk.files().size());
    for (SourceWalk.Found found : walk.files()) {
      files.add(modules.place(found));
    }
    Collections.sort(files);
    problems.addAll(walk.problems());
    problems.addAll(modules.problems());
    Collections.sort(problems);
    return new ModuleTree(root, List.copyOf(files), List.copyOf(problems), modules);
  }

  /** Returns the directory that relative paths start from, as a real path. */
  public Path root() {
    return root;
  }

  /** Returns the source files, by relative path. */
  public List<SourceFile> files() {
    return files;
  }

  /** Returns this tree without the files that stand at {@code places}. */
  public ModuleTree without(Set<Path> places) {
    List<SourceFile> rest =
        files.stream().filter(file -> !places.contains(file.absolute())).toList();
    return new ModuleTree(root, rest, problems, modules);
  }

  /** Returns the modules that the files belong to, by directory. */
  public List<GoModule> modules() {
    return modules.all();
  }

  /**
   * Returns the module whose {@code go.mod} governs how a file of this tree is built; for vendored
   * files this is the module that vendors them.
   */
  public Optional<GoModule> governing(SourceFile file) {
    return governing(file.absolute());
  }

  /**
   * Returns the module that governs how a file at that place is built, whether or not it exists.
   */
  public Optional<GoModule> governing(Path file) {
    Path directory = file.getParent();
    return directory == null ? Optional.empty() : modules.known(directory);
  }

  /**
   * Returns the language that a file of this tree is written in; empty outside any module, where
   * each release takes its own.
   */
  public Optional<LanguageVersion> language(SourceFile file) {
    return governing(file)
        .map(module -> LanguageVersion.of(module.goMod().flatMap(GoMod::goVersion)));
  }

  /**
   * Returns the releases of {@code range} that may build a file: those that the go line of its
   * module admits.
   */
  public ReleaseRange releases(SourceFile file, ReleaseRange range) {
    return language(file).map(language -> language.admitted(range)).orElse(range);
  }

  /**
   * Returns those of {@code asked} that some release of {@code range} has which may build a file.
   */
  public SortedSet<Target> targets(SourceFile file, ReleaseRange range, Collection<Target> asked) {
    SortedSet<Target> targets = new TreeSet<>(Targets.known().of(releases(file, range)));
    targets.retainAll(asked);
    return targets;
  }

  /** Returns what could not be read or understood, by path. */
  public List<Finding> problems() {
    return problems;
  }
}
