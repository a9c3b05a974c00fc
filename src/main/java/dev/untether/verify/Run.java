package dev.untether.verify;

import java.util.List;

/**
 * A command that has ended.
 *
 * @param command the go command's arguments, without the program
 * @param exit its exit code; -1 if it was killed for taking too long
 * @param output what it printed to both streams, as far as it was kept
 * @param isWhole whether that is all it printed
 * @param millis how long it took
 */
record Run(List<String> command, int exit, String output, boolean isWhole, long millis) {
  Run {
    command = List.copyOf(command);
  }

  boolean succeeded() {
    return exit == 0;
  }

  boolean wasKilled() {
    return exit == -1;
  }

  /** Returns the command as one would type it. */
  String shown() {
    return "go " + String.join(" ", command);
  }
}
