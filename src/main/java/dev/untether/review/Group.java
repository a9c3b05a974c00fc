package dev.untether.review;

import java.util.Locale;

/** What a finding asks of its reader, the most urgent first. */
public enum Group {
  /** A release and target that were asked for refuse to link it, or something crashes. */
  BREAKS,
  /** Every release that was asked for takes it; nothing says that the next one will. */
  TOLERATED,
  /** It links, and a reviewer would object. */
  REVIEW;

  /** Returns the word that output prints. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
