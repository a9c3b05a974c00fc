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
import dev.untether.text.Finding;
import dev.untether.verify.Prover;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code untether batch apply}: branches and pull requests. */
@Command(
    name = "apply",
    description = {
      "Pushes branches and opens, updates and closes pull requests, until forges have what the",
      "campaign wants, as far as its limits and waves let it. Run again, it goes on."
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
    BatchReport report = new BatchReport(terminal, output);
    List<Finding> problems = new ArrayList<>();
    for (BatchSession session : BatchSession.open(options, output, problems)) {
      try {
        return apply(session, report);
      } catch (PlanException e) {
        problems.addAll(e.findings());
      } catch (IOException e) {
        // Another run is at work, or there is no room: nothing to be done but to say so.
        terminal.err().println("untether: " + e.getMessage());
        return ExitCode.PARTIAL;
      }
    }
    report.findings(problems, List.of());
    return ExitCode.PARTIAL;
  }

  private int apply(BatchSession session, BatchReport report)
      throws IOException, PlanException, InterruptedException {
    Plan plan;
    try (ProgressDisplay progress = ProgressDisplay.of("plan", terminal, output)) {
      plan = session.plan(session.origins(), progress);
    }
    RunResult result;
    if (session.campaign().verify() && !dry) {
      try (AtExit<Prover> prover = proofs.open(output.jobs())) {
        ToolchainProver proving =
            new ToolchainProver(
                prover.resource(),
                proofs.scope(session.releases(), session.targets()),
                Planner.recipes(session.campaign()));
        result = run(session, plan, proving);
      }
    } else {
      result = run(session, plan, UnitProver.trusting());
    }
    RunResult done = result;
    output.write(
        terminal, out -> out.write(BatchText.table(done, plan).getBytes(StandardCharsets.UTF_8)));
    report.results(options.results(), result.results(session.digest(), session.shard()));
    report.findings(plan.problems(), plan.left());
    report.line(BatchText.summary(result, plan));
    return report.exitCode(plan.problems(), result.isIncomplete(), ExitCode.OK);
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
