package dev.untether.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.module.target.GoToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A directory with Go code, as a real toolchain sees it. Code of the samples and the cases alone is
 * run this way, never code that is analysed.
 */
public record GoProject(Path directory, String toolchain) {
  private static final List<String> QEMU_ARM64 = List.of("qemu-aarch64-static", "qemu-aarch64");

  /**
   * Returns the project, or skips the test where the toolchain is missing; see {@link GoToolchain}.
   */
  public static GoProject require(Path directory, String toolchain)
      throws IOException, InterruptedException {
    GoToolchain.require(toolchain);
    return new GoProject(directory, toolchain);
  }

  /**
   * What a command said.
   *
   * @param exit its exit code
   * @param output both its outputs
   */
  public record Result(int exit, String output) {}

  /** Runs the go command for linux on an architecture, without cgo. */
  public Result go(String goarch, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("go"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("go-project", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().put("GOTOOLCHAIN", toolchain);
      builder.environment().put("GOOS", "linux");
      builder.environment().put("GOARCH", goarch);
      builder.environment().put("CGO_ENABLED", "0");
      builder.environment().put("GOFLAGS", "");
      builder.environment().put("GOEXPERIMENT", "");
      Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command + " took more than five minutes");
      }
      return new Result(process.exitValue(), Files.readString(out, UTF_8));
    } finally {
      Files.deleteIfExists(out);
    }
  }

  /** Returns the program that runs code for linux/arm64 on this machine, if it is installed. */
  public static Optional<String> arm64Emulator() throws InterruptedException {
    for (String name : QEMU_ARM64) {
      try {
        new ProcessBuilder(name, "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
        return Optional.of(name);
      } catch (IOException e) {
        // Not this one.
      }
    }
    return Optional.empty();
  }
}
