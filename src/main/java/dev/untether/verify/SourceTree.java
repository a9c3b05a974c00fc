package dev.untether.verify;

import dev.untether.module.GoMod;
import dev.untether.module.GoModDirective;
import dev.untether.module.GoWork;
import dev.untether.module.SourceReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The directories that it takes to build a module: its own, those of its workspace, and those that
 * replace modules it needs. Nothing beyond the repository is part of it, whatever a go.mod says.
 *
 * @param module the directory of the module
 * @param workFile the go.work that counts for it
 * @param base the deepest directory that holds all of {@code directories}
 * @param directories what is needed; none lies in another
 * @param neighbours the other modules that the go.work lists
 */
public record SourceTree(
    Path module,
    Optional<Path> workFile,
    Path base,
    List<Path> directories,
    List<Path> neighbours) {
  private static final long MAX_GO_MOD_BYTES = 16L << 20;

  /** Copies the lists. */
  public SourceTree {
    directories = List.copyOf(directories);
    neighbours = List.copyOf(neighbours);
  }

  /**
   * Returns what the module in a directory needs, as far as it is in the same repository.
   *
   * @param module the directory of its go.mod, as a real path
   */
  public static SourceTree of(Path module) {
    return of(module, repository(module));
  }

  /**
   * Returns what the module in a directory needs.
   *
   * @param module the directory of its go.mod, as a real path
   * @param boundary the directory that all of it has to be in, as a real path
   */
  public static SourceTree of(Path module, Path boundary) {
    Optional<Path> work = workFile(module, boundary);
    List<Path> needed = new ArrayList<>();
    needed.add(module);
    List<Path> neighbours = new ArrayList<>();
    if (work.isPresent()) {
      needed.addAll(used(work.get(), boundary));
      neighbours.addAll(modulesOf(work.get(), boundary));
      neighbours.remove(module);
    }
    for (Path each : List.copyOf(needed)) {
      needed.addAll(replacements(each, boundary));
    }
    Path base = work.flatMap(file -> Optional.ofNullable(file.getParent())).orElse(module);
    List<Path> outermost = new ArrayList<>();
    for (Path directory : needed.stream().distinct().sorted().toList()) {
      // Sorted, a directory comes before what lies in it.
      if (outermost.stream().noneMatch(directory::startsWith)) {
        outermost.add(directory);
      }
      while (!directory.startsWith(base) && base.getParent() != null) {
        base = base.getParent();
      }
    }
    return new SourceTree(module, work, base, outermost, neighbours);
  }

  /** Returns the directory of the repository that the module is in, or else the module's own. */
  private static Path repository(Path module) {
    for (Path at = module; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return module;
  }

  /**
   * Returns the nearest go.work, if it lists the module; the go command asks to turn it off else.
   */
  private static Optional<Path> workFile(Path module, Path boundary) {
    for (Path at = module; at != null && at.startsWith(boundary); at = at.getParent()) {
      Path file = at.resolve("go.work");
      if (Files.isRegularFile(file)) {
        return used(file, boundary).contains(module) ? Optional.of(file) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns the modules that a go.work lists, and those that it puts in place of others. */
  private static List<Path> used(Path workFile, Path boundary) {
    List<Path> found = new ArrayList<>(modulesOf(workFile, boundary));
    Path directory = workFile.resolveSibling("");
    work(workFile).ifPresent(work -> addLocal(work.replacements(), directory, boundary, found));
    return found;
  }

  private static List<Path> modulesOf(Path workFile, Path boundary) {
    List<Path> found = new ArrayList<>();
    Path directory = workFile.resolveSibling("");
    for (GoModDirective.Use use : work(workFile).map(GoWork::uses).orElse(List.of())) {
      inside(directory, use.path(), boundary).ifPresent(found::add);
    }
    return found.stream().distinct().toList();
  }

  private static Optional<GoWork> work(Path file) {
    return read(file, text -> GoWork.parse(file.toString(), text.text()));
  }

  private static List<Path> replacements(Path module, Path boundary) {
    Path file = module.resolve("go.mod");
    Optional<GoMod> mod = read(file, text -> GoMod.parse(file.toString(), text.text()));
    List<Path> found = new ArrayList<>();
    mod.ifPresent(it -> addLocal(it.replacements(), module, boundary, found));
    return found;
  }

  private static void addLocal(
      List<GoModDirective.Replace> replacements, Path directory, Path boundary, List<Path> found) {
    for (GoModDirective.Replace replace : replacements) {
      if (replace.newVersion().isEmpty()) {
        inside(directory, replace.newPath(), boundary).ifPresent(found::add);
      }
    }
  }

  private static <T> Optional<T> read(Path file, Function<SourceReader.Text, T> parse) {
    return SourceReader.read(file, MAX_GO_MOD_BYTES) instanceof SourceReader.Text text
        ? Optional.of(parse.apply(text))
        : Optional.empty();
  }

  private static Optional<Path> inside(Path directory, String written, Path boundary) {
    try {
      Path path = directory.resolve(written).normalize();
      boolean isThere = Files.isDirectory(path) && path.toRealPath().startsWith(boundary);
      return isThere && path.startsWith(boundary) ? Optional.of(path) : Optional.empty();
    } catch (java.io.IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
