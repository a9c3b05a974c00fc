package dev.untether.campaign.pace;

/**
 * A unit as waves see it.
 *
 * @param repository the name of its origin
 * @param unit its id
 */
public record WaveUnit(String repository, String unit, Standing standing) {

  /** Returns what tells the unit from all others of the campaign. */
  public String name() {
    return repository + "/" + unit;
  }

  /** Returns the name without owners and groups: as it is while nobody knows the forge. */
  String shortName() {
    return repository.substring(repository.lastIndexOf('/') + 1) + "/" + unit;
  }

  /** How far the pull request of a unit has come; each includes those before it. */
  public enum Standing {
    /** There is none. */
    NOT_STARTED,
    /** Its checks have not passed, or it has none yet. */
    OPENED,
    CHECKS_PASSED,
    MERGED,
    /** Somebody closed it without merging: a word against the campaign, which no gate lets pass. */
    REJECTED,
  }
}
