package dev.untether.cli.batch;

import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.plan.PlanException;
import dev.untether.campaign.run.Apply;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.ProgressDisplay;
import dev.untether.cli.option.Terminal;
import dev.untether.report.diff.ColourDiff;
import dev.untether.report.diff.FilePatch;
import dev.untether.report.diff.UnifiedDiff;
import dev.untether.text.Finding;
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
      "Shows what apply would do, as a table and on request as diffs. Changes nothing but the",
      "cache and clones in the state directory."
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
    BatchReport report = new BatchReport(terminal, output);
    List<Finding> problems = new ArrayList<>();
    for (BatchSession session : BatchSession.open(options, output, problems)) {
      Plan plan;
      RunResult result;
      try (ProgressDisplay progress = ProgressDisplay.of("plan", terminal, output)) {
        plan = session.plan(session.origins(), progress);
        Apply apply =
            new Apply(
                session.network(),
                session.words(plan),
                UnitProver.trusting(),
                session.settings(reopen));
        result =
            offline
                ? RunResult.unasked(session.campaign().name(), plan, session.own(plan))
                : apply.plan(session.order(plan));
      } catch (PlanException e) {
        problems.addAll(e.findings());
        break;
      }
      boolean colours = output.colours(terminal);
      output.write(
          terminal,
          out -> {
            out.write(BatchText.table(result, plan).getBytes(StandardCharsets.UTF_8));
            if (diff) {
              for (PlannedUnit unit : session.own(plan)) {
                diff(unit, colours, out);
              }
            }
          });
      report.results(options.results(), result.results(session.digest(), session.shard()));
      problems.addAll(plan.problems());
      report.findings(problems, plan.left());
      report.line(BatchText.summary(result, plan));
      boolean pending = check && result.isPending();
      return report.exitCode(
          problems, result.isIncomplete(), pending ? ExitCode.FINDINGS : ExitCode.OK);
    }
    report.findings(problems, List.of());
    return ExitCode.PARTIAL;
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
