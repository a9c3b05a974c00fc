package dev.untether.campaign;

import java.util.Optional;

/**
 * A branch as a remote has it.
 *
 * @param tip the commit that it leads to, 40 hexadecimal digits
 * @param foreign what on it is not ours as we made it, in words; empty if all of it is
 */
public record RemoteBranch(String tip, Optional<String> foreign) {

  /** Returns one on which every commit is ours. */
  public static RemoteBranch ours(String tip) {
    return new RemoteBranch(tip, Optional.empty());
  }

  /** Returns whether every commit on it is ours. */
  public boolean isOurs() {
    return foreign.isEmpty();
  }
}
