package dev.untether.cli.option;

import dev.untether.module.ModuleTree;
import dev.untether.module.TreeScope;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.module.target.UnknownTargetException;
import dev.untether.review.configuration.Configuration;
import java.util.Optional;
import java.util.SortedSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The arguments that say for which builds, and how deep, to look. */
public final class Selection {
  private static final String ALL = "all";

  /**
   * How many releases beyond those known may be asked about; the answer is that nothing is known.
   */
  private static final int FAR = 10;

  @Option(
      names = "--target",
      paramLabel = "LIST",
      description =
          "Targets to look at: linux/arm64,darwin/* or all (default: all that build the file)")
  private String target = "";

  @Option(
      names = "--go",
      paramLabel = "RANGE",
      description =
          "Go releases that may build the code: 1.23..1.27 (default: from the go line of its go.mod"
              + " to the newest known)")
  private String releases = "";

  @Option(
      names = "--include-ignored",
      description =
          "Look into testdata and directories whose name starts with . or _ too, which the go"
              + " command ignores")
  private boolean everything;

  /** Takes what a configuration says where the command line says nothing. */
  public void useDefaults(Configuration configuration) {
    if (target.isEmpty()) {
      target = configuration.targets().orElse("");
    }
    if (releases.isEmpty()) {
      releases = configuration.go().map(ReleaseRange::toString).orElse("");
    }
  }

  /** Returns whether the user chose targets. */
  public boolean hasTargets() {
    return !target.isEmpty();
  }

  /** Returns whether the user chose releases. */
  public boolean hasReleases() {
    return !releases.isEmpty();
  }

  /** Returns how deep to look. */
  public TreeScope scope() {
    return everything ? TreeScope.EVERYTHING : TreeScope.PACKAGES;
  }

  /**
   * Returns the Go releases asked for, every known one unless told otherwise. Which of them a
   * module admits is for its go line to say: see {@link ModuleTree#releases}.
   *
   * @param spec the command to blame for a range that makes no sense
   */
  public ReleaseRange releases(CommandSpec spec) {
    ReleaseRange known = Targets.known().releases();
    Optional<ReleaseRange> given = given(spec);
    if (given.isPresent()
        && !(known.contains(given.get().first()) && known.contains(given.get().last()))) {
      throw new ParameterException(
          spec.commandLine(), "--go " + releases + ": the releases known are " + known);
    }
    return given.orElse(known);
  }

  /**
   * Returns the Go releases named, known or not; empty if none were.
   *
   * @param spec the command to blame for a range that makes no sense
   */
  public Optional<ReleaseRange> given(CommandSpec spec) {
    if (releases.isEmpty()) {
      return Optional.empty();
    }
    ReleaseRange known = Targets.known().releases();
    ReleaseRange range;
    try {
      range = ReleaseRange.parse(releases);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--go " + releases + ": expected a release or a range such as 1.23..1.27");
    }
    if (range.first() < known.first() - FAR || range.last() > known.last() + FAR) {
      throw new ParameterException(
          spec.commandLine(), "--go " + releases + ": the releases known are " + known);
    }
    return Optional.of(range);
  }

  /**
   * Returns the targets asked for.
   *
   * @param spec the command to blame for targets that are not known
   */
  public SortedSet<Target> targets(CommandSpec spec) {
    return targets(spec, releases(spec));
  }

  /** Returns the targets asked for, of the releases in {@code range}. */
  public SortedSet<Target> targets(CommandSpec spec, ReleaseRange range) {
    try {
      return Targets.known().select(hasTargets() ? target : ALL, range);
    } catch (UnknownTargetException e) {
      throw new ParameterException(spec.commandLine(), "--target: " + e.getMessage());
    }
  }
}
