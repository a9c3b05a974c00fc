package dev.untether.campaign.outcome;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one unit. Texts are empty where there is nothing to say.
 *
 * @param repository the name of its origin
 * @param unit its id
 * @param branch the branch with its change
 * @param page where people look at its pull request
 * @param base the commit that its change starts from
 * @param content a digest of its change
 * @param reason one sentence for people
 * @param until when waiting ends, as far as that is known
 */
public record UnitResult(
    String repository,
    String unit,
    State state,
    String branch,
    Optional<URI> page,
    String base,
    String content,
    String reason,
    Optional<Instant> until) {

  /** Returns what tells the unit from all others of the campaign. */
  public String name() {
    return repository + "/" + unit;
  }
}
