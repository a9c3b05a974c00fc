package dev.untether.cli.batch;

import dev.untether.campaign.outcome.StatusReport;
import dev.untether.campaign.run.Status;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code untether batch status}: how far a campaign has come. */
@Command(
    name = "status",
    description = {
      "Says how far each unit has come.",
      "The newest code is asked first, and then the forges: what was merged and",
      "still needs the change is not done."
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
    return new BatchRun(terminal, options, output)
        .of(
            (session, plan) -> {
              StatusReport status =
                  new Status(session.network(), session.words(plan), session.settings(false))
                      .of(session.order(plan));
              return new BatchRun.Finished(
                  BatchText.written(BatchText.table(status)),
                  status.results(session.digest(), session.shard()),
                  BatchText.summary(status),
                  status.isIncomplete(),
                  ExitCode.OK);
            });
  }
}
