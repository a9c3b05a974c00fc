package dev.untether.module;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Headers;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the assembly files of a tree with their headers. Headers are parsed once; several threads
 * may load at the same time.
 */
public final class AssemblyLoader {
  private static final long MAX_HEADER_BYTES = 16L << 20;

  private final ModuleTree tree;
  private final ReleaseRange releases;
  private final Map<Path, Optional<AsmFile>> parsedHeaders = new ConcurrentHashMap<>();

  /**
   * Prepares to read files of {@code tree} as builds of {@code releases} see them, without those
   * that the go line of a file's module is too new for.
   */
  public AssemblyLoader(ModuleTree tree, ReleaseRange releases) {
    this.tree = tree;
    this.releases = releases;
  }

  /** What became of a file: the unit, or the finding that says why there is none. */
  public record Loaded(Optional<AssemblyUnit> unit, List<Finding> problems) {}

  /** Reads one file of the tree. */
  public Loaded load(SourceFile source) {
    var read = SourceReader.read(source.absolute(), source.relative(), SourceReader.DEFAULT_LIMIT);
    if (read instanceof SourceReader.Refused refused) {
      return new Loaded(Optional.empty(), List.of(refused.problem()));
    }
    SourceReader.Text text = (SourceReader.Text) read;
    AsmFile file = AsmFile.parse(source.relative(), text.text());
    BuildConstraint constraint = BuildConstraint.of(source.relative(), text.text());
    SortedSet<Target> targets =
        file.dialect() == AsmFile.Dialect.GO
            ? constraint.targets(Targets.known(), tree.releases(source, releases))
            : Collections.unmodifiableSortedSet(new TreeSet<>());
    List<Finding> problems = new ArrayList<>(constraint.problems());
    problems.addAll(file.problems());
    AssemblyUnit unit =
        new AssemblyUnit(source, file, headers(source), constraint, targets, problems);
    return new Loaded(Optional.of(unit), problems);
  }

  /** Returns where the includes of a file of the tree are found. */
  public Headers headers(SourceFile source) {
    Path directory = source.directory();
    Path limit = tree.governing(source).map(GoModule::directory).orElse(tree.root());
    Headers own = name -> header(directory, name, limit);
    return own.orGo();
  }

  private Optional<AsmFile> header(Path directory, String name, Path limit) {
    Path path;
    try {
      path = directory.resolve(name).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    return parsedHeaders.computeIfAbsent(path, p -> parse(p, limit));
  }

  private Optional<AsmFile> parse(Path path, Path limit) {
    try {
      // Analysed code cannot reach outside its module, neither by .. nor by a symbolic link.
      if (!Files.isRegularFile(path) || !path.toRealPath().startsWith(limit.toRealPath())) {
        return Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    String shown = shownAs(path);
    return SourceReader.read(path, shown, MAX_HEADER_BYTES) instanceof SourceReader.Text text
        ? Optional.of(AsmFile.parse(shown, text.text()))
        : Optional.empty();
  }

  private String shownAs(Path path) {
    Path shown = path.startsWith(tree.root()) ? tree.root().relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }
}
