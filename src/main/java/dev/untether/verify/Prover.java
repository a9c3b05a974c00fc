package dev.untether.verify;

import dev.untether.recipe.Recipe;
import dev.untether.verify.code.CodeChange;
import dev.untether.verify.code.CodeDiff;
import dev.untether.verify.code.DeclaredCode;
import dev.untether.verify.code.Listing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Proves changes of modules with real toolchains. Builds happen in copies; cells run in parallel,
 * and what a cell cannot see of a change is not built again.
 */
public final class Prover implements Closeable {
  private static final String NO_COMPILER = "no C compiler for it in /usr/bin or /usr/local/bin";

  private Toolchains toolchains;
  private final Settings settings;
  private final Workspace workspace;
  private final ExecutorService workers;

  private Prover(Toolchains toolchains, Settings settings, Workspace workspace) {
    this.toolchains = toolchains;
    this.settings = settings;
    this.workspace = workspace;
    this.workers =
        Executors.newFixedThreadPool(
            workspace.limits().jobs(),
            task -> {
              Thread thread = new Thread(task, "untether-verify");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Returns a prover, which is to be closed: its temporary directory goes then. */
  public static Prover open(Toolchains toolchains, Settings settings, Limits limits)
      throws IOException {
    return new Prover(toolchains, settings, Workspace.open(settings, limits));
  }

  /**
   * Fetches the toolchains of {@code releases} that are not at hand, as the go command does when a
   * go.mod asks for them.
   *
   * @param versions the version to fetch, by release
   * @return what went wrong, one line for each that could not be fetched
   */
  public List<String> download(Map<Integer, String> versions)
      throws IOException, InterruptedException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<Integer, String> each : versions.entrySet()) {
      Optional<Toolchain> fetcher = toolchains.newest();
      if (toolchains.of(each.getKey()).isPresent() || fetcher.isEmpty()) {
        continue;
      }
      Cell here = new Cell(each.getKey(), Host.target());
      GoCommand go =
          new GoCommand(workspace, fetcher.get(), here)
              .with("GOTOOLCHAIN", each.getValue())
              .with("GOPROXY", settings.proxy())
              .with("GOSUMDB", "sum.golang.org");
      Run run = go.without("GOROOT").run(workspace.newDirectory("fetch"), List.of("env", "GOROOT"));
      Optional<Toolchain> fetched =
          run.succeeded() ? Toolchain.in(Path.of(lastLine(run.output()))) : Optional.empty();
      fetched.ifPresent(it -> toolchains = toolchains.with(it));
      if (fetched.isEmpty()) {
        problems.add(each.getValue() + " cannot be fetched: " + run.output().strip());
      }
    }
    return problems;
  }

  /** Before the answer the go command says what it downloads. */
  private static String lastLine(String output) {
    String text = output.strip();
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  /** Returns the toolchains at hand. */
  public Toolchains toolchains() {
    return toolchains;
  }

  /**
   * Returns what a module is like now, in each of {@code cells}.
   *
   * @param files what is of interest, without changes
   */
  public Proof now(SourceTree tree, SortedSet<Cell> cells, Collection<FileEdit> files)
      throws IOException, InterruptedException {
    Session session = new Session(tree, List.of(), List.of());
    List<CellProof> proofs = session.prove(cells, List.of());
    return new Proof(
        tree.module(),
        proofs,
        List.of(),
        List.of(),
        TouchedCells.unseen(cells, files),
        session.digest(),
        session.digest());
  }

  /**
   * Returns what {@code edits} do to a module. What breaks something is withdrawn, file by file,
   * and where several recipes changed a file, recipe by recipe.
   *
   * @param recipes the recipes that made the edits
   * @param withFewerRecipes gives the changes of a file that other choices of its recipes make, the
   *     best first
   */
  public Proof change(
      SourceTree tree,
      SortedSet<Cell> cells,
      Collection<FileEdit> edits,
      List<Recipe> recipes,
      Function<FileEdit, List<FileEdit>> withFewerRecipes)
      throws IOException, InterruptedException {
    Session session = new Session(tree, edits, recipes);
    List<FileEdit> all = edits.stream().sorted().toList();
    List<CellProof> proofs = session.prove(cells, all);
    List<Withdrawn> withdrawn = new ArrayList<>();
    List<FileEdit> kept = all;
    if (isBroken(proofs)) {
      Withdrawal withdrawal = new Withdrawal(session, cells, withFewerRecipes);
      kept = withdrawal.settle(all, proofs);
      withdrawn.addAll(withdrawal.withdrawn());
      proofs = session.prove(cells, kept);
    }
    return new Proof(
        tree.module(),
        proofs,
        kept,
        withdrawn,
        TouchedCells.unseen(cells, kept),
        session.digest(),
        session.digestOf(kept));
  }

  static boolean isBroken(List<CellProof> proofs) {
    return proofs.stream().anyMatch(it -> it.state() == State.BROKEN);
  }

  @Override
  public void close() throws IOException {
    workers.shutdownNow();
    workspace.close();
  }

  /** The builds of one module; each is made once. */
  final class Session {
    private final TreeCopy base;
    private final boolean changes;
    private final Map<String, Recipe> recipes = new HashMap<>();
    private final Set<Path> assembly = new HashSet<>();
    private final Map<List<FileEdit>, TreeCopy> copies = new HashMap<>();
    private final Map<Build, Future<CellBuild>> builds = new HashMap<>();

    private record Build(Cell cell, List<FileEdit> edits) {}

    Session(SourceTree tree, Collection<FileEdit> edits, List<Recipe> recipes) throws IOException {
      this.base = TreeCopy.of(tree, workspace);
      this.changes = !edits.isEmpty();
      recipes.forEach(recipe -> this.recipes.put(recipe.id(), recipe));
      for (FileEdit edit : edits) {
        if (edit.name().endsWith(".s") || edit.name().endsWith(".h")) {
          Optional.ofNullable(edit.file().getParent()).ifPresent(assembly::add);
        }
      }
      copies.put(List.of(), base);
    }

    String digest() {
      return base.digest();
    }

    String digestOf(List<FileEdit> edits) throws IOException {
      return copy(edits).digest();
    }

    private synchronized TreeCopy copy(List<FileEdit> edits) throws IOException {
      TreeCopy copy = copies.get(edits);
      if (copy == null) {
        copy = base.with(edits, workspace);
        copies.put(edits, copy);
      }
      return copy;
    }

    /** Returns the results of all cells with {@code edits} made. */
    List<CellProof> prove(SortedSet<Cell> cells, List<FileEdit> edits)
        throws IOException, InterruptedException {
      Map<Cell, List<FileEdit>> seen = new HashMap<>();
      for (Cell cell : cells) {
        seen.put(cell, TouchedCells.touching(cell, edits));
        start(new Build(cell, List.of()));
      }
      for (Cell cell : cells) {
        start(new Build(cell, seen.getOrDefault(cell, List.of())));
      }
      List<CellProof> proofs = new ArrayList<>();
      for (Cell cell : cells) {
        Optional<Toolchain> go = toolchains.of(cell.release());
        if (cell.variant().isCgo() && CCompilers.of(cell.target()).isEmpty()) {
          proofs.add(CellProof.notProven(cell, go, NO_COMPILER, List.of()));
          continue;
        }
        if (go.isEmpty()) {
          proofs.add(CellProof.notProven(cell, go, missing(cell.release()), List.of()));
          continue;
        }
        CellBuild before = await(new Build(cell, List.of()));
        List<FileEdit> visible = seen.getOrDefault(cell, List.of());
        CellBuild after = await(new Build(cell, visible));
        proofs.add(
            edits.isEmpty()
                ? CellProof.of(cell, go.get(), before)
                : compare(cell, go.get(), before, after, visible));
      }
      return proofs;
    }

    private String missing(int release) {
      return "no Go 1."
          + release
          + " is here; --allow-download fetches one, --goroot DIR names one";
    }

    private synchronized void start(Build build) throws IOException {
      Optional<Toolchain> go = toolchains.of(build.cell().release());
      boolean isHopeless =
          build.cell().variant().isCgo() && CCompilers.of(build.cell().target()).isEmpty();
      if (go.isEmpty() || isHopeless || builds.containsKey(build)) {
        return;
      }
      TreeCopy tree = copy(build.edits());
      Set<Path> places = new TreeSet<>();
      assembly.forEach(directory -> places.add(tree.placeOf(directory)));
      // Of a tree that stays as it is, each module is looked at by itself.
      CellBuilder.Closely closely =
          new CellBuilder.Closely(places, /* dependents= */ changes, settings.runTests());
      builds.put(
          build,
          workers.submit(
              () -> new CellBuilder(workspace, go.get(), build.cell(), tree, closely).build()));
    }

    private CellBuild await(Build build) throws IOException, InterruptedException {
      Future<CellBuild> future;
      synchronized (this) {
        future = builds.get(build);
      }
      if (future == null) {
        throw new IllegalStateException("not started: " + build.cell());
      }
      try {
        return future.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof InterruptedException stopped) {
          throw stopped;
        }
        if (e.getCause() instanceof IOException problem) {
          throw new IOException(build.cell() + ": " + problem.getMessage(), problem);
        }
        throw new IllegalStateException(build.cell().toString(), e.getCause());
      }
    }

    private CellProof compare(
        Cell cell, Toolchain go, CellBuild before, CellBuild after, List<FileEdit> visible) {
      List<CodeChange> changes = new ArrayList<>();
      List<String> beyond = new ArrayList<>();
      before
          .code()
          .forEach(
              (name, listing) -> {
                Listing now = after.code().get(name);
                if (now != null) {
                  changes.addAll(CodeDiff.of(listing, now));
                }
              });
      for (CodeChange change : changes) {
        declaredFor(change, visible)
            .ifPresent(
                declared ->
                    declared
                        .beyond(change)
                        .forEach(
                            it -> beyond.add("machine code of " + change.symbol() + ": " + it)));
      }
      return CellProof.of(cell, go, before, after, changes, beyond);
    }

    /**
     * Returns what the recipes that edited the file declare; empty if they are not for assembly.
     */
    private Optional<DeclaredCode> declaredFor(CodeChange change, List<FileEdit> visible) {
      Set<String> ids = new TreeSet<>();
      for (FileEdit edit : visible) {
        // A header may change any file, and of data nobody says where they stand.
        boolean mayConcern =
            change.file().isEmpty()
                || edit.name().equals(change.file())
                || edit.name().endsWith(".h");
        if (mayConcern) {
          ids.addAll(edit.recipes());
        }
      }
      if (!recipes.keySet().containsAll(ids)) {
        return Optional.empty();
      }
      return DeclaredCode.of(ids.stream().map(recipes::get).toList());
    }
  }
}
