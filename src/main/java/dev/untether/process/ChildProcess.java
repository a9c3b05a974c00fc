package dev.untether.process;

import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs to their end or for as long as they may take, and kills with them all that they
 * started. What they print is read whatever they print, and kept as far as it is wanted.
 */
public final class ChildProcess {
  private static final int KILL_SECONDS = 10;

  private final Path directory;
  private final Map<String, String> environment;
  private final Duration limit;
  private final Keeper keeper;

  /**
   * Prepares to run programs.
   *
   * @param directory where they run
   * @param environment all the variables that they get
   * @param limit how long one may take
   */
  public ChildProcess(Path directory, Map<String, String> environment, Duration limit) {
    this(directory, environment, limit, new Nobody());
  }

  /** The same, with somebody who keeps an eye on what is started. */
  public ChildProcess(
      Path directory, Map<String, String> environment, Duration limit, Keeper keeper) {
    this.directory = directory;
    this.environment = Map.copyOf(environment);
    this.limit = limit;
    this.keeper = keeper;
  }

  /** Knows what runs, to stop it when everything is to stop. */
  public interface Keeper {
    /** Starts a process. */
    Process start(ProcessBuilder builder) throws IOException, InterruptedException;

    /**
     * Hears that a process has ended.
     *
     * @throws InterruptedException if it may have ended because everything is to stop
     */
    void ended(Process process) throws InterruptedException;
  }

  private static final class Nobody implements Keeper {
    @Override
    public Process start(ProcessBuilder builder) throws IOException {
      return builder.start();
    }

    @Override
    public void ended(Process process) {}
  }

  /**
   * What is to be run.
   *
   * @param command the program and its arguments; no shell reads them
   * @param input what it reads
   * @param keptBytes how much of what it prints is kept
   * @param keptErrorBytes how much of what it prints to standard error is kept; 0 puts that between
   *     the rest, where it was printed
   * @param talkative whether it may print more than is kept; if not, it is killed then
   */
  public record Order(
      List<String> command,
      SourceText input,
      int keptBytes,
      int keptErrorBytes,
      boolean talkative) {
    /** A program that reads nothing. */
    public Order(List<String> command, int keptBytes, int keptErrorBytes) {
      this(command, SourceText.of(""), keptBytes, keptErrorBytes, /* talkative= */ true);
    }

    /** Returns the same for a program that is to be killed when it prints too much. */
    public Order brief() {
      return new Order(command, input, keptBytes, keptErrorBytes, /* talkative= */ false);
    }

    /** Copies the list. */
    public Order {
      command = List.copyOf(command);
    }
  }

  /**
   * What a program left.
   *
   * @param exit its exit code; -1 if it was killed
   * @param out what it printed, as far as it was kept
   * @param err what it printed to standard error, as far as it was kept
   * @param whole whether {@code out} is all
   * @param late whether it was killed since it took too long
   */
  public record Result(int exit, SourceText out, String err, boolean whole, boolean late) {

    /** Returns what it printed as text. */
    public String text() {
      return new String(out.bytes(), StandardCharsets.UTF_8);
    }

    /** Returns whether it came to its end and says that all went well. */
    public boolean isFine() {
      return exit == 0 && !late;
    }
  }

  /**
   * Runs a program.
   *
   * @throws IOException when it cannot be started
   * @throws InterruptedException when this thread is interrupted; the program is killed
   */
  public Result run(Order order) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(order.command()).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(order.keptErrorBytes() == 0);
    Process process = keeper.start(builder);
    Runnable tooMuch = order.talkative() ? () -> {} : () -> kill(process);
    Kept out = new Kept(process.getInputStream(), order.keptBytes(), tooMuch);
    Kept err = new Kept(process.getErrorStream(), order.keptErrorBytes(), () -> {});
    // Beside each other: a program that fills one pipe while we wait at the other would hang.
    Thread outReader = started(out, "untether-output");
    Thread errReader = started(err, "untether-errors");
    boolean ended = false;
    try {
      started(() -> feed(process.getOutputStream(), order.input().bytes()), "untether-input");
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      if (!ended) {
        kill(process);
      }
      keeper.ended(process);
    }
    // What outlives the program may hold the pipes open; what it says does not count.
    long rest = Math.max(1, Math.min(limit.toMillis(), TimeUnit.SECONDS.toMillis(KILL_SECONDS)));
    outReader.join(rest);
    errReader.join(outReader.isAlive() ? 1 : rest);
    int exit = ended ? process.exitValue() : -1;
    String errors = new String(err.bytes(), StandardCharsets.UTF_8);
    return new Result(exit, SourceText.of(out.bytes()), errors, out.isWhole(), !ended);
  }

  private static Thread started(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void feed(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException e) {
      // A program says by its exit code whether it is well that it did not read everything.
      return;
    }
  }

  /** Kills a process and all that it has started. */
  public static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    // Asked first: git then removes its lock files. Its children end with their pipes, or below.
    process.destroy();
    boolean gone = false;
    try {
      gone = process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!gone) {
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Reads all that a process prints, so that it never waits, and keeps the beginning. */
  private static final class Kept implements Runnable {
    private final InputStream in;
    private final int limit;
    private final Runnable tooMuch;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean whole = true;

    Kept(InputStream in, int limit, Runnable tooMuch) {
      this.in = in;
      this.limit = limit;
      this.tooMuch = tooMuch;
    }

    @Override
    public void run() {
      byte[] buffer = new byte[1 << 14];
      try (in) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          keep(buffer, read);
        }
      } catch (IOException e) {
        // Killed in the middle of a line.
        cut();
      }
    }

    private synchronized void keep(byte[] buffer, int count) {
      int room = Math.min(count, limit - bytes.size());
      bytes.write(buffer, 0, room);
      if (whole && room < count) {
        whole = false;
        tooMuch.run();
      }
    }

    private synchronized void cut() {
      whole = false;
    }

    synchronized byte[] bytes() {
      return bytes.toByteArray();
    }

    synchronized boolean isWhole() {
      return whole;
    }
  }
}
