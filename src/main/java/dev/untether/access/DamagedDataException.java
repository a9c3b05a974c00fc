package dev.untether.access;

import java.io.IOException;

/** Says that a data file was cut short or changed since it was written. */
public final class DamagedDataException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedDataException(String message) {
    super(message);
  }
}
