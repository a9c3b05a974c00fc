package dev.untether.campaign.plan;

import dev.untether.engine.ChangeSet;
import dev.untether.engine.FileChange;
import dev.untether.engine.Migration;
import dev.untether.git.Base;
import dev.untether.git.BaseCheckout;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.module.GoMod;
import dev.untether.module.GoModDirective;
import dev.untether.module.GoModule;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs recipes over some work units in one go: one checkout, one migration, for both cost more than
 * a small module. What comes out for a unit does not depend on the others, since recipes look at
 * one file, package or module at a time; where that fails, as when rounds do not end, each unit is
 * run by itself.
 */
final class ChunkRun {
  private static final long MAX_SKETCHED_BYTES = 4L << 20;
  private static final long PATIENCE_SECONDS = 60;

  private final GitRepository repository;
  private final Base base;
  private final ChosenRecipes chosen;
  private final boolean generatedToo;
  private final UnaryOperator<String> ownerOf;

  /**
   * @param ownerOf gives the directory of the unit that a file belongs to
   */
  ChunkRun(
      GitRepository repository,
      Base base,
      ChosenRecipes chosen,
      boolean generatedToo,
      UnaryOperator<String> ownerOf) {
    this.repository = repository;
    this.base = base;
    this.chosen = chosen;
    this.generatedToo = generatedToo;
    this.ownerOf = ownerOf;
  }

  /**
   * What became of a chunk.
   *
   * @param outcomes by directory of the unit
   * @param isTogether whether the units could not be told apart, and are to be run one by one
   */
  record Result(Map<String, Outcome> outcomes, boolean isTogether) {}

  /**
   * Runs the recipes.
   *
   * @param beyond further files that the units look at
   * @param threads how many may work at it
   */
  Result run(Collection<WorkUnit> units, Collection<String> beyond, int threads)
      throws GitException, InterruptedException {
    Collection<String> paths = new TreeSet<>(beyond);
    units.forEach(unit -> paths.addAll(unit.cover()));
    try (BaseCheckout checkout = BaseCheckout.of(repository, base, paths)) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        return pool.submit(() -> migrate(units, checkout)).get();
      } catch (ExecutionException e) {
        throw unchecked(e);
      } finally {
        pool.shutdownNow();
        // Or the files would go while they are being read.
        awaitEnd(pool);
      }
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
  }

  /** Waits for what was begun, such as checkouts that are being deleted. */
  static void awaitEnd(ExecutorService pool) {
    boolean interrupted = Thread.interrupted();
    try {
      boolean ended = pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      interrupted |= !ended && Thread.interrupted();
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Result migrate(Collection<WorkUnit> units, BaseCheckout checkout) {
    ModuleTree tree = ModuleTree.discover(checkout.root());
    ChangeSet changes = new Migration(tree, chosen.plain(), chosen.targets(), generatedToo).run();
    Map<String, Growing> growing = new HashMap<>();
    units.forEach(unit -> growing.put(unit.directory(), new Growing()));
    for (FileChange change : changes.changes()) {
      @Nullable Growing unit = growing.get(ownerOf.apply(change.path()));
      if (unit != null) {
        unit.changes.add(
            new Outcome.FileEdit(change.path(), change.before(), change.after(), change.recipes()));
      }
    }
    boolean single = units.size() == 1;
    List<Finding> problems = new ArrayList<>(changes.problems());
    problems.addAll(checkout.findings());
    boolean isTogether = false;
    for (Finding problem : problems) {
      // Of the tree as a whole: rounds that do not end, for one.
      boolean isOfAll = problem.path().equals(".") || problem.path().isEmpty();
      if (isOfAll && single) {
        growing.values().forEach(unit -> unit.problems.add(problem));
      } else if (isOfAll) {
        isTogether = true;
      } else {
        add(problem, growing, unit -> unit.problems);
      }
    }
    changes.refused().forEach(finding -> add(finding, growing, unit -> unit.refused));
    changes.notes().forEach(finding -> add(finding, growing, unit -> unit.notes));
    sketch(tree, growing);
    findStands(tree, growing);
    Map<String, Outcome> outcomes = new TreeMap<>();
    growing.forEach((directory, unit) -> outcomes.put(directory, unit.outcome()));
    return new Result(outcomes, isTogether);
  }

  /** Takes a finding unless it is about a unit of another chunk, which tells of it itself. */
  private void add(
      Finding finding, Map<String, Growing> growing, Function<Growing, List<Finding>> list) {
    @Nullable Growing unit = growing.get(ownerOf.apply(finding.path()));
    if (unit != null) {
      list.apply(unit).add(finding);
    }
  }

  /** Describes the packages that change or that were refused, so that copies are recognised. */
  private void sketch(ModuleTree tree, Map<String, Growing> growing) {
    Map<String, Growing> wanted = new TreeMap<>();
    for (Growing unit : growing.values()) {
      unit.changes.stream()
          .filter(Outcome.FileEdit::isOfPackage)
          .forEach(change -> wanted.put(change.directory(), unit));
      unit.refused.stream()
          .filter(it -> SourceKind.of(it.path()).isPresent())
          .forEach(it -> wanted.put(Paths.parent(it.path()), unit));
    }
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, List<SourceText>> texts = new HashMap<>();
    for (SourceFile file : tree.files()) {
      String directory = Paths.parent(file.relative());
      if (wanted.containsKey(directory)
          && SourceReader.read(file.absolute(), file.relative(), MAX_SKETCHED_BYTES)
              instanceof SourceReader.Text read) {
        texts.computeIfAbsent(directory, key -> new ArrayList<>()).add(read.text());
      }
    }
    wanted.forEach(
        (directory, unit) ->
            unit.sketches.add(Sketch.of(directory, texts.getOrDefault(directory, List.of()))));
  }

  /** Notes the directories that go.mod files name in place of modules. */
  private void findStands(ModuleTree tree, Map<String, Growing> growing) {
    for (GoModule module : tree.modules()) {
      if (!module.directory().startsWith(tree.root()) || module.goMod().isEmpty()) {
        continue;
      }
      String directory = tree.root().relativize(module.directory()).toString().replace('\\', '/');
      @Nullable Growing unit = growing.get(directory);
      if (unit == null) {
        continue;
      }
      GoMod goMod = module.goMod().get();
      for (GoModDirective.Replace replace : goMod.replacements()) {
        LocalReplacements.directory(directory, replace)
            .ifPresent(at -> unit.stands.put(at, replace.path()));
      }
    }
  }

  /** The outcome of one unit while it is being put together. */
  private static final class Growing {
    final List<Outcome.FileEdit> changes = new ArrayList<>();
    final List<Finding> refused = new ArrayList<>();
    final List<Finding> notes = new ArrayList<>();
    final List<Finding> problems = new ArrayList<>();
    final List<Sketch> sketches = new ArrayList<>();
    final SortedMap<String, String> stands = new TreeMap<>();

    Outcome outcome() {
      return new Outcome(changes, refused, notes, problems, sketches, stands);
    }
  }
}
