package dev.untether.campaign.pace;

/**
 * A unit as waves see it.
 *
 * @param name {@code repository/unit}
 */
public record WaveUnit(String name, Standing standing) {

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
