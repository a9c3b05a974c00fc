package dev.untether.cli;

import dev.untether.cli.option.AtExit;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.ProofOptions;
import dev.untether.engine.ChangeSet;
import dev.untether.recipe.Recipe;
import dev.untether.report.proof.ModuleProof;
import dev.untether.review.JudgedReference;
import dev.untether.review.Judging;
import dev.untether.review.ReleaseData;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.verify.CellProof;
import dev.untether.verify.FileEdit;
import dev.untether.verify.Prover;
import dev.untether.verify.State;
import dev.untether.verify.change.Predictions;
import dev.untether.verify.change.ProofScope;
import dev.untether.verify.change.Proved;
import dev.untether.verify.change.TreeProver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Proofs of all modules that a command looks at. */
final class Proving {
  static final String RULE = "not-proven";

  private final Inputs inputs;
  private final ProofOptions options;
  private final int jobs;
  private final List<Finding> problems = new ArrayList<>();

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
  List<ModuleProof> now(List<Inputs.Root> roots) throws IOException, InterruptedException {
    List<ModuleProof> proven = new ArrayList<>();
    try (AtExit<Prover> prover = options.open(jobs)) {
      TreeProver trees = new TreeProver(prover.resource(), options.scope(inputs));
      for (Inputs.Root root : roots) {
        proven.addAll(named(root, trees.now(root.tree())));
      }
    }
    for (Inputs.Root root : roots) {
      compareWithPredictions(root, proven);
    }
    return proven;
  }

  /** Returns what {@code changes}, which stand for {@code roots}, do to the modules. */
  List<ModuleProof> changes(
      List<Inputs.Root> roots, List<ChangeSet> changes, List<Recipe> recipes, ProofScope scope)
      throws IOException, InterruptedException {
    List<ModuleProof> proven = new ArrayList<>();
    try (AtExit<Prover> prover = options.open(jobs)) {
      TreeProver trees = new TreeProver(prover.resource(), scope);
      for (int i = 0; i < roots.size(); i++) {
        List<FileEdit> edits = changes.get(i).changes().stream().map(FileEdit::of).toList();
        Inputs.Root root = roots.get(i);
        proven.addAll(named(root, trees.changes(root.tree(), edits, recipes)));
      }
    }
    return proven;
  }

  private List<ModuleProof> named(Inputs.Root root, Proved proved) {
    for (Proved.NotProven each : proved.notProven()) {
      String name = name(root, each.place());
      problems.add(
          new Finding(
              RULE,
              Severity.ERROR,
              name.isEmpty() ? "." : name,
              Finding.WHOLE_FILE,
              "not proven: " + each.reason()));
    }
    return proved.proofs().stream()
        .map(proof -> new ModuleProof(name(root, proof.module()), proof))
        .toList();
  }

  private static String name(Inputs.Root root, Path place) {
    if (!place.startsWith(root.base())) {
      return place.toString();
    }
    return root.base().relativize(place).toString().replace('\\', '/');
  }

  /** A Go installation that the user names may be any; predictions are about the released ones. */
  private void compareWithPredictions(Inputs.Root root, List<ModuleProof> proven) {
    if (options.namesInstallations()) {
      return;
    }
    List<JudgedReference> judged =
        new Judging(root.tree(), inputs.targets(), inputs.releases(), ReleaseData.shipped())
            .run()
            .facts()
            .references();
    Predictions predictions = Predictions.of(root.tree(), judged);
    for (ModuleProof each : proven) {
      for (String disagreement : predictions.disagreements(each.proof())) {
        String name = each.name().isEmpty() ? "." : each.name();
        String message = "a mistake of untether, please report it: " + disagreement;
        problems.add(
            new Finding("prediction-differs", Severity.WARNING, name, Finding.WHOLE_FILE, message));
      }
    }
  }

  /**
   * Returns the exit code that proofs ask for.
   *
   * @param failing the code when something does not link that did not before either
   */
  int exitCode(List<ModuleProof> proven, int failing) {
    int code = ExitCode.OK;
    for (ModuleProof each : proven) {
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
