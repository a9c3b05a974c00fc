package dev.untether.cli;

import dev.untether.cli.option.ExitCode;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command {@code untether} itself, which does nothing without a subcommand. */
@Command(
    name = "untether",
    description = "Cuts the ties between Go modules and the insides of Go's standard library.",
    mixinStandardHelpOptions = true,
    versionProvider = UntetherCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeOnExecutionException = ExitCode.BUG,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":nothing to report, or done",
      ExitCode.FINDINGS + ":findings at or above the threshold, or a change is pending",
      ExitCode.USAGE + ":the arguments make no sense",
      ExitCode.PARTIAL + ":some inputs could not be read or a proof failed; the rest was done",
      ExitCode.BUG + ":a bug in untether",
    })
final class UntetherCommand implements Callable<Integer> {
  private final CommandSpec spec = CommandSpec.forAnnotatedObject(this);

  /** Returns the parser of this command, to which the subcommands are to be added. */
  CommandLine commandLine() {
    return new CommandLine(spec);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** The version of the jar the program runs from. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = UntetherCommand.class.getPackage().getImplementationVersion();
      return new String[] {"untether " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
  }
}
