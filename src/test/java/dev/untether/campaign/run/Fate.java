package dev.untether.campaign.run;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends a run at a chosen one of the points between which something outside changes. After that
 * nothing changes any more, whichever threads still run: as when a process is killed.
 */
final class Fate {
  private final AtomicInteger points = new AtomicInteger();
  private volatile int last = Integer.MAX_VALUE;
  private volatile boolean dead;

  /** What a killed process does not notice. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Lets a run live for some points. */
  void allow(int count) {
    points.set(0);
    last = count;
    dead = false;
  }

  /** Lets a run live. */
  void spare() {
    allow(Integer.MAX_VALUE);
  }

  int passed() {
    return points.get();
  }

  /** Ends the run here if that is its fate. */
  void point() {
    if (dead || points.getAndIncrement() >= last) {
      dead = true;
      throw new Killed();
    }
  }
}
