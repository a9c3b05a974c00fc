package dev.untether.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The {@code go} on PATH, asked about modules. It gets no network, fetches no other toolchain and
 * changes no file of a module: the settings for that are stronger than those of the user, in the
 * environment and in the file that {@code go env -w} writes.
 */
public final class GoCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_OUTPUT = 64 << 20;
  private static final int MOST_COMPLAINTS = 1 << 20;
  private static final int SHOWN = 200;

  // An empty variable would not do: the go command then looks into its file of settings.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "GOFLAGS", "-mod=readonly",
          "GOPROXY", "off",
          "GOVCS", "*:off",
          "GOSUMDB", "off",
          "GOTOOLCHAIN", "local",
          "GO111MODULE", "on",
          "GODEBUG", "",
          "GIT_TERMINAL_PROMPT", "0");

  private final Path program;
  private final Map<String, String> environment;
  private final Duration patience;

  public GoCommand(Path program, Map<String, String> environment, Duration patience) {
    this.program = program;
    this.environment = new HashMap<>(environment);
    this.environment.putAll(SETTINGS);
    this.patience = patience;
  }

  /**
   * Returns the command; empty if PATH has none.
   *
   * @param environment the variables of the process
   */
  public static Optional<GoCommand> find(Map<String, String> environment) {
    return GoInstallation.program(environment)
        .map(program -> new GoCommand(program, environment, PATIENCE));
  }

  /**
   * Returns what the command prints.
   *
   * @param directory where it runs
   * @throws IOException if it cannot be started, fails, takes longer than 30 seconds or prints too
   *     much; the message says which
   */
  public InputStream run(Path directory, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      // Each stream has a reader: the process would wait for ever in front of a full one.
      CompletableFuture<byte[]> out = reader(process.getInputStream(), MOST_OUTPUT);
      CompletableFuture<byte[]> err = reader(process.getErrorStream(), MOST_COMPLAINTS);
      long end = System.nanoTime() + patience.toNanos();
      byte[] printed = within(out, end);
      if (printed.length > MOST_OUTPUT) {
        throw new IOException("it printed more than " + MOST_OUTPUT + " bytes");
      }
      String complaint = new String(within(err, end), UTF_8);
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new IOException(tooSlow());
      }
      if (process.exitValue() != 0) {
        throw new IOException("it failed: " + shortened(complaint));
      }
      return new ByteArrayInputStream(printed);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static CompletableFuture<byte[]> reader(InputStream stream, int most) {
    CompletableFuture<byte[]> content = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try (stream) {
                content.complete(stream.readNBytes(most + 1));
              } catch (IOException e) {
                content.completeExceptionally(new UncheckedIOException(e));
              }
            });
    // It may outlive its process: a grandchild can hold the stream open.
    thread.setDaemon(true);
    thread.start();
    return content;
  }

  private byte[] within(CompletableFuture<byte[]> content, long end)
      throws IOException, InterruptedException {
    try {
      return content.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException(tooSlow(), e);
    } catch (ExecutionException e) {
      throw new IOException("its output cannot be read: " + e.getMessage(), e);
    }
  }

  private String tooSlow() {
    return "it took longer than " + patience.toSeconds() + " seconds";
  }

  private static String shortened(String complaint) {
    String line = complaint.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
