package dev.untether.forge.rest;

import dev.untether.forge.ForgeException;
import dev.untether.forge.http.Outcome;

/** A comment that is made once, whatever became of the request before. */
public final class Comment {
  private final Steps steps;

  /** What a forge does for it. */
  public interface Steps {
    /** Returns whether it is there already. */
    boolean isThere() throws ForgeException, InterruptedException;

    /** Asks for it, once. */
    Outcome make() throws ForgeException, InterruptedException;
  }

  /** Creates one that is not made yet. */
  public Comment(Steps steps) {
    this.steps = steps;
  }

  /** Makes it, unless it is there. */
  public void make() throws ForgeException, InterruptedException {
    if (steps.isThere()) {
      return;
    }
    for (int tries = 1; ; tries++) {
      Outcome outcome = steps.make();
      if (outcome instanceof Outcome.Done || steps.isThere()) {
        return;
      }
      if (tries > 1) {
        throw ((Outcome.Unknown) outcome).why();
      }
    }
  }
}
