package dev.untether.campaign.run;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How a run goes about it.
 *
 * @param state the directory in which campaigns remember things
 * @param connections how many things are done at a time with forges and remotes
 * @param proofs how many units are proven at a time
 * @param reopen whether what people closed is opened again
 */
public record Settings(
    Path state, InstantSource clock, int connections, int proofs, boolean reopen) {

  /** Refuses to do nothing at a time. */
  public Settings {
    if (connections < 1 || proofs < 1) {
      throw new IllegalArgumentException("expected one at a time at least");
    }
  }
}
