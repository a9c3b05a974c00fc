package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.cli.batch.BatchCommand;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Terminal;
import dev.untether.cli.option.UnwritableFileException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's entry. */
public final class Main {
  private static final int OUT_BUFFER_BYTES = 1 << 16;

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    // System.out encodes by locale and flushes each line: neither suits a diff of a whole tree.
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUT_BUFFER_BYTES),
            /* autoFlush= */ false,
            UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), /* autoFlush= */ true, UTF_8);
    System.exit(main(System.in, out, err, args));
  }

  /**
   * Returns the exit code of a run with {@code args}, after flushing both streams. It neither ends
   * the process nor touches the process's own streams, so that tests can call it.
   */
  public static int main(InputStream in, PrintStream out, PrintStream err, String... args) {
    Terminal terminal = new Terminal(in, out, err);
    CommandLine command =
        new UntetherCommand()
            .commandLine()
            .addSubcommand(new ScanCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new IndexCommands.ListTable(terminal))
            .addSubcommand(new IndexCommands.Whole(terminal))
            .addSubcommand(new IndexCommands.Refs(terminal))
            .addSubcommand(new IndexCommands.Related(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new MigrateCommand(terminal))
            .addSubcommand(new VerifyCommand(terminal))
            .addSubcommand(BatchCommand.of(terminal))
            .addSubcommand(
                new CommandLine(new RecipesCommand(terminal))
                    .addSubcommand(new RecipeAuthoring.New(terminal))
                    .addSubcommand(new RecipeAuthoring.Docs(terminal)))
            .addSubcommand(new AccessCommands(terminal));
    return execute(command, terminal, args);
  }

  /** Returns the exit code of {@code command}; whatever it throws counts as a bug. */
  static int execute(CommandLine command, Terminal terminal, String... args) {
    try {
      return command
          .setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), UTF_8), true))
          .setErr(new PrintWriter(new OutputStreamWriter(terminal.err(), UTF_8), true))
          .setParameterExceptionHandler((mistake, given) -> reportUsage(mistake, terminal))
          .setExecutionExceptionHandler((thrown, failed, parsed) -> report(thrown, terminal))
          .execute(args);
    } catch (Error thrown) { // An exhausted heap or stack, which picocli lets through.
      return reportBug(thrown, terminal);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private static int reportUsage(ParameterException mistake, Terminal terminal) {
    CommandLine command = mistake.getCommandLine();
    terminal.out().flush();
    terminal.err().println("untether: " + mistake.getMessage());
    UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
    boolean needsSubcommand = !command.getSubcommands().isEmpty();
    if (needsSubcommand && !(mistake instanceof UnmatchedArgumentException)) {
      command.usage(command.getErr());
    } else {
      // The whole usage would push the message out of sight.
      String name = command.getCommandSpec().qualifiedName();
      terminal.err().println("`" + name + " --help` tells more.");
    }
    return ExitCode.USAGE;
  }

  private static int report(Throwable thrown, Terminal terminal) {
    if (thrown instanceof UnwritableFileException unwritable) {
      terminal.out().flush();
      terminal.err().println("untether: " + unwritable.getMessage());
      return ExitCode.PARTIAL;
    }
    if (thrown instanceof InterruptedException) {
      terminal.err().println("untether: stopped; nothing was written after that");
      return ExitCode.PARTIAL;
    }
    return reportBug(thrown, terminal);
  }

  private static int reportBug(Throwable thrown, Terminal terminal) {
    terminal.out().flush();
    terminal.err().println("untether: internal error. Please report it, with the lines below.");
    thrown.printStackTrace(terminal.err());
    return ExitCode.BUG;
  }
}
