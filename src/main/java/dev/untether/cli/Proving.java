package dev.untether.cli;

import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Output;
import dev.untether.engine.ChangeSet;
import dev.untether.engine.FileChange;
import dev.untether.golang.LinknameSearch;
import dev.untether.module.AssemblyLoader;
import dev.untether.module.GoModule;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.recipe.Recipe;
import dev.untether.review.JudgedReference;
import dev.untether.review.Judging;
import dev.untether.review.ReleaseData;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.verify.Cell;
import dev.untether.verify.CellProof;
import dev.untether.verify.FewerRecipes;
import dev.untether.verify.FileEdit;
import dev.untether.verify.Host;
import dev.untether.verify.Predictions;
import dev.untether.verify.Proof;
import dev.untether.verify.Prover;
import dev.untether.verify.State;
import dev.untether.verify.TouchedCells;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Proofs of all modules that a command looks at. */
final class Proving {
  static final String RULE = "not-proven";

  private final Inputs inputs;
  private final ProofOptions options;
  private final int jobs;
  private final List<Finding> problems = new ArrayList<>();

  /**
   * A module with what is proven about it.
   *
   * @param name its directory, as the user will see it named; empty for the current one
   * @param proof the results
   */
  record Proven(String name, Proof proof) {}

  private record Task(
      Inputs.Root root, GoModule module, SortedSet<Cell> cells, List<FileEdit> edits) {}

  Proving(Inputs inputs, ProofOptions options, int jobs) {
    this.inputs = inputs;
    this.options = options;
    this.jobs = jobs;
  }

  /** Returns what stood in the way of a proof. */
  List<Finding> problems() {
    return problems;
  }

  /** Returns what all modules of {@code roots} are like now. */
  List<Proven> now(List<Inputs.Root> roots) throws IOException, InterruptedException {
    List<Task> tasks = new ArrayList<>();
    for (Inputs.Root root : roots) {
      for (GoModule module : root.tree().modules()) {
        ReleaseRange releases = ProofOptions.releases(inputs, module);
        SortedSet<Target> targets =
            inputs.hasTargets() ? inputs.targets() : interesting(root.tree(), module, releases);
        tasks.add(new Task(root, module, ProofOptions.cells(releases, targets), List.of()));
      }
    }
    List<Proven> proven = prove(tasks, List.of());
    for (Inputs.Root root : roots) {
      compareWithPredictions(root, proven);
    }
    return proven;
  }

  /** A Go installation that the user names may be any; predictions are about the released ones. */
  private void compareWithPredictions(Inputs.Root root, List<Proven> proven) {
    if (options.namesInstallations()) {
      return;
    }
    List<JudgedReference> judged =
        new Judging(root.tree(), inputs.targets(), inputs.releases(), ReleaseData.shipped())
            .run()
            .facts()
            .references();
    Predictions predictions = Predictions.of(root.tree(), judged);
    for (Proven each : proven) {
      for (String disagreement : predictions.disagreements(each.proof())) {
        String name = each.name().isEmpty() ? "." : each.name();
        String message = "a mistake of untether, please report it: " + disagreement;
        problems.add(
            new Finding("prediction-differs", Severity.WARNING, name, Finding.WHOLE_FILE, message));
      }
    }
  }

  /** Returns what {@code changes}, which stand for {@code roots}, do to the modules. */
  List<Proven> changes(List<Inputs.Root> roots, List<ChangeSet> changes, List<Recipe> recipes)
      throws IOException, InterruptedException {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < roots.size(); i++) {
      Inputs.Root root = roots.get(i);
      Map<GoModule, List<FileEdit>> byModule = new LinkedHashMap<>();
      for (FileChange change : changes.get(i).changes()) {
        root.tree()
            .governing(change.absolute())
            .ifPresentOrElse(
                module ->
                    byModule
                        .computeIfAbsent(module, each -> new ArrayList<>())
                        .add(ProofOptions.edit(change)),
                () -> outsideModules(root, change));
      }
      byModule.forEach(
          (module, edits) -> {
            ReleaseRange releases = ProofOptions.releases(inputs, module);
            SortedSet<Target> targets =
                inputs.hasTargets() ? inputs.targets() : touched(edits, releases);
            tasks.add(new Task(root, module, ProofOptions.cells(releases, targets), edits));
          });
    }
    return prove(tasks, recipes);
  }

  private static SortedSet<Target> touched(List<FileEdit> edits, ReleaseRange releases) {
    SortedSet<Target> targets = new TreeSet<>(TouchedCells.targets(edits, releases));
    targets.add(Host.target());
    return targets;
  }

  private void outsideModules(Inputs.Root root, FileChange change) {
    problems.add(
        new Finding(
            RULE,
            Severity.ERROR,
            root.prefix() + change.path(),
            Finding.WHOLE_FILE,
            "not proven: no go.mod is at or above it, so nothing can be built"));
  }

  private List<Proven> prove(List<Task> tasks, List<Recipe> recipes)
      throws IOException, InterruptedException {
    List<Proven> proven = new ArrayList<>();
    SortedSet<Integer> releases = new TreeSet<>();
    tasks.forEach(task -> task.cells().forEach(cell -> releases.add(cell.release())));
    List<String> downloads = new ArrayList<>();
    try (Prover prover = options.open(jobs, releases, downloads)) {
      for (Task task : tasks) {
        Path directory = task.module().directory();
        String name = name(task.root(), directory);
        try {
          Proof proof =
              task.edits().isEmpty()
                  ? prover.now(directory, task.cells())
                  : prover.change(
                      directory,
                      task.cells(),
                      task.edits(),
                      recipes,
                      new FewerRecipes(task.root().tree(), recipes, inputs.targets()));
          proven.add(new Proven(name, proof));
        } catch (IOException e) {
          problems.add(notProven(name, String.valueOf(e.getMessage())));
        }
      }
    }
    downloads.forEach(each -> problems.add(notProven("", each)));
    return proven;
  }

  private static Finding notProven(String name, String reason) {
    return new Finding(
        RULE,
        Severity.ERROR,
        name.isEmpty() ? "." : name,
        Finding.WHOLE_FILE,
        "not proven: " + reason);
  }

  private static String name(Inputs.Root root, Path module) {
    if (!module.startsWith(root.base())) {
      return module.toString();
    }
    return root.base().relativize(module).toString().replace('\\', '/');
  }

  /** Those that build assembly, or linknames for some targets only, and this machine's. */
  private static SortedSet<Target> interesting(
      ModuleTree tree, GoModule module, ReleaseRange releases) {
    SortedSet<Target> all = Targets.known().of(releases);
    SortedSet<Target> found = new TreeSet<>();
    AssemblyLoader loader = new AssemblyLoader(tree, releases);
    for (SourceFile file : tree.files()) {
      if (!tree.governing(file).equals(Optional.of(module))) {
        continue;
      }
      SortedSet<Target> targets =
          file.kind() == SourceKind.ASM
              ? loader.load(file).unit().map(unit -> unit.targets()).orElse(all)
              : ofLinknames(file, releases);
      if (targets.size() < all.size()) {
        found.addAll(targets);
      }
    }
    found.add(Host.target());
    return found;
  }

  private static SortedSet<Target> ofLinknames(SourceFile file, ReleaseRange releases) {
    SortedSet<Target> none = Collections.emptySortedSet();
    if (file.kind() != SourceKind.GO
        || !(SourceReader.read(file.absolute(), SourceReader.DEFAULT_LIMIT)
            instanceof SourceReader.Text read)
        || !LinknameSearch.mayConcern(read.text().bytes())) {
      return none;
    }
    return BuildConstraint.of(file.relative(), read.text()).targets(Targets.known(), releases);
  }

  /**
   * Returns the exit code that proofs ask for.
   *
   * @param failing the code when something does not link that did not before either
   */
  int exitCode(List<Proven> proven, int failing) {
    int code = ExitCode.OK;
    for (Proven each : proven) {
      if (!each.proof().withdrawn().isEmpty()) {
        return ExitCode.PARTIAL;
      }
      for (CellProof cell : each.proof().cells()) {
        if (cell.needsCompiler() && !inputs.hasTargets()) {
          continue;
        }
        if (cell.state() == State.NOT_PROVEN || cell.state() == State.BROKEN) {
          return ExitCode.PARTIAL;
        }
        if (cell.state() == State.FAILS || cell.state() == State.STILL_FAILING) {
          code = failing;
        }
      }
    }
    return Output.exitCode(problems, code);
  }
}
