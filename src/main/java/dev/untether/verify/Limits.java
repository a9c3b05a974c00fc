package dev.untether.verify;

import java.time.Duration;

/**
 * What a proof may cost.
 *
 * @param jobs how many builds run at a time
 * @param perCommand how long one command may take
 * @param outputBytes how much of what a command prints is kept
 * @param listingBytes how much of a listing of machine code is read
 * @param treeFiles how many files a copied tree may have
 * @param treeBytes how large a copied tree may be
 */
public record Limits(
    int jobs,
    Duration perCommand,
    int outputBytes,
    int listingBytes,
    int treeFiles,
    long treeBytes) {

  /** Returns what suits most modules, for {@code jobs} builds at a time. */
  public static Limits forJobs(int jobs) {
    return new Limits(jobs, Duration.ofMinutes(5), 1 << 16, 64 << 20, 300_000, 4L << 30);
  }
}
