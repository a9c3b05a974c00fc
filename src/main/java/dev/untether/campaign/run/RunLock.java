package dev.untether.campaign.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from changing the same things. The operating system lets go of it when a process
 * dies, however it dies; the file that stays behind locks nobody out.
 */
final class RunLock implements AutoCloseable {
  private static final int MOST_BYTES = 200;

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, without waiting.
   *
   * @throws IOException when another run has it; says which
   */
  static RunLock take(Path file, Instant now) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      if (!isLocked(channel)) {
        throw new IOException(
            file
                + ": another run of this campaign is at work ("
                + holder(channel)
                + "); wait for its end, or name another --state directory");
      }
      String holder = "process " + ProcessHandle.current().pid() + ", since " + now + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      taken = true;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return new RunLock(channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // Held by another thread of this very process.
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    channel.read(bytes, 0);
    String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    String plain = text.replaceAll("[^ -~]", "");
    return plain.isEmpty() ? "it does not say which" : plain;
  }

  /** Refuses to go on without the lock. */
  void require() {
    if (!channel.isOpen()) {
      throw new IllegalStateException("the lock was let go");
    }
  }

  /** Lets go. The file stays: whoever deletes it lets two runs lock two files of one name. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
