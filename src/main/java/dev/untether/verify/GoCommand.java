package dev.untether.verify;

import dev.untether.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
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
    long start = System.nanoTime();
    ChildProcess go =
        new ChildProcess(directory, environment, workspace.limits().perCommand(), workspace);
    ChildProcess.Result result =
        go.run(new ChildProcess.Order(command, keptBytes, /* keptErrorBytes= */ 0));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Run(arguments, result.exit(), result.text(), result.whole(), millis);
  }
}
