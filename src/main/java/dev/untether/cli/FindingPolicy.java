package dev.untether.cli;

import dev.untether.cli.option.UnwritableFileException;
import dev.untether.cli.option.WholeFile;
import dev.untether.module.SourceReader;
import dev.untether.report.exchange.BaselineFile;
import dev.untether.review.CheckFinding;
import dev.untether.review.RuleInfo;
import dev.untether.review.baseline.Baseline;
import dev.untether.review.configuration.Configuration;
import dev.untether.review.configuration.ConfigurationReader;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments that say which findings count. */
final class FindingPolicy {
  private static final String NAME = "untether.yaml";
  private static final List<String> REPOSITORY = List.of(".git", ".hg", ".svn", ".jj");
  private static final long LIMIT = 64L << 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration (default: untether.yaml in the directory of the first PATH or above it, up"
              + " to the root of the repository, or of the module where there is none)")
  private @Nullable Path config;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Report only findings that FILE does not list")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "List all findings in FILE as known, and report none")
  private @Nullable Path newBaseline;

  /**
   * A configuration.
   *
   * @param directory what its patterns are relative to
   * @param values what it says
   */
  record Configured(Path directory, Configuration values) {}

  /** What a baseline leaves: new findings, and those that are known. */
  record Judged(List<CheckFinding> findings, List<CheckFinding> known) {}

  /**
   * Returns the configuration for a run.
   *
   * @param start the directory of the first PATH
   * @param rules the ids of all rules
   */
  Configured configuration(Path start, Set<String> rules) {
    Path file = config == null ? find(start) : config.toAbsolutePath().normalize();
    if (file == null) {
      return new Configured(start, Configuration.NONE);
    }
    Path directory = file.getParent() == null ? start : file.getParent();
    SourceText text = text(file, "--config ");
    var read = ConfigurationReader.read(file.toString(), text, directory, rules);
    if (!read.problems().isEmpty()) {
      List<String> lines = read.problems().stream().map(Finding::toString).toList();
      throw new ParameterException(spec.commandLine(), String.join("\n", lines));
    }
    return new Configured(directory, read.configuration());
  }

  private static @Nullable Path find(Path start) {
    Path limit = limit(start);
    for (Path at = start; at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return file;
      }
      if (at.equals(limit)) {
        return null;
      }
    }
    return null;
  }

  /** Returns the last directory to look in: what lies above is somebody else's. */
  private static Path limit(Path start) {
    for (Path at = start; at != null; at = at.getParent()) {
      Path directory = at;
      if (REPOSITORY.stream().anyMatch(name -> Files.exists(directory.resolve(name)))) {
        return at;
      }
    }
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("go.mod"))) {
        return at;
      }
    }
    return start;
  }

  private SourceText text(Path file, String option) {
    var read = SourceReader.read(file, LIMIT);
    if (read instanceof SourceReader.Text text) {
      return text.text();
    }
    Finding problem = ((SourceReader.Refused) read).problem();
    throw new ParameterException(spec.commandLine(), option + file + ": " + problem.message());
  }

  /** Refuses arguments that contradict each other, before any work is done. */
  void check() {
    if (baseline != null && newBaseline != null) {
      throw new ParameterException(
          spec.commandLine(), "--baseline and --write-baseline: give one of them");
    }
    if (baseline != null) {
      known(baseline);
    }
  }

  /** Returns the rules that this adds to those of the checks. */
  static List<RuleInfo> rules() {
    return List.of(Baseline.FIXED);
  }

  /**
   * Returns the findings that a baseline leaves; writes one if that was asked for.
   *
   * @param base what the paths of findings are relative to
   * @param texts gives the text of a finding's path, if it is at hand
   */
  Judged judged(
      List<CheckFinding> findings, Path base, Function<String, Optional<SourceText>> texts)
      throws UnwritableFileException {
    if (newBaseline != null) {
      Baseline all = Baseline.of(findings, texts, names(newBaseline, base));
      WholeFile.write(newBaseline, out -> BaselineFile.write(all, out));
      return new Judged(List.of(), findings);
    }
    if (baseline == null) {
      return new Judged(findings, List.of());
    }
    Baseline.Result result = known(baseline).apply(findings, texts, names(baseline, base));
    List<CheckFinding> left = new ArrayList<>(result.findings());
    List<CheckFinding> before = new ArrayList<>(findings);
    before.removeAll(result.findings());
    for (Baseline.Entry entry : result.fixed()) {
      left.add(fixed(entry, baseline));
    }
    return new Judged(left.stream().sorted().toList(), before);
  }

  private Baseline known(Path file) {
    try {
      return BaselineFile.read(text(file, "--baseline ").toString());
    } catch (BaselineFile.NotBaselineException e) {
      throw new ParameterException(
          spec.commandLine(), "--baseline " + file + ": " + e.getMessage(), e);
    }
  }

  private static CheckFinding fixed(Baseline.Entry entry, Path file) {
    String symbol = entry.symbol().isEmpty() ? "" : " about " + entry.symbol();
    String message =
        entry.rule()
            + symbol
            + " in "
            + entry.path()
            + " is no longer found; write the baseline anew to drop it";
    return new CheckFinding(
        Baseline.FIXED,
        new Finding(
            Baseline.FIXED.id(),
            Baseline.FIXED.severity(),
            file.toString().replace('\\', '/'),
            Finding.WHOLE_FILE,
            message));
  }

  /** Returns what makes a path one that is relative to the directory of {@code file}. */
  private static UnaryOperator<String> names(Path file, Path base) {
    Path directory = real(file.toAbsolutePath().normalize().getParent());
    return relativeTo(directory, base);
  }

  private static @Nullable Path real(@Nullable Path directory) {
    try {
      return directory == null ? null : directory.toRealPath();
    } catch (IOException e) {
      return directory;
    }
  }

  /** Returns what makes a path below {@code base} one that is relative to {@code directory}. */
  static UnaryOperator<String> relativeTo(@Nullable Path directory, Path base) {
    if (directory == null || directory.equals(base)) {
      return UnaryOperator.identity();
    }
    return path ->
        directory.relativize(base.resolve(path).normalize()).toString().replace('\\', '/');
  }
}
