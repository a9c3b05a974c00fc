package dev.untether.git;

import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program of the user's that git would run too.
 *
 * @param command the program and its arguments; no shell reads them
 */
record Program(List<String> command) {
  Program {
    command = List.copyOf(command);
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
   * Runs it to its end, which may wait for the user to type a passphrase.
   *
   * @throws NotStartedException when it cannot be started
   */
  Result run(byte[] input) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new NotStartedException(e);
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    // Read beside: a program that fills one pipe while we wait at the other would hang.
    Thread errors = new Thread(() -> copy(process.getErrorStream(), err));
    errors.start();
    try {
      Thread feeder = new Thread(() -> feed(process.getOutputStream(), input));
      feeder.start();
      byte[] out = process.getInputStream().readAllBytes();
      int exit = process.waitFor();
      errors.join();
      feeder.join();
      return new Result(exit, SourceText.of(out), err.toString(StandardCharsets.UTF_8).strip());
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(command.get(0) + " was interrupted");
    }
  }

  private static void copy(InputStream in, OutputStream out) {
    try (in) {
      in.transferTo(out);
    } catch (IOException e) {
      // The program was stopped while it spoke; what it has said until then is what there is.
      return;
    }
  }

  private static void feed(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException e) {
      // A program that does not read all of its input says by its exit code whether that is well.
      return;
    }
  }
}
