package dev.untether.git;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * How commits are to be made.
 *
 * @param signOff whether the committer vouches for them by a line in the message
 * @param sign whether they are signed
 * @param now their date, unless the environment gives another
 * @param zone the time zone of that date
 * @param environment the variables of this process, of which some name people and dates
 */
public record CommitOptions(
    boolean signOff, boolean sign, Instant now, ZoneId zone, Map<String, String> environment) {

  /** Copies the map. */
  public CommitOptions {
    environment = Map.copyOf(environment);
  }
}
