package dev.untether.forge.http;

import java.time.Duration;

/** What waiting is done with; tests hand in one that only moves their clock. */
@FunctionalInterface
public interface Sleeper {
  /** Returns after that long. */
  void sleep(Duration duration) throws InterruptedException;

  /** Returns one that really waits. */
  static Sleeper real() {
    return duration -> Thread.sleep(duration.toMillis());
  }
}
