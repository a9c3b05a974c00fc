package dev.untether.cli.batch;

import dev.untether.campaign.Coverage;
import dev.untether.campaign.Plan;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.run.Close;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.ProgressDisplay;
import dev.untether.cli.option.Terminal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code untether batch close}: the end of a campaign. */
@Command(
    name = "close",
    description = {
      "Closes the open pull requests of a campaign and deletes its branches.",
      "What holds somebody else's work is left alone. Without --yes it only says",
      "which those are."
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
    return new BatchRun(terminal, options, output)
        .of(
            (session, plan) -> {
              RunResult result = result(session, plan);
              String hint = yes ? "" : ". Nothing was done; --yes does it";
              return new BatchRun.Finished(
                  BatchText.written(BatchText.table(result, plan)),
                  result.results(session.digest(), session.shard()),
                  BatchText.summary(result, plan) + hint,
                  result.isIncomplete(),
                  ExitCode.OK);
            });
  }

  private RunResult result(BatchSession session, Plan plan)
      throws IOException, InterruptedException {
    Coverage coverage = session.order(plan).coverage();
    Close close = new Close(session.network(), session.words(plan), session.settings(false));
    if (!yes) {
      return close.plan(session.campaign(), plan.origins(), plan.units(), coverage);
    }
    try (ProgressDisplay progress = ProgressDisplay.of("close", terminal, output)) {
      return close.close(session.campaign(), plan.origins(), plan.units(), coverage, progress);
    }
  }
}
