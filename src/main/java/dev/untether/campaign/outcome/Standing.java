package dev.untether.campaign.outcome;

import dev.untether.forge.Checks;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far one unit has come.
 *
 * @param branch the branch with its change; empty if there is none
 * @param page where people look at its last pull request
 * @param checks what the checks say, of one that is open
 * @param stale whether an open one starts from another commit than the newest
 * @param reason one sentence for people; empty if the word says it all
 * @param until when waiting ends, as far as that is known
 */
public record Standing(
    String repository,
    String unit,
    Progress progress,
    String branch,
    Optional<URI> page,
    Optional<Checks> checks,
    boolean stale,
    String reason,
    Optional<Instant> until) {

  /** How far units can have come. */
  public enum Progress {
    /** The code needs nothing any more. */
    MIGRATED,
    OPEN,
    /** A pull request was merged, and the code needs it still, or again. */
    MERGED_NOT_MIGRATED,
    /** People closed its pull request without merging it, or want none. */
    CLOSED,
    /** A limit or a wave keeps it from being opened. */
    WAITING,
    BLOCKED,
    NOT_STARTED;

    /** Returns the word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns what tells the unit from all others of the campaign. */
  public String name() {
    return repository + "/" + unit;
  }
}
