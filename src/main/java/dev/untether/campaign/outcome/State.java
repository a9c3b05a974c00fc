package dev.untether.campaign.outcome;

import java.util.Locale;

/** What became of a unit in a run; what would, in one that only plans. */
public enum State {
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

  /** Returns the word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
