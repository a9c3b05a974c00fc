package dev.untether.cli.option;

import dev.untether.process.ChildProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code go} on PATH, asked about modules. It gets no network, fetches no other toolchain and
 * changes no file of a module: the settings for that are stronger than those of the user, in the
 * environment and in the file that {@code go env -w} writes.
 */
public final class GoCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_OUTPUT = 64 << 20;
  private static final int MOST_COMPLAINTS = 1 << 20;
  private static final int SHOWN = 200;

  // An empty variable would not do: the go command then looks into its file of settings.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "GOFLAGS", "-mod=readonly",
          "GOPROXY", "off",
          "GOVCS", "*:off",
          "GOSUMDB", "off",
          "GOTOOLCHAIN", "local",
          "GO111MODULE", "on",
          "GODEBUG", "",
          "GIT_TERMINAL_PROMPT", "0");

  private final Path program;
  private final Map<String, String> environment;
  private final Duration patience;

  public GoCommand(Path program, Map<String, String> environment, Duration patience) {
    this.program = program;
    this.environment = new HashMap<>(environment);
    this.environment.putAll(SETTINGS);
    this.patience = patience;
  }

  /**
   * Returns the command; empty if PATH has none.
   *
   * @param environment the variables of the process
   */
  public static Optional<GoCommand> find(Map<String, String> environment) {
    return GoInstallation.program(environment)
        .map(program -> new GoCommand(program, environment, PATIENCE));
  }

  /**
   * Returns what the command prints.
   *
   * @param directory where it runs
   * @throws IOException if it cannot be started, fails, takes longer than 30 seconds or prints too
   *     much; the message says which
   */
  public InputStream run(Path directory, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ChildProcess.Result result =
        new ChildProcess(directory, environment, patience)
            .run(new ChildProcess.Order(command, MOST_OUTPUT, MOST_COMPLAINTS).brief());
    if (result.late()) {
      throw new IOException(tooSlow());
    }
    if (result.out().length() >= MOST_OUTPUT && !result.whole()) {
      throw new IOException("it printed more than " + MOST_OUTPUT + " bytes");
    }
    if (!result.isFine()) {
      throw new IOException("it failed: " + shortened(result.err()));
    }
    return new ByteArrayInputStream(result.out().bytes());
  }

  private String tooSlow() {
    return "it took longer than " + patience.toSeconds() + " seconds";
  }

  private static String shortened(String complaint) {
    String line = complaint.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
