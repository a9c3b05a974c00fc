package dev.untether.cli;

/** The exit codes: a closed list that scripts rely on. */
final class ExitCode {
  /** Nothing to report, or done. */
  static final int OK = 0;

  /** Findings at or above the threshold, or with {@code --check} a pending change. */
  static final int FINDINGS = 1;

  /** The arguments make no sense. */
  static final int USAGE = 2;

  /** Some inputs could not be read or a proof failed; the rest was done. */
  static final int PARTIAL = 3;

  /** A bug of ours. */
  static final int BUG = 70;

  private ExitCode() {}
}
