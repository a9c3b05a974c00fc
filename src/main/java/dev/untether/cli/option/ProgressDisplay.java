package dev.untether.cli.option;

import dev.untether.campaign.Progress;
import dev.untether.report.Printable;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Progress on standard error: a bar with the time that is left for a person at a terminal, a line
 * now and then for a log. It is gone from the terminal when it is closed.
 */
public final class ProgressDisplay implements Progress, AutoCloseable {
  private static final int COLUMNS = 78;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

  private final String task;
  private final PrintStream err;
  private final InstantSource clock;
  private final boolean lines;
  private final @Nullable ProgressBar bar;
  private Instant next;
  private long total;
  private long done;

  private ProgressDisplay(
      String task, PrintStream err, InstantSource clock, boolean lines, boolean bar) {
    this.task = task;
    this.err = err;
    this.clock = clock;
    this.lines = lines;
    this.bar = bar ? bar(task, err) : null;
    this.next = clock.instant().plus(BETWEEN_LINES);
  }

  /**
   * Starts to show how far something is.
   *
   * @param task what is done, in a word or two
   */
  public static ProgressDisplay of(String task, Terminal terminal, Output output) {
    boolean bar = output.showsProgress(terminal);
    boolean lines = !terminal.isTerminal() && output.allowsProgress();
    return new ProgressDisplay(task, terminal.err(), InstantSource.system(), lines, bar);
  }

  /** Starts to write lines, for tests. */
  static ProgressDisplay lines(String task, PrintStream err, InstantSource clock) {
    return new ProgressDisplay(task, err, clock, /* lines= */ true, /* bar= */ false);
  }

  private static ProgressBar bar(String task, PrintStream err) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .showSpeed()
        .setConsumer(
            new DelegatingProgressBarConsumer(
                line -> {
                  err.print("\r" + line);
                  err.flush();
                },
                COLUMNS))
        .build();
  }

  @Override
  public synchronized void total(long units) {
    total = units;
    if (bar != null) {
      bar.maxHint(units);
    }
  }

  @Override
  public synchronized void done(String name, boolean cached) {
    done++;
    if (bar != null) {
      bar.step();
    }
    Instant now = lines ? clock.instant() : next;
    if (lines && !now.isBefore(next)) {
      next = now.plus(BETWEEN_LINES);
      err.println(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d done, last %s",
              task,
              done,
              total,
              Printable.line(name)));
    }
  }

  /** Returns how many were done. */
  public synchronized long count() {
    return done;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      err.print("\r" + " ".repeat(COLUMNS) + "\r");
      err.flush();
    }
  }
}
