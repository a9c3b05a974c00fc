package dev.untether.cli.batch;

import dev.untether.campaign.Plan;
import dev.untether.campaign.plan.PlanException;
import dev.untether.campaign.shard.ResultFile;
import dev.untether.campaign.shard.Results;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.ProgressDisplay;
import dev.untether.cli.option.Terminal;
import dev.untether.text.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all commands about a campaign do: read it, look at the code, act, and tell of it. */
final class BatchRun {
  private final Terminal terminal;
  private final BatchOptions options;
  private final Output output;

  BatchRun(Terminal terminal, BatchOptions options, Output output) {
    this.terminal = terminal;
    this.options = options;
    this.output = output;
  }

  /** What a command does with a plan of the newest code. */
  @FunctionalInterface
  interface Work {
    Finished on(BatchSession session, Plan plan)
        throws IOException, PlanException, InterruptedException;
  }

  /**
   * What came of it.
   *
   * @param text what is printed
   * @param results what came of each unit, for other shards
   * @param summary one sentence
   * @param incomplete whether something could not be read or done
   * @param otherwise the exit code if all could
   */
  record Finished(
      Output.Writer text, Results results, String summary, boolean incomplete, int otherwise) {}

  /** Returns the exit code of a command. */
  int of(Work work) throws IOException, InterruptedException {
    List<Finding> problems = new ArrayList<>();
    Optional<BatchSession> session = BatchSession.open(options, output, problems);
    if (session.isEmpty()) {
      return refused(problems);
    }
    try {
      Plan plan;
      try (ProgressDisplay progress = ProgressDisplay.of("plan", terminal, output)) {
        plan = session.get().plan(session.get().origins(), progress);
      }
      Finished done = work.on(session.get(), plan);
      output.write(terminal, done.text());
      if (options.results().isPresent()) {
        ResultFile.write(done.results(), options.results().get());
      }
      tell(plan.problems(), plan.left());
      if (!output.isQuiet()) {
        terminal.err().println(done.summary());
      }
      return done.incomplete()
          ? ExitCode.PARTIAL
          : Output.exitCode(plan.problems(), done.otherwise());
    } catch (PlanException e) {
      return refused(e.findings());
    } catch (IOException e) {
      // Another run is at work, or there is no room: nothing to be done but to say so.
      terminal.err().println("untether: " + e.getMessage());
      return ExitCode.PARTIAL;
    }
  }

  private int refused(List<Finding> problems) throws IOException {
    tell(problems, List.of());
    return ExitCode.PARTIAL;
  }

  /** Prints what could not be read, and on request what was left alone. */
  private void tell(List<Finding> problems, List<Finding> left) throws IOException {
    List<Finding> all = new ArrayList<>(output.mentioned(problems));
    all.addAll(output.mentioned(left));
    output.report(terminal, all, path -> Optional.empty());
  }
}
