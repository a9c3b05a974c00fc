package dev.untether.access.goroot;

import java.io.IOException;

/** Says that a directory is no Go installation with its sources, and what is missing. */
public final class NotGorootException extends IOException {
  private static final long serialVersionUID = 1L;

  NotGorootException(String message) {
    super(message);
  }
}
