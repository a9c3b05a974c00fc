package dev.untether.git;

import dev.untether.process.ChildProcess;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program of the user's that git would run too.
 *
 * @param command the program and its arguments; no shell reads them
 * @param environment the variables of this process, which it gets
 */
record Program(List<String> command, Map<String, String> environment) {
  /** It may wait for the user to type a passphrase. */
  private static final Duration LIMIT = Duration.ofHours(1);

  private static final int KEPT_BYTES = 64 << 20;
  private static final int KEPT_ERROR_BYTES = 1 << 20;

  Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** What a program left. */
  record Result(int exit, SourceText out, String err) {}

  /** Tells that there is no such program. */
  static final class NotStartedException extends IOException {
    private static final long serialVersionUID = 1;

    NotStartedException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * Runs it to its end.
   *
   * @throws NotStartedException when it cannot be started
   */
  Result run(byte[] input) throws IOException {
    ChildProcess process = new ChildProcess(Path.of("").toAbsolutePath(), environment, LIMIT);
    try {
      ChildProcess.Result result =
          process.run(
              new ChildProcess.Order(
                  command,
                  SourceText.of(input),
                  KEPT_BYTES,
                  KEPT_ERROR_BYTES,
                  /* talkative= */ true));
      return new Result(result.exit(), result.out(), result.err().strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(command.get(0) + " was interrupted");
    } catch (IOException e) {
      throw new NotStartedException(e);
    }
  }
}
