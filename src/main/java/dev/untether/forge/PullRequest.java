package dev.untether.forge;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A pull request as it is; a merge request, on GitLab.
 *
 * @param number its number within the project
 * @param page where people look at it
 * @param branch the branch with the change
 * @param head the commit at its tip, 40 hexadecimal digits; empty when the forge does not say
 * @param base the branch to merge into
 * @param metadata what its body says to programs; empty for one that is not ours
 * @param opened when it was opened
 */
public record PullRequest(
    long number,
    URI page,
    State state,
    boolean draft,
    String branch,
    String head,
    String base,
    String title,
    String body,
    Optional<Metadata> metadata,
    Instant opened) {

  /** What became of it. */
  public enum State {
    OPEN,
    MERGED,
    /** Closed, and not merged. */
    CLOSED,
  }
}
