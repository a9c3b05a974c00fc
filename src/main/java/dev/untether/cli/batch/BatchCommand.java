package dev.untether.cli.batch;

import dev.untether.cli.option.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code untether batch}: pull requests for many modules and repositories, from one file. */
@Command(
    name = "batch",
    description = {
      "Makes pull requests for many modules and repositories, as a file says.",
      "The file names repositories, recipes, how to split what changes into pull",
      "requests, and how many at a time. plan shows, apply does; both may be run",
      "again at any time."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class BatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Returns the command with its subcommands. */
  public static CommandLine of(Terminal terminal) {
    CommandLine batch = new CommandLine(new BatchCommand());
    batch.addSubcommand(new PlanCommand(terminal));
    batch.addSubcommand(new ApplyCommand(terminal));
    batch.addSubcommand(new StatusCommand(terminal));
    batch.addSubcommand(new CloseCommand(terminal));
    batch.addSubcommand(new MergeCommand(terminal));
    return batch;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: plan, apply, status, close or merge");
  }
}
