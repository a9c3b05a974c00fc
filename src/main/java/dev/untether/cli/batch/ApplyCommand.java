package dev.untether.cli.batch;

import dev.untether.campaign.Plan;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.connect.ToolchainProver;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.plan.PlanException;
import dev.untether.campaign.plan.Planner;
import dev.untether.campaign.run.Apply;
import dev.untether.cli.option.AtExit;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.ProgressDisplay;
import dev.untether.cli.option.ProofOptions;
import dev.untether.cli.option.Terminal;
import dev.untether.verify.Prover;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code untether batch apply}: branches and pull requests. */
@Command(
    name = "apply",
    description = {
      "Pushes branches, and opens, updates and closes pull requests.",
      "It does so until forges have what the campaign wants, as far as its limits",
      "and waves let it. Run again, it goes on."
    },
    mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final BatchOptions options = new BatchOptions();
  @Mixin private final Output output = new Output();
  @Mixin private final ProofOptions proofs = new ProofOptions();

  @Option(names = "--dry-run", description = "Say what would be done, as plan does")
  private boolean dry;

  @Option(names = "--reopen", description = "Open again what people closed without merging")
  private boolean reopen;

  ApplyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    return new BatchRun(terminal, options, output)
        .of(
            (session, plan) -> {
              Applied applied = apply(session, plan);
              RunResult result = applied.result();
              return new BatchRun.Finished(
                  BatchText.written(BatchText.table(result, plan)),
                  result.results(session.digest(), session.shard()),
                  BatchText.summary(result, plan),
                  result.isIncomplete() || applied.withdrawn(),
                  ExitCode.OK);
            });
  }

  /**
   * What came of it.
   *
   * @param withdrawn whether proofs took something back of what was pushed
   */
  private record Applied(RunResult result, boolean withdrawn) {}

  private Applied apply(BatchSession session, Plan plan)
      throws IOException, PlanException, InterruptedException {
    if (!session.campaign().verify() || dry) {
      return new Applied(run(session, plan, UnitProver.trusting()), /* withdrawn= */ false);
    }
    try (AtExit<Prover> prover = proofs.open(output.jobs())) {
      ToolchainProver proving =
          new ToolchainProver(
              prover.resource(),
              proofs.scope(
                  session.releases(),
                  session.campaign().go().isPresent(),
                  session.targets(),
                  session.campaign().targets().isPresent()),
              Planner.recipes(session.campaign()));
      RunResult result = run(session, plan, proving);
      return new Applied(result, proving.hasWithdrawn());
    }
  }

  private RunResult run(BatchSession session, Plan plan, UnitProver prover)
      throws IOException, InterruptedException {
    Apply apply =
        new Apply(session.network(), session.words(plan), prover, session.settings(reopen));
    if (dry) {
      return apply.plan(session.order(plan));
    }
    try (ProgressDisplay progress = ProgressDisplay.of("apply", terminal, output)) {
      return apply.apply(session.order(plan), progress);
    }
  }
}
