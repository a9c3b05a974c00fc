package dev.untether.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.outcome.State;
import dev.untether.campaign.run.Action.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal remembers, whatever was done to it. */
final class JournalTest {
  @TempDir Path directory;

  @Test
  void aJournalThatIsNotThereRemembersNothing() throws IOException {
    assertThat(JournalReader.read(file())).isEqualTo(Memory.NONE);
  }

  @Test
  void whatWasDoneIsRemembered() throws IOException {
    write(World.NOW);

    Memory memory = JournalReader.read(file());

    assertThat(memory.branchesOf("r", "a")).containsExactly("untether/a");
    assertThat(memory.tipsOf("r")).containsEntry("untether/a", "tip");
    assertThat(memory.opened()).containsExactly(new Memory.Opened("r", 7, World.NOW));
    assertThat(memory.unfinishedNames()).containsExactly("r/b");
    assertThat(memory.branchesOf("r", "b")).containsExactly("untether/b");
    assertThat(memory.damaged()).isZero();
  }

  @Test
  void aDeletedBranchIsForgotten() throws IOException {
    write(World.NOW);
    try (RunLock lock = RunLock.take(directory.resolve("lock"), World.NOW);
        Journal journal = Journal.open(lock, file(), InstantSource.fixed(World.NOW))) {
      journal.deleted(action("a"), "untether/a");
    }

    Memory memory = JournalReader.read(file());
    assertThat(memory.branchesOf("r")).containsOnlyKeys("b");
    assertThat(memory.tipsOf("r")).isEmpty();
  }

  @Test
  void aLineThatWasCutIsTakenAwayBeforeTheNextIsWritten() throws IOException {
    write(World.NOW);
    Files.writeString(file(), "{\"kind\":\"op", StandardOpenOption.APPEND);

    write(World.NOW);

    assertThat(JournalReader.read(file()).damaged()).isZero();
    assertThat(Files.readAllLines(file())).allMatch(line -> line.endsWith("}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{\"kind\":\"opened\"}",
        "{\"kind\":\"opened\",\"repository\":\"r\",\"unit\":\"a\",\"at\":\"today\",\"number\":1}",
        "{\"kind\":\"else\",\"repository\":\"r\",\"unit\":\"a\",\"at\":\"2026-11-21T10:00:00Z\"}",
        "\u0000\u0001",
      })
  void linesThatSayNothingArePassedOverAndCounted(String line) throws IOException {
    Files.writeString(file(), line + "\n");
    write(World.NOW);

    Memory memory = JournalReader.read(file());

    assertThat(memory.damaged()).isEqualTo(1);
    assertThat(memory.branchesOf("r", "a")).containsExactly("untether/a");
  }

  @Test
  void aLongJournalIsShortenedToWhatStillMatters() throws IOException {
    write(World.NOW.minusSeconds(100_000));
    String line = Files.readAllLines(file()).get(0) + "\n";
    Files.writeString(file(), line.repeat(5_000_000 / line.length()), StandardOpenOption.APPEND);
    write(World.NOW);

    assertThat(Files.size(file())).isLessThan(10_000);
    Memory memory = JournalReader.read(file());
    assertThat(memory.tipsOf("r")).containsEntry("untether/a", "tip");
    assertThat(memory.opened()).containsExactly(new Memory.Opened("r", 7, World.NOW));
  }

  private Path file() {
    return directory.resolve("journal.jsonl");
  }

  private void write(Instant now) throws IOException {
    try (RunLock lock = RunLock.take(directory.resolve("lock"), now);
        Journal journal = Journal.open(lock, file(), InstantSource.fixed(now))) {
      journal.begun(action("a"));
      journal.pushed(action("a"), "untether/a", "tip");
      journal.opened(action("a"), 7);
      journal.ended(action("a"), State.OPENED);
      journal.begun(action("b"));
    }
  }

  private static Action action(String unit) {
    return new Action(
        Kind.OPEN,
        "r",
        unit,
        Optional.empty(),
        "untether/" + unit,
        Optional.empty(),
        "",
        Optional.empty());
  }
}
