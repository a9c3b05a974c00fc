package dev.untether.cli.option;

import dev.untether.module.ModuleTree;
import dev.untether.module.SourceReader;
import dev.untether.module.TreeScope;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.review.configuration.Configuration;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments that say what to look at. */
public final class Inputs {
  private static final String PATTERN_END = "...";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "A directory, a file, or a Go pattern such as ./... (default: .)")
  private List<String> paths = new ArrayList<>();

  @Mixin private final Selection selection = new Selection();

  /**
   * One PATH.
   *
   * @param base the directory that the names of its files are printed relative to
   * @param prefix what stands before its relative paths, so that they lead there from {@code base};
   *     empty or with a slash at its end
   * @param tree the files below it
   */
  public record Root(Path base, String prefix, ModuleTree tree) {}

  private record Given(boolean absolute, boolean found, ModuleTree tree) {}

  /**
   * Returns the trees to look at, in the order given. A file that several PATHs reach belongs to
   * the first of them.
   */
  public List<Root> roots() {
    List<Given> given = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (String path : paths.isEmpty() ? List.of(".") : paths) {
      Given next = given(path, seen);
      next.tree().files().forEach(file -> seen.add(file.absolute()));
      given.add(next);
    }
    Path base = base(given);
    return given.stream()
        .map(it -> new Root(base, it.found() ? prefix(base, it.tree().root()) : "", it.tree()))
        .toList();
  }

  private Given given(String given, Set<Path> seen) {
    String plain = given;
    if (given.equals(PATTERN_END) || given.endsWith("/" + PATTERN_END)) {
      plain = given.substring(0, given.length() - PATTERN_END.length());
      plain = plain.isEmpty() ? "." : plain;
    }
    if (plain.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "an empty PATH; use . for this directory");
    }
    Path path;
    try {
      path = Path.of(plain);
    } catch (InvalidPathException e) {
      throw new ParameterException(spec.commandLine(), "not a path: " + given);
    }
    if (plain.contains(PATTERN_END) && !Files.exists(path)) {
      throw new ParameterException(
          spec.commandLine(), given + ": a pattern may only end in /..., as in ./...");
    }
    ModuleTree tree = ModuleTree.discover(path, selection.scope());
    boolean found = Files.isDirectory(path) || !tree.files().isEmpty();
    return new Given(path.isAbsolute(), found, tree.without(seen));
  }

  /**
   * Returns the directory that names are relative to: the current one if all PATHs lie in it and
   * are written so, else the deepest one that holds them all. A patch with .. or with an absolute
   * name in it would be refused by git apply.
   */
  private static Path base(List<Given> given) {
    Path current = currentDirectory();
    List<Path> found = given.stream().filter(Given::found).map(it -> it.tree().root()).toList();
    boolean absolute = given.stream().anyMatch(it -> it.found() && it.absolute());
    if (!absolute && found.stream().allMatch(root -> root.startsWith(current))) {
      return current;
    }
    Path common = found.get(0);
    for (Path root : found) {
      while (common.getParent() != null && !root.startsWith(common)) {
        common = common.getParent();
      }
    }
    return common;
  }

  /** Returns the directory that relative PATHs start from, without symbolic links in it. */
  public static Path currentDirectory() {
    Path current = Path.of("").toAbsolutePath();
    try {
      return current.toRealPath();
    } catch (IOException e) {
      // It was removed under our feet; no PATH lies in it.
      return current;
    }
  }

  private static String prefix(Path base, Path root) {
    String below = base.relativize(root).toString().replace('\\', '/');
    return below.isEmpty() ? "" : below + "/";
  }

  /** Returns the text of a file that is printed as {@code name}, if it can be read. */
  public static Optional<SourceText> text(List<Root> roots, String name) {
    return roots.stream()
        .findFirst()
        .map(root -> SourceReader.read(root.base().resolve(name), SourceReader.DEFAULT_LIMIT))
        .flatMap(
            read ->
                read instanceof SourceReader.Text text
                    ? Optional.of(text.text())
                    : Optional.empty());
  }

  /**
   * Returns what to say when there is nothing to look at.
   *
   * @param files the files that were looked for
   */
  public String nothingFound(String files) {
    String where = paths.isEmpty() ? "." : String.join(", ", paths);
    String hint = "; --include-ignored also looks into testdata and names that start with . or _";
    return "no "
        + files
        + " found in "
        + where
        + (selection.scope() == TreeScope.EVERYTHING ? "" : hint);
  }

  /**
   * Returns the first argument, for commands where that is no PATH, and takes it from the PATHs;
   * empty if there is none.
   */
  public Optional<String> takeFirst() {
    return paths.isEmpty() ? Optional.empty() : Optional.of(paths.remove(0));
  }

  /** Returns whether a PATH was given. */
  public boolean hasPaths() {
    return !paths.isEmpty();
  }

  /** Takes what a configuration says where the command line says nothing. */
  public void useDefaults(Configuration configuration) {
    selection.useDefaults(configuration);
  }

  /** Returns the Go releases asked for. */
  public ReleaseRange releases() {
    return selection.releases(spec);
  }

  /** Returns the targets asked for. */
  public SortedSet<Target> targets() {
    return selection.targets(spec);
  }

  /** Returns whether the user chose targets. */
  public boolean hasTargets() {
    return selection.hasTargets();
  }

  /** Returns whether the user chose releases. */
  public boolean hasReleases() {
    return selection.hasReleases();
  }

  /** Returns the targets asked for, of the releases in {@code range}. */
  public SortedSet<Target> targets(ReleaseRange range) {
    return selection.targets(spec, range);
  }

  /** Returns the Go releases asked for, among them such as nothing is known about. */
  public ReleaseRange releasesEvenUnknown() {
    return selection.given(spec).orElseGet(() -> selection.releases(spec));
  }

  /** Returns the Go releases asked for; empty if none were named. */
  public Optional<ReleaseRange> releasesGiven() {
    return selection.given(spec);
  }
}
