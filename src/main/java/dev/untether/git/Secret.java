package dev.untether.git;

/** A token or password. It shows itself only where it is asked to. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Returns the secret that {@code value} is. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** Returns what is secret: for a header or the input of a program, never for anything shown. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
