package dev.untether.campaign.run;

import static dev.untether.campaign.outcome.State.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Progress;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.forge.PullRequest;
import dev.untether.forge.PullRequest.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed between any two effects: pushes, pull requests, lines of the journal. The
 * next run does the rest, once. What may differ from run to run is drawn from a seed.
 */
final class KilledRunsTest {
  private static final int RUNS = 1_000;

  @TempDir Path directory;

  @Test
  void thousandKilledRunsLoseNothingAndDoNothingTwice() throws IOException, InterruptedException {
    int killed = 0;
    for (int seed = 0; killed < RUNS; seed++) {
      try {
        killed += new Story(new Random(seed), directory.resolve("state" + seed)).tell();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** A campaign of several runs. */
  private static final class Story {
    private final Random random;
    private final Path state;
    private final Fate fate = new Fate();
    private final World world = new World(fate).with("r", "one").with("s", "one");
    private final Apply apply;
    private List<PlannedUnit> units = new ArrayList<>();
    private int killed;

    Story(Random random, Path state) {
      this.random = random;
      this.state = state;
      InstantSource clock =
          () -> {
            fate.point(); // Asked for just before a line is written.
            return World.NOW;
          };
      Settings settings = new Settings(state, clock, 1 + random.nextInt(3), 2, false);
      apply = new Apply(world, new PlainWords(), UnitProver.trusting(), settings);
    }

    int tell() throws IOException, InterruptedException {
      for (String repository : List.of("r", "s")) {
        for (int i = 0; i < 3; i++) {
          units.add(World.unit(repository, "u" + i, "text " + i));
        }
      }
      interruptedRuns();
      cleanRun();
      // The base moves on, a change becomes another, a unit is done by somebody else.
      world.bases.put("r", World.commit("two"));
      units.set(4, World.unit("s", "u1", "another text"));
      PlannedUnit gone = units.remove(random.nextInt(4));
      interruptedRuns();
      cleanRun();
      assertThat(requests(gone)).allMatch(it -> it.state() == State.CLOSED);
      // And is needed again.
      units.add(gone);
      interruptedRuns();
      cleanRun();
      return killed;
    }

    private void interruptedRuns() throws IOException, InterruptedException {
      for (int i = random.nextInt(3); i >= 0; i--) {
        fate.allow(random.nextInt(40));
        try {
          apply.apply(order(), Progress.silent());
        } catch (Fate.Killed e) {
          killed++;
        }
        damageJournal();
      }
      fate.spare();
    }

    /** Does to the journal what a full disk, a crash of the machine or people do. */
    private void damageJournal() throws IOException {
      Path journal = StateDirectory.of(state, World.CAMPAIGN).journal();
      if (!Files.exists(journal)) {
        return;
      }
      if (random.nextInt(4) == 0) {
        Files.delete(journal);
      } else if (random.nextInt(2) == 0 && Files.size(journal) > 0) {
        byte[] bytes = Files.readAllBytes(journal);
        int cut = random.nextInt(Math.min(30, bytes.length) + 1);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length - cut));
      } else if (random.nextInt(2) == 0) {
        Files.writeString(journal, "\u0000\u0001{\"kind\":", StandardOpenOption.APPEND);
      }
    }

    private Order order() {
      return world.order(World.campaign(), units.toArray(PlannedUnit[]::new));
    }

    private void cleanRun() throws IOException, InterruptedException {
      RunResult result = apply.apply(order(), Progress.silent());
      assertThat(result.isIncomplete()).as(result.toString()).isFalse();
      for (PlannedUnit unit : units) {
        requireOne(unit);
      }
      requireNoOthers();
      int pushes = world.remotes.values().stream().mapToInt(FakeRemote::pushes).sum();
      RunResult again = apply.apply(order(), Progress.silent());
      assertThat(again.units()).allMatch(it -> it.state() == UNCHANGED);
      assertThat(again.resumed()).isEmpty();
      assertThat(world.remotes.values().stream().mapToInt(FakeRemote::pushes).sum())
          .isEqualTo(pushes);
    }

    private List<PullRequest> requests(PlannedUnit unit) {
      return world.forge(unit.repository()).requests().stream()
          .filter(it -> it.metadata().orElseThrow().unit().equals(unit.id()))
          .toList();
    }

    private void requireOne(PlannedUnit unit) {
      List<PullRequest> open =
          requests(unit).stream().filter(it -> it.state() == State.OPEN).toList();
      assertThat(open).as("open for " + unit.name()).hasSize(1);
      String base = Optional.ofNullable(world.bases.get(unit.repository())).orElseThrow();
      assertThat(open.get(0).metadata().orElseThrow().base()).isEqualTo(base);
      assertThat(open.get(0).metadata().orElseThrow().content()).isEqualTo(unit.content());
      FakeRemote.Tip tip = world.remote(unit.repository()).tips().get(open.get(0).branch());
      if (tip == null) {
        fail("no branch for " + unit.name());
      } else {
        assertThat(tip.base()).isEqualTo(base);
        assertThat(tip.content()).contains(unit.id() + "/a.go");
        assertThat(tip.foreign()).isEmpty();
      }
    }

    /** Requires that there are as many branches and pull requests as units, and no leftovers. */
    private void requireNoOthers() {
      Map<String, Long> wanted = new HashMap<>();
      units.forEach(it -> wanted.merge(it.repository(), 1L, Long::sum));
      world.forges.forEach(
          (name, forge) -> {
            long count = wanted.getOrDefault(name, 0L);
            assertThat(forge.open()).hasSize((int) count);
            Set<String> branches =
                forge.open().stream().map(PullRequest::branch).collect(Collectors.toSet());
            assertThat(world.remote(name).tips().keySet()).isEqualTo(branches);
            // Closed are those alone that had nothing left to do: one unit, once.
            assertThat(forge.requests()).hasSizeLessThanOrEqualTo((int) count + 2);
          });
    }
  }
}
