package dev.untether.campaign.plan;

import dev.untether.git.Base;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.TreeListing;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Gets the outcomes of work units: out of the cache, or by running the recipes, chunk by chunk. */
final class UnitRuns {
  /** Rule id: recipes could not be run over a module. */
  static final String FAILED = "module-failed";

  // Bounds what lies in memory and on disk at a time; and what is lost when one fails.
  private static final int MOST_UNITS = 64;
  private static final int MOST_FILES = 4_000;
  private final GitRepository repository;
  private final Base base;
  private final WorkUnits units;
  private final OutcomeCache cache;
  private final Optional<String> tool;
  private final int jobs;

  /**
   * @param tool tells this program from others; nothing is kept without
   */
  UnitRuns(
      GitRepository repository,
      Base base,
      WorkUnits units,
      OutcomeCache cache,
      Optional<String> tool,
      int jobs) {
    this.repository = repository;
    this.base = base;
    this.units = units;
    this.cache = cache;
    this.tool = tool;
    this.jobs = jobs;
  }

  /** Hears of each unit. */
  @FunctionalInterface
  interface Listener {
    void done(WorkUnit unit, Outcome outcome, boolean cached);
  }

  /** A unit that is to be run. */
  private record Due(WorkUnit unit, Reach reach, Optional<String> key) {}

  private record Done(List<Due> chunk, Map<String, Outcome> outcomes) {}

  /** Returns the outcomes, by directory of the unit. */
  SortedMap<String, Outcome> outcomes(
      Collection<WorkUnit> some, ChosenRecipes chosen, boolean generatedToo, Listener listener)
      throws GitException, InterruptedException {
    SortedMap<String, Outcome> outcomes = new TreeMap<>();
    String recipes = chosen.digest();
    TreeListing listing = TreeListing.of(repository, base);
    List<Due> due = new ArrayList<>();
    for (WorkUnit unit : some) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Optional<String> key = tool.map(it -> key(unit, it, recipes));
      Optional<Outcome> known = key.flatMap(cache::get);
      if (known.isPresent()) {
        outcomes.put(unit.directory(), known.get());
        listener.done(unit, known.get(), true);
        continue;
      }
      Reach reach = Reach.of(unit, units, listing);
      due.add(new Due(unit, reach, reach.isBeyond() ? Optional.empty() : key));
    }
    ChunkRun run = new ChunkRun(repository, base, chosen, generatedToo, units::ownerOf);
    run(chunks(due), run, outcomes, listener);
    return outcomes;
  }

  /** Returns what the outcome of a unit follows from. */
  private static String key(WorkUnit unit, String tool, String recipes) {
    return new Hash()
        .add(Integer.toString(OutcomeFormat.VERSION))
        .add(tool)
        .add(recipes)
        // Paths are part of outcomes; and what lies below others' is seen differently.
        .add(unit.directory())
        .add(unit.isModule() ? "module" : "directory")
        .add(unit.digest())
        .hex();
  }

  private static List<List<Due>> chunks(List<Due> due) {
    List<List<Due>> chunks = new ArrayList<>();
    List<Due> chunk = new ArrayList<>();
    int files = 0;
    for (Due each : due) {
      // What looks at files of others is run alone: they must not be there twice.
      boolean alone = each.reach().isBeyond();
      boolean full = chunk.size() >= MOST_UNITS || files + each.unit().files() > MOST_FILES;
      if (!chunk.isEmpty() && (alone || full)) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        files = 0;
      }
      chunk.add(each);
      files += alone ? MOST_FILES : each.unit().files();
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    return chunks;
  }

  private void run(
      List<List<Due>> chunks, ChunkRun run, SortedMap<String, Outcome> outcomes, Listener listener)
      throws InterruptedException {
    if (chunks.isEmpty()) {
      return;
    }
    int workers = Math.min(jobs, chunks.size());
    int threads = Math.max(1, jobs / workers);
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      var completed = new ExecutorCompletionService<Done>(pool);
      List<Future<Done>> submitted = new ArrayList<>();
      for (List<Due> chunk : chunks) {
        Callable<Done> work = () -> new Done(chunk, run(chunk, run, threads));
        submitted.add(completed.submit(work));
      }
      for (int left = submitted.size(); left > 0; left--) {
        Done done = completed.take().get();
        for (Due each : done.chunk()) {
          Outcome outcome = done.outcomes().getOrDefault(each.unit().directory(), Outcome.NOTHING);
          outcomes.put(each.unit().directory(), outcome);
          boolean failed = outcome.problems().stream().anyMatch(it -> it.rule().equals(FAILED));
          if (!failed) {
            each.key().ifPresent(key -> cache.put(key, outcome));
          }
          listener.done(each.unit(), outcome, false);
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
      ChunkRun.awaitEnd(pool);
    }
  }

  private static Map<String, Outcome> run(List<Due> chunk, ChunkRun run, int threads)
      throws InterruptedException {
    Collection<WorkUnit> some = chunk.stream().map(Due::unit).toList();
    Collection<String> beyond = new TreeSet<>();
    chunk.forEach(each -> beyond.addAll(each.reach().files()));
    String reason;
    try {
      ChunkRun.Result result = run.run(some, beyond, threads);
      if (!result.isTogether()) {
        return result.outcomes();
      }
      reason = "";
    } catch (GitException e) {
      reason = String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      reason = "this is a bug of untether, please report it: " + e;
    }
    Map<String, Outcome> outcomes = new TreeMap<>();
    if (chunk.size() == 1) {
      outcomes.put(chunk.get(0).unit().directory(), failed(chunk.get(0).unit(), reason));
      return outcomes;
    }
    for (Due each : chunk) {
      outcomes.putAll(run(List.of(each), run, threads));
    }
    return outcomes;
  }

  private static Outcome failed(WorkUnit unit, String reason) {
    Finding problem =
        new Finding(
            FAILED,
            Severity.ERROR,
            Paths.shown(unit.directory()),
            Finding.WHOLE_FILE,
            "was not looked at: " + reason);
    return new Outcome(
        List.of(), List.of(), List.of(), List.of(problem), List.of(), new TreeMap<>());
  }
}
