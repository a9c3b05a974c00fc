package dev.untether.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs the go command of a toolchain in an environment of its own. Nothing of the user's settings
 * gets in, and none of the tree's: GOFLAGS, which may name a program to run, {@code go env -w}, the
 * toolchain line of a go.mod. Compiling runs no code of the tree as long as cgo is off.
 */
final class GoCommand {
  private static final int KILL_SECONDS = 10;
  private static final String NO_PROGRAM = "untether-runs-none";

  private final Workspace workspace;
  private final Toolchain toolchain;
  private final Map<String, String> environment;

  GoCommand(Workspace workspace, Toolchain toolchain, Cell cell) {
    this.workspace = workspace;
    this.toolchain = toolchain;
    this.environment = new TreeMap<>(workspace.environment());
    environment.put("GOROOT", toolchain.root().toString());
    environment.put("PATH", toolchain.root().resolve("bin").toString());
    environment.put("GOOS", cell.target().goos());
    environment.put("GOARCH", cell.target().goarch());
    if (!cell.variant().equals(Variant.NONE)) {
      environment.put(cell.variant().variable(), cell.variant().value());
    }
    if (cell.variant().isCgo()) {
      CCompilers.of(cell.target()).ifPresent(this::compileC);
    }
  }

  /** A C compiler finds its assembler and linker itself; pkg-config would run what files name. */
  private void compileC(Path compiler) {
    environment.merge("PATH", "/usr/bin:/bin", (own, more) -> own + ":" + more);
    environment.put("CC", compiler.toString());
    environment.put("PKG_CONFIG", NO_PROGRAM);
    environment.put("CXX", NO_PROGRAM);
    environment.put("FC", NO_PROGRAM);
  }

  /** Sets a variable, beyond those that every command gets. */
  GoCommand with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Removes a variable that every command gets. */
  GoCommand without(String name) {
    environment.remove(name);
    return this;
  }

  /** Runs the go command with {@code arguments} and keeps little of what it prints. */
  Run run(Path directory, List<String> arguments) throws IOException, InterruptedException {
    return run(directory, arguments, workspace.limits().outputBytes());
  }

  Run run(Path directory, List<String> arguments, int keptBytes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(toolchain.program().toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    long start = System.nanoTime();
    Process process = workspace.start(builder);
    process.getOutputStream().close();
    Kept kept = new Kept(process.getInputStream(), keptBytes);
    Thread reader = new Thread(kept, "untether-go-output");
    reader.setDaemon(true);
    reader.start();
    boolean ended = false;
    try {
      Duration limit = workspace.limits().perCommand();
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      if (!ended) {
        Workspace.killTree(process);
      }
      workspace.ended(process);
    }
    // A child that outlives the go command may hold the pipe open; what it says does not count.
    reader.join(TimeUnit.SECONDS.toMillis(KILL_SECONDS));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    int exit = ended ? process.exitValue() : -1;
    return new Run(arguments, exit, kept.text(), kept.isWhole(), millis);
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
        // The process was killed in the middle of a line.
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
      return bytes.toString(UTF_8);
    }

    synchronized boolean isWhole() {
      return whole;
    }
  }
}
