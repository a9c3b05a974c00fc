package dev.untether.cli.batch;

import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.run.Apply;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Terminal;
import dev.untether.report.diff.ColourDiff;
import dev.untether.report.diff.FilePatch;
import dev.untether.report.diff.UnifiedDiff;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code untether batch plan}: what apply would do. */
@Command(
    name = "plan",
    description = {
      "Shows what apply would do, as a table and on request as diffs.",
      "Nothing changes but the cache and clones in the state directory."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final BatchOptions options = new BatchOptions();
  @Mixin private final Output output = new Output();

  @Option(names = "--diff", description = "Print the diff of each unit below the table")
  private boolean diff;

  @Option(
      names = "--offline",
      description = "Look at the code alone, and do not ask forges and remotes what is there")
  private boolean offline;

  @Option(names = "--check", description = "Exit with 1 when there is something to do")
  private boolean check;

  @Option(names = "--reopen", description = "Plan again what people closed without merging")
  private boolean reopen;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    boolean colours = output.colours(terminal);
    return new BatchRun(terminal, options, output)
        .of(
            (session, plan) -> {
              RunResult result = result(session, plan);
              boolean pending = check && result.isPending();
              return new BatchRun.Finished(
                  out -> {
                    BatchText.written(BatchText.table(result, plan)).writeTo(out);
                    if (diff) {
                      for (PlannedUnit unit : session.own(plan)) {
                        diff(unit, colours, out);
                      }
                    }
                  },
                  result.results(session.digest(), session.shard()),
                  BatchText.summary(result, plan),
                  result.isIncomplete(),
                  pending ? ExitCode.FINDINGS : ExitCode.OK);
            });
  }

  private RunResult result(BatchSession session, Plan plan)
      throws IOException, InterruptedException {
    if (offline) {
      return RunResult.unasked(session.campaign().name(), plan, session.own(plan));
    }
    Apply apply =
        new Apply(
            session.network(),
            session.words(plan),
            UnitProver.trusting(),
            session.settings(reopen));
    return apply.plan(session.order(plan));
  }

  private static void diff(PlannedUnit unit, boolean colours, OutputStream out) throws IOException {
    out.write(("\n# " + BatchText.shown(unit.name()) + "\n").getBytes(StandardCharsets.UTF_8));
    List<FilePatch> patches = new ArrayList<>();
    unit.changes()
        .forEach(
            (path, change) -> patches.add(new FilePatch(path, change.before(), change.after())));
    if (colours) {
      new ColourDiff().write(patches, out);
    } else {
      new UnifiedDiff().write(patches, out);
    }
  }
}
