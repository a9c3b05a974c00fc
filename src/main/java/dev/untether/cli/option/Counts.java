package dev.untether.cli.option;

/** Numbers with their nouns. */
public final class Counts {
  private Counts() {}

  /** Returns {@code 1 file} or {@code 2 files}. */
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
