package dev.untether.git.transport;

import dev.untether.git.GitException;
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

/** Runs git to its end or for as long as it may take, and kills with it all that it started. */
final class BoundedProcess {
  private static final int KILL_SECONDS = 10;
  private static final int MAX_ERROR_BYTES = 1 << 16;

  private final Path directory;
  private final Map<String, String> environment;
  private final Duration limit;

  BoundedProcess(Path directory, Map<String, String> environment, Duration limit) {
    this.directory = directory;
    this.environment = Map.copyOf(environment);
    this.limit = limit;
  }

  /**
   * What a command left.
   *
   * @param whole whether {@code out} has all that it printed
   * @param late whether it was killed since it took too long
   */
  record Result(int exit, String out, String err, boolean whole, boolean late) {
    boolean isFine() {
      return exit == 0 && !late;
    }
  }

  /**
   * Runs a command.
   *
   * @param keptBytes how much of what it prints is kept; the rest is read and forgotten
   */
  Result run(List<String> command, byte[] input, int keptBytes)
      throws GitException, InterruptedException {
    Process process = start(command);
    Kept out = new Kept(process.getInputStream(), keptBytes);
    Kept err = new Kept(process.getErrorStream(), MAX_ERROR_BYTES);
    // Beside each other: a program that fills one pipe while we wait at the other would hang.
    Thread outReader = reader(out);
    Thread errReader = reader(err);
    boolean ended = false;
    try {
      Thread feeder = new Thread(() -> feed(process.getOutputStream(), input), "untether-git-in");
      feeder.setDaemon(true);
      feeder.start();
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      if (!ended) {
        kill(process);
      }
    }
    // What outlives git may hold the pipes open; what it says does not count.
    outReader.join(TimeUnit.SECONDS.toMillis(KILL_SECONDS));
    errReader.join(TimeUnit.SECONDS.toMillis(KILL_SECONDS));
    int exit = ended ? process.exitValue() : -1;
    return new Result(exit, out.text(), err.text(), out.isWhole(), !ended);
  }

  private Process start(List<String> command) throws GitException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new GitException(
          GitException.Reason.LOCAL,
          "git cannot be started ("
              + e.getMessage()
              + "); install git, and see that it is on the PATH");
    }
  }

  private static Thread reader(Kept kept) {
    Thread reader = new Thread(kept, "untether-git-output");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private static void feed(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException e) {
      // Git says by its exit code whether it is well that it did not read everything.
      return;
    }
  }

  private static void kill(Process process) {
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
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean whole = true;

    Kept(InputStream in, int limit) {
      this.in = in;
      this.limit = limit;
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
      whole &= room == count;
    }

    private synchronized void cut() {
      whole = false;
    }

    synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    synchronized boolean isWhole() {
      return whole;
    }
  }
}
