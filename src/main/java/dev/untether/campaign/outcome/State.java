package dev.untether.campaign.outcome;

import java.util.Locale;

/** What became of a unit in a run; what would, in one that only plans. */
public enum State {
  /** The code needs it; whether its pull request is there, nobody has asked. */
  PLANNED,
  /** Its pull request was opened. */
  OPENED,
  /** Its branch was made anew, or its pull request got another text. */
  UPDATED,
  /** Its pull request is as it should be. */
  UNCHANGED,
  /** Its turn has not come. */
  WAITING,
  /** People do not want it. */
  SKIPPED,
  /** Somebody else's work is where ours would go. */
  LEFT,
  /** Its pull request was closed. */
  CLOSED,
  /** A branch that was left of it was deleted. */
  CLEANED,
  /** It cannot be done as things are; nothing was tried. */
  BLOCKED,
  /** It was tried and did not work. */
  FAILED;

  /** Returns whether something is done, or would be. */
  public boolean acts() {
    return switch (this) {
      case PLANNED, OPENED, UPDATED, WAITING, CLOSED, CLEANED -> true;
      case UNCHANGED, SKIPPED, LEFT, BLOCKED, FAILED -> false;
    };
  }

  /** Returns the word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
