package dev.untether.cli.batch;

import dev.untether.campaign.Plan;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.plan.PlanException;
import dev.untether.campaign.run.Close;
import dev.untether.campaign.run.Order;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.ProgressDisplay;
import dev.untether.cli.option.Terminal;
import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code untether batch close}: the end of a campaign. */
@Command(
    name = "close",
    description = {
      "Closes the open pull requests of a campaign and deletes its branches, as far as nobody",
      "else's work is on them. Without --yes it only says which."
    },
    mixinStandardHelpOptions = true)
final class CloseCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final BatchOptions options = new BatchOptions();
  @Mixin private final Output output = new Output();

  @Option(names = "--yes", description = "Do it")
  private boolean yes;

  CloseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    BatchReport report = new BatchReport(terminal, output);
    List<Finding> problems = new ArrayList<>();
    for (BatchSession session : BatchSession.open(options, output, problems)) {
      try {
        return close(session, report);
      } catch (PlanException e) {
        problems.addAll(e.findings());
      } catch (IOException e) {
        terminal.err().println("untether: " + e.getMessage());
        return ExitCode.PARTIAL;
      }
    }
    report.findings(problems, List.of());
    return ExitCode.PARTIAL;
  }

  private int close(BatchSession session, BatchReport report)
      throws IOException, PlanException, InterruptedException {
    Plan plan;
    RunResult result;
    try (ProgressDisplay progress = ProgressDisplay.of("close", terminal, output)) {
      plan = session.plan(session.origins(), progress);
      Order order = session.order(plan);
      Close close = new Close(session.network(), session.words(plan), session.settings(false));
      result =
          yes
              ? close.close(
                  session.campaign(), plan.origins(), plan.units(), order.coverage(), progress)
              : close.plan(session.campaign(), plan.origins(), plan.units(), order.coverage());
    }
    output.write(
        terminal, out -> out.write(BatchText.table(result, plan).getBytes(StandardCharsets.UTF_8)));
    report.results(options.results(), result.results(session.digest(), session.shard()));
    report.findings(plan.problems(), List.of());
    report.line(BatchText.summary(result, plan) + (yes ? "" : ". Nothing was done; --yes does it"));
    return report.exitCode(plan.problems(), result.isIncomplete(), ExitCode.OK);
  }
}
