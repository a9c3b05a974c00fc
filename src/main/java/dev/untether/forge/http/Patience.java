package dev.untether.forge.http;

import java.time.Duration;

/**
 * How much a server may ask of us.
 *
 * @param connect how long until there is a connection
 * @param request how long a request may take, to the last byte of its answer
 * @param limits how long we wait for limits of the server to be over, for each call
 * @param tries how often a request that can be repeated is sent, at least 1
 * @param bodyBytes how long an answer may be
 */
public record Patience(
    Duration connect, Duration request, Duration limits, int tries, int bodyBytes) {

  /** Checks that something can be tried. */
  public Patience {
    if (tries < 1 || bodyBytes < 1) {
      throw new IllegalArgumentException("at least one try, and one byte");
    }
  }

  /** Returns what suits a command that somebody waits for. */
  public static Patience usual() {
    return new Patience(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5),
        /* tries= */ 4,
        /* bodyBytes= */ 16 << 20);
  }

  /** Returns the same, waiting that long for limits. */
  public Patience withLimits(Duration longest) {
    return new Patience(connect, request, longest, tries, bodyBytes);
  }

  /** Returns the same, with that long for a request. */
  public Patience withRequest(Duration longest) {
    return new Patience(connect, longest, limits, tries, bodyBytes);
  }
}
