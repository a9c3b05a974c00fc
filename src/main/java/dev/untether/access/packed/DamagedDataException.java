package dev.untether.access.packed;

import java.io.IOException;

/** Says that a data file was cut short or changed since it was written. */
public final class DamagedDataException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the data. */
  public DamagedDataException(String message) {
    super(message);
  }
}
