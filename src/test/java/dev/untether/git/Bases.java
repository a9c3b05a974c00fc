package dev.untether.git;

import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;

/** Base commits without a repository, for tests of what only looks at their ids. */
public final class Bases {
  private Bases() {}

  /** Returns a base that is the commit of that id. */
  public static Base of(String id) {
    return new Base("main", ObjectId.fromString(id), ObjectId.zeroId(), Instant.EPOCH);
  }
}
