package dev.untether.forge;

/** What the continuous integration of a project says of a commit. */
public enum Checks {
  /** There are none. */
  NONE,
  PENDING,
  PASSED,
  FAILED,
}
