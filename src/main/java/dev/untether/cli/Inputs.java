package dev.untether.cli;

import dev.untether.module.ModuleTree;
import dev.untether.module.TreeScope;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.module.target.UnknownTargetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments that say what to look at. */
final class Inputs {
  private static final String PATTERN_END = "...";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "A directory, a file, or a Go pattern such as ./... (default: .)")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--target",
      paramLabel = "LIST",
      description =
          "Targets to look at: linux/arm64,darwin/* or all (default: all that build the file)")
  private String target = "all";

  @Option(
      names = "--go",
      paramLabel = "RANGE",
      description = "Go releases that may build the code: 1.23..1.27 (default: every known one)")
  private String releases = "";

  @Option(
      names = "--include-ignored",
      description =
          "Look into testdata and directories whose name starts with . or _ too, which the go"
              + " command ignores")
  private boolean everything;

  /**
   * One PATH.
   *
   * @param prefix what stands before its relative paths, so that they lead there from the current
   *     directory; empty for the current directory itself and for absolute paths
   * @param tree the files below it
   */
  record Root(String prefix, ModuleTree tree) {}

  /** Returns the trees to look at, in the order given. */
  List<Root> roots() {
    List<Root> roots = new ArrayList<>();
    for (String given : paths.isEmpty() ? List.of(".") : paths) {
      roots.add(root(given));
    }
    return roots;
  }

  private Root root(String given) {
    String plain = given;
    if (given.equals(PATTERN_END) || given.endsWith("/" + PATTERN_END)) {
      plain = given.substring(0, given.length() - PATTERN_END.length());
      plain = plain.isEmpty() ? "." : plain;
    }
    Path path;
    try {
      path = Path.of(plain);
    } catch (InvalidPathException e) {
      throw new ParameterException(spec.commandLine(), "not a path: " + given);
    }
    ModuleTree tree =
        ModuleTree.discover(path, everything ? TreeScope.EVERYTHING : TreeScope.PACKAGES);
    return new Root(prefix(path), tree);
  }

  private static String prefix(Path path) {
    Path shown = path.normalize();
    if (!Files.isDirectory(path)) {
      shown = shown.getParent();
    }
    if (shown == null || shown.isAbsolute() || shown.toString().isEmpty() || escapes(shown)) {
      return "";
    }
    return shown.toString().replace('\\', '/') + "/";
  }

  /** A patch with .. in its paths would be refused by git apply. */
  private static boolean escapes(Path path) {
    return path.startsWith("..");
  }

  /** Returns the Go releases asked for. */
  ReleaseRange releases() {
    if (releases.isEmpty()) {
      return Targets.known().releases();
    }
    ReleaseRange range;
    try {
      range = ReleaseRange.parse(releases);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--go " + releases + ": expected a release or a range such as 1.23..1.27");
    }
    ReleaseRange known = Targets.known().releases();
    if (!known.contains(range.first()) || !known.contains(range.last())) {
      throw new ParameterException(
          spec.commandLine(), "--go " + releases + ": the releases known are " + known);
    }
    return range;
  }

  /** Returns the targets asked for. */
  SortedSet<Target> targets() {
    try {
      return Targets.known().select(target, releases());
    } catch (UnknownTargetException e) {
      throw new ParameterException(spec.commandLine(), "--target: " + e.getMessage());
    }
  }
}
