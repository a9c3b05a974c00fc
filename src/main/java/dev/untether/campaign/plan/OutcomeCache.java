package dev.untether.campaign.plan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Outcomes by what they follow from, in a directory that may be deleted at any time and that
 * several processes may use at once. It is there to save time: nothing that goes wrong with it is
 * an error, and what it holds is never trusted without its digest.
 *
 * <p>What no run has asked for in thirty days goes. Days rather than runs are counted, as Go's
 * build cache does: the shards of one campaign are many runs, and each of them asks for its own
 * part.
 */
final class OutcomeCache {
  static final Duration KEPT = Duration.ofDays(30);

  /** Times of use need not be exact: an entry is marked anew after a day only. */
  private static final Duration MARKED_AGAIN = Duration.ofDays(1);

  /** Parts of entries whose writers were killed. */
  private static final Duration PART_KEPT = Duration.ofHours(1);

  private static final String MARK = "pruned";
  private static final String PART_END = ".part";
  private static final long MAX_BYTES = 256L << 20;

  private final Optional<Path> directory;
  private final Clock clock;

  /**
   * @param directory made when there is something to keep; nothing is kept, if empty
   */
  OutcomeCache(Optional<Path> directory, Clock clock) {
    this.directory = directory.map(given -> given.resolve("plan-" + OutcomeFormat.VERSION));
    this.clock = clock;
  }

  /** Returns what is kept under a key of 64 hexadecimal digits, if it is as it was written. */
  Optional<Outcome> get(String key) {
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    Path file = file(directory.get(), key);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
        return Optional.empty();
      }
      Optional<Outcome> outcome = OutcomeFormat.read(key, Files.readAllBytes(file));
      if (outcome.isPresent()) {
        markUsed(file);
      }
      return outcome;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void markUsed(Path file) throws IOException {
    Instant now = clock.instant();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(MARKED_AGAIN))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  /** Keeps an outcome, whole or not at all. */
  void put(String key, Outcome outcome) {
    if (directory.isEmpty()) {
      return;
    }
    Path file = file(directory.get(), key);
    try {
      Path parent = file.resolveSibling("");
      Files.createDirectories(parent);
      // Readable by this user alone: it holds source code.
      Path part = Files.createTempFile(parent, "", PART_END);
      try {
        Files.write(part, OutcomeFormat.write(key, outcome));
        Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // A full disk, or somebody deletes the cache right now: the next run does it again.
      return;
    }
  }

  /** Removes what nobody has asked for in a long time; looks once a day. */
  void prune() {
    if (directory.isEmpty() || !Files.isDirectory(directory.get())) {
      return;
    }
    Instant now = clock.instant();
    Path mark = directory.get().resolve(MARK);
    try {
      if (modified(mark).isAfter(now.minus(MARKED_AGAIN))) {
        return;
      }
      Files.writeString(mark, "");
      Files.setLastModifiedTime(mark, FileTime.from(now));
      for (Path group : entries(directory.get())) {
        if (!Files.isDirectory(group, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        for (Path entry : entries(group)) {
          Duration kept = entry.toString().endsWith(PART_END) ? PART_KEPT : KEPT;
          if (modified(entry).isBefore(now.minus(kept))) {
            Files.deleteIfExists(entry);
          }
        }
      }
    } catch (IOException e) {
      // Another process prunes too, or the directory goes; there is another day.
      return;
    }
  }

  private static Instant modified(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.MIN;
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return entries;
  }

  /** Returns the place of an entry: no directory gets more than a 256th of them. */
  private static Path file(Path directory, String key) {
    return directory.resolve(key.substring(0, 2)).resolve(key.substring(2));
  }
}
