package dev.untether.campaign.pace;

import java.time.Instant;

/** Whether another pull request may be opened. */
public sealed interface Decision {
  /** It may, at once. */
  record Now() implements Decision {}

  /**
   * Not before a time.
   *
   * @param instant the first moment at which it may, as things stand
   * @param why one clause
   */
  record At(Instant instant, String why) implements Decision {}

  /**
   * Not before somebody merges or closes one that is open; no time can be said.
   *
   * @param why one clause
   */
  record WhenOneCloses(String why) implements Decision {}
}
