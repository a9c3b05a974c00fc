package dev.untether.cli.option;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Tells that a file the user named could not be written, and why. Not a bug of ours. */
public final class UnwritableFileException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /** Wraps what went wrong with {@code file}. */
  public UnwritableFileException(Path file, IOException cause) {
    this(file, reason(cause), cause);
  }

  private UnwritableFileException(Path file, String reason, IOException cause) {
    super(file + ": not written: " + reason, cause);
    this.reason = reason;
  }

  /** Returns why, without the name of the file. */
  public String reason() {
    return reason;
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "this user may not write to its directory";
    }
    if (cause instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
