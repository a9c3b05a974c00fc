package dev.untether.forge.http;

import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What time is told by and spent with.
 *
 * @param random how long pauses are, within their bounds, so that many clients do not come back
 *     together
 */
public record Timing(Clock clock, Sleeper sleeper, RandomGenerator random, Patience patience) {

  /** Returns that of the machine. */
  public static Timing real(Patience patience) {
    return new Timing(Clock.systemUTC(), Sleeper.real(), new Random(), patience);
  }
}
