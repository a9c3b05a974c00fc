package dev.untether.cli.option;

import dev.untether.report.DiagnosticText;
import dev.untether.report.terminal.ColorMode;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments that say how to work and what to print. */
public final class Output {
  private static final int MAX_JOBS = 1024;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "Write the result to FILE instead of standard output")
  private @Nullable Path file;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto: when the output is a terminal)")
  private String color = "auto";

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many files to work on at a time (default: one for each processor)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-q", "--quiet"},
      description = "Print results and errors only")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print notes too, and the lines they are about")
  private boolean verbose;

  @Option(names = "--no-progress", description = "Never show progress")
  private boolean noProgress;

  /** Returns how many things to do at a time. */
  public int jobs() {
    if (jobs < 1 || jobs > MAX_JOBS) {
      throw new ParameterException(
          spec.commandLine(), "--jobs " + jobs + ": expected 1 to " + MAX_JOBS);
    }
    return jobs;
  }

  public boolean isQuiet() {
    return quiet;
  }

  /** Returns whether progress may be shown: to a person, who did not ask for quiet. */
  public boolean showsProgress(Terminal terminal) {
    return terminal.isTerminal() && allowsProgress();
  }

  /** Returns whether progress may be told at all, to a person or to a log. */
  public boolean allowsProgress() {
    return !noProgress && !quiet;
  }

  public boolean isVerbose() {
    return verbose && !quiet;
  }

  /** Returns whether the result is to be coloured. */
  public boolean colours(Terminal terminal) {
    ColorMode mode;
    try {
      mode = ColorMode.valueOf(color.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--color " + color + ": expected auto, always or never");
    }
    return mode.enabled(terminal.isTerminal() && file == null, System.getenv());
  }

  /** A result on its way out. */
  @FunctionalInterface
  public interface Writer {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Returns whether the result goes to a file. */
  public boolean isToFile() {
    return file != null;
  }

  /** Writes the result to where it is wanted; a file is there whole or not at all. */
  public void write(Terminal terminal, Writer writer) throws IOException {
    if (file == null) {
      writer.writeTo(terminal.out());
      terminal.out().flush();
    } else {
      WholeFile.write(file, writer);
    }
  }

  /**
   * Prints findings to standard error, by path and place, each once; only errors when told to be
   * quiet, and with the lines they are about when asked to be verbose.
   *
   * @param texts gives the text of a finding's path, if it is at hand
   */
  public void report(
      Terminal terminal, List<Finding> findings, Function<String, Optional<SourceText>> texts)
      throws IOException {
    List<Finding> shown =
        findings.stream()
            .filter(finding -> !quiet || finding.severity() == Severity.ERROR)
            .sorted()
            .distinct()
            .toList();
    DiagnosticText form = DiagnosticText.plain();
    StringBuilder text = new StringBuilder();
    (isVerbose() ? form.withExcerpts(texts) : form).write(shown, text);
    terminal.err().print(text);
  }

  /** Returns the findings of inputs that are worth mentioning: notes only if asked for. */
  public List<Finding> mentioned(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> isVerbose() || finding.severity() != Severity.NOTE)
        .toList();
  }

  /** Returns the result of {@code work}, done with as many threads as asked for. */
  public <T> T parallel(Callable<T> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(jobs());
    try {
      return pool.submit(work).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw checked(cause);
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    } finally {
      pool.shutdownNow();
    }
  }

  /** Pools hand on a checked exception as the cause of others that have no words of their own. */
  private static Exception checked(Exception thrown) {
    Exception inner = thrown;
    while (inner.getClass() == RuntimeException.class && inner.getCause() instanceof Exception e) {
      inner = e;
    }
    return inner;
  }

  /**
   * Returns the exit code after findings about inputs: some could not be read when one is an error.
   */
  public static int exitCode(List<Finding> problems, int otherwise) {
    Optional<Finding> error =
        problems.stream().filter(problem -> problem.severity() == Severity.ERROR).findFirst();
    return error.isPresent() ? ExitCode.PARTIAL : otherwise;
  }
}
