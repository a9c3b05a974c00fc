package dev.untether.cli.option;

/** The exit codes: a closed list that scripts rely on. */
public final class ExitCode {
  /** Nothing to report, or done. */
  public static final int OK = 0;

  /** Findings at or above the threshold, or with {@code --check} a pending change. */
  public static final int FINDINGS = 1;

  /** The arguments make no sense. */
  public static final int USAGE = 2;

  /** Some inputs could not be read or a proof failed; the rest was done. */
  public static final int PARTIAL = 3;

  /** A bug of ours. */
  public static final int BUG = 70;

  private ExitCode() {}
}
