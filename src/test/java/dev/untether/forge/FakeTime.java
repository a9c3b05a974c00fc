package dev.untether.forge;

import dev.untether.forge.http.Patience;
import dev.untether.forge.http.Sleeper;
import dev.untether.forge.http.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/** Time that passes only while somebody sleeps, and then at once. */
public final class FakeTime extends Clock implements Sleeper {
  /** When it begins. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private Instant now = START;

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    now = now.plus(duration);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  /** Returns how long everybody slept. */
  public Duration slept() {
    return Duration.between(START, instant());
  }

  /** Returns the timing of a client that lives in this time. */
  public Timing timing(Patience patience) {
    return new Timing(this, this, new Random(1), patience);
  }
}
