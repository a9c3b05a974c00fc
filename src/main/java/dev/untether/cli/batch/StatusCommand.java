package dev.untether.cli.batch;

import dev.untether.campaign.Plan;
import dev.untether.campaign.outcome.StatusReport;
import dev.untether.campaign.plan.PlanException;
import dev.untether.campaign.run.Status;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.ProgressDisplay;
import dev.untether.cli.option.Terminal;
import dev.untether.text.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code untether batch status}: how far a campaign has come. */
@Command(
    name = "status",
    description = {
      "Says how far each unit has come: by the newest code first, and then by what forges say.",
      "What was merged and still needs the change is not done."
    },
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final BatchOptions options = new BatchOptions();
  @Mixin private final Output output = new Output();

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    BatchReport report = new BatchReport(terminal, output);
    List<Finding> problems = new ArrayList<>();
    for (BatchSession session : BatchSession.open(options, output, problems)) {
      try {
        Plan plan;
        StatusReport status;
        try (ProgressDisplay progress = ProgressDisplay.of("status", terminal, output)) {
          plan = session.plan(session.origins(), progress);
          status =
              new Status(session.network(), session.words(plan), session.settings(false))
                  .of(session.order(plan));
        }
        output.write(
            terminal, out -> out.write(BatchText.table(status).getBytes(StandardCharsets.UTF_8)));
        report.results(options.results(), status.results(session.digest(), session.shard()));
        report.findings(plan.problems(), plan.left());
        report.line(BatchText.summary(status));
        return report.exitCode(plan.problems(), status.isIncomplete(), ExitCode.OK);
      } catch (PlanException e) {
        problems.addAll(e.findings());
      }
    }
    report.findings(problems, List.of());
    return ExitCode.PARTIAL;
  }
}
