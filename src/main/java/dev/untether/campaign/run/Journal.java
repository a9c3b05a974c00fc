package dev.untether.campaign.run;

import dev.untether.campaign.outcome.State;
import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a campaign began and did, a JSON object a line, each on the disk before the next thing is
 * done. A line that a dying process wrote in part is cut off by the next run. Threads may write at
 * the same time.
 */
final class Journal implements AutoCloseable {
  static final String BEGUN = "begun";
  static final String PUSHED = "pushed";
  static final String OPENED = "opened";
  static final String DELETED = "deleted";
  static final String ENDED = "ended";

  private static final long MOST_BYTES = 4 << 20;
  private static final Duration OPENED_KEPT = Duration.ofDays(1);

  private final FileChannel channel;
  private final InstantSource clock;
  private final Memory memory;

  private Journal(FileChannel channel, InstantSource clock, Memory memory) {
    this.channel = channel;
    this.clock = clock;
    this.memory = memory;
  }

  /** Opens the journal to write to it, which only the run that holds the lock may. */
  static Journal open(RunLock lock, Path file, InstantSource clock) throws IOException {
    lock.require();
    cutTail(file);
    Memory memory = JournalReader.read(file);
    if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
      shorten(file, memory, clock.instant());
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    return new Journal(channel, clock, memory);
  }

  /** Returns what was in it when it was opened. */
  Memory memory() {
    return memory;
  }

  /** Notes what is begun, and the branch of it: if the run dies, it may be there. */
  void begun(Action action) throws IOException {
    write(
        BEGUN,
        action.repository(),
        action.unit(),
        line -> line.string("action", action.kind().name()).string("branch", action.branch()));
  }

  /** Notes where a branch leads to now. */
  void pushed(Action action, String branch, String tip) throws IOException {
    write(
        PUSHED,
        action.repository(),
        action.unit(),
        line -> line.string("branch", branch).string("tip", tip));
  }

  void opened(Action action, long number) throws IOException {
    write(OPENED, action.repository(), action.unit(), line -> line.number("number", number));
  }

  void deleted(Action action, String branch) throws IOException {
    write(DELETED, action.repository(), action.unit(), line -> line.string("branch", branch));
  }

  void ended(Action action, State state) throws IOException {
    write(ENDED, action.repository(), action.unit(), line -> line.string("state", state.word()));
  }

  /** Notes that a run looked at all that an earlier one had begun, and so ended it. */
  void resumed() throws IOException {
    for (Memory.Unfinished unit : memory.unfinished()) {
      write(ENDED, unit.repository(), unit.unit(), line -> line.string("state", "resumed"));
    }
  }

  private synchronized void write(
      String kind, String repository, String unit, Consumer<JsonObjectWriter> more)
      throws IOException {
    append(channel, line(kind, repository, unit, clock.instant(), more));
    channel.force(/* metaData= */ false);
  }

  private static byte[] line(
      String kind, String repository, String unit, Instant at, Consumer<JsonObjectWriter> more)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonLines(bytes)
        .object(
            line -> {
              line.string("kind", kind)
                  .string("at", at.toString())
                  .string("repository", repository)
                  .string("unit", unit);
              more.accept(line);
            });
    return bytes.toByteArray();
  }

  private static void append(FileChannel channel, byte[] line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Cuts off what follows the last line feed; or the next entry would be glued to it. */
  private static void cutTail(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
      long end = channel.size();
      while (end > 0) {
        long start = Math.max(0, end - bytes.capacity());
        bytes.clear().limit((int) (end - start));
        while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {}
        for (int i = bytes.position() - 1; i >= 0; i--) {
          if (bytes.get(i) == '\n') {
            channel.truncate(start + i + 1);
            return;
          }
        }
        end = start;
      }
      channel.truncate(0);
    }
  }

  /** Writes a journal with what still matters, and puts it in the place of the old one. */
  private static void shorten(Path file, Memory memory, Instant now) throws IOException {
    Path fresh = file.resolveSibling("journal.new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (Map.Entry<String, Map<String, Set<String>>> repository : memory.branches().entrySet()) {
        Map<String, String> tips = memory.tipsOf(repository.getKey());
        for (Map.Entry<String, Set<String>> unit : repository.getValue().entrySet()) {
          for (String branch : unit.getValue()) {
            String tip = tips.getOrDefault(branch, "");
            append(
                channel,
                line(
                    PUSHED,
                    repository.getKey(),
                    unit.getKey(),
                    now,
                    line -> line.string("branch", branch).string("tip", tip)));
          }
        }
      }
      for (Memory.Opened opened : memory.opened()) {
        if (opened.at().isAfter(now.minus(OPENED_KEPT))) {
          byte[] line =
              line(
                  OPENED,
                  opened.repository(),
                  "",
                  opened.at(),
                  more -> more.number("number", opened.number()));
          append(channel, line);
        }
      }
      channel.force(/* metaData= */ true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
