package dev.untether.cli;

/** Numbers with their nouns. */
final class Counts {
  private Counts() {}

  /** Returns {@code 1 file} or {@code 2 files}. */
  static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
