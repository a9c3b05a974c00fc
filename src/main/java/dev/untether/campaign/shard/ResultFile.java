package dev.untether.campaign.shard;

import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes results as JSON Lines: one object of kind {@code run}, one of kind {@code unit} for each
 * unit, one of kind {@code problem} for each problem, and one of kind {@code end} that counts the
 * units, so that a file that was cut off is known as such. {@link ResultReader} reads them, {@link
 * ResultMerge} makes one of many.
 */
public final class ResultFile {
  static final String RUN = "run";
  static final String UNIT = "unit";
  static final String PROBLEM = "problem";
  static final String END = "end";
  static final int SCHEMA_VERSION = 1;

  private ResultFile() {}

  /** Writes results to a stream, which stays open. */
  public static void write(Results results, OutputStream out) throws IOException {
    JsonLines lines = new JsonLines(out);
    lines.object(
        line ->
            line.number("schemaVersion", SCHEMA_VERSION)
                .string("kind", RUN)
                .string("campaign", results.campaign())
                .string("command", results.command())
                .string("digest", results.digest())
                .string(
                    "shard",
                    String.join(",", results.shards().stream().map(Shard::toString).toList())));
    for (Results.Unit unit : results.units()) {
      lines.object(line -> unit(line, unit));
    }
    for (Results.Problem problem : results.problems()) {
      lines.object(
          line ->
              line.string("kind", PROBLEM)
                  .string("repository", problem.repository())
                  .string("message", problem.message()));
    }
    lines.object(
        line ->
            line.string("kind", END)
                .number("units", results.units().size())
                .number("problems", results.problems().size()));
    lines.flush();
  }

  /**
   * Writes results to a file, as a whole or not at all.
   *
   * @throws IOException when it cannot be written; then what was there before still is
   */
  public static void write(Results results, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null) {
      throw new IOException(file + " is no file to write to; expected the name of a file");
    }
    Path fresh = Files.createTempFile(directory, ".untether-", ".jsonl");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
        write(results, out);
      }
      move(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void unit(JsonObjectWriter line, Results.Unit unit) {
    line.string("kind", UNIT)
        .string("repository", unit.repository())
        .string("unit", unit.unit())
        .string("state", unit.state());
    optional(line, "branch", unit.branch());
    optional(line, "pullRequest", unit.pullRequest());
    optional(line, "base", unit.base());
    optional(line, "content", unit.content());
    optional(line, "reason", unit.reason());
  }

  private static void optional(JsonObjectWriter line, String name, String value) {
    if (!value.isEmpty()) {
      line.string(name, value);
    }
  }
}
