package dev.untether.forge.http;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the next request to a server may be sent, for all threads together: none before the server
 * said so, and those that change something one at a time with a pause in between (a leaky bucket
 * that holds one).
 */
final class Pace {
  private final Endpoint endpoint;
  private final Timing timing;
  private Instant notBefore = Instant.MIN;
  private Instant nextWrite = Instant.MIN;

  Pace(Endpoint endpoint, Timing timing) {
    this.endpoint = endpoint;
    this.timing = timing;
  }

  /** Returns once a request may be sent. */
  void await(boolean writes) throws ForgeException, InterruptedException {
    Duration wait = reserve(writes);
    if (!wait.isZero()) {
      timing.sleeper().sleep(wait);
    }
  }

  /** Makes all requests wait until then. */
  synchronized void blockUntil(Instant instant) {
    if (instant.isAfter(notBefore)) {
      notBefore = instant;
    }
  }

  private synchronized Duration reserve(boolean writes) throws ForgeException {
    Instant now = timing.clock().instant();
    Instant slot = later(now, notBefore);
    if (writes) {
      slot = later(slot, nextWrite);
    }
    Duration wait = Duration.between(now, slot);
    if (wait.compareTo(timing.patience().limits()) > 0) {
      throw limited(slot);
    }
    if (writes) {
      nextWrite = slot.plus(endpoint.betweenWrites());
    }
    return wait;
  }

  /** Returns what to say when it takes until {@code again}, which is too long. */
  ForgeException limited(Instant again) {
    return new ForgeException(
        Reason.LIMITED,
        endpoint
            + ": its limit of requests is reached until "
            + again
            + ", and we wait no longer than "
            + timing.patience().limits().toSeconds()
            + " s: run again after that, or allow a longer wait",
        Optional.of(again));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
