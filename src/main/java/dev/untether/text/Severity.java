package dev.untether.text;

import java.util.Locale;

/** How much a finding matters, gravest first. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** Returns the word that diagnostics print. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
