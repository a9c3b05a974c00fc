package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpGoesToOutAndIsASuccess() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("Usage: untether");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void versionIsOneLineThatNamesTheProgram() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("untether ").hasLineCount(1);
  }

  @Test
  void noCommandIsAUsageErrorThatShowsTheUsage() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).contains("Missing command", "Usage: untether");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void unknownOptionIsAUsageErrorThatNamesIt() {
    assertThat(run("--no-such-option")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).contains("--no-such-option");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void argumentsOutsideAsciiSurvive() {
    assertThat(run("--größe")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).contains("--größe");
  }

  @Test
  void exceptionInACommandIsABugWithItsStackTrace() {
    assertBug(
        () -> {
          throw new IllegalStateException("broken invariant");
        },
        "broken invariant");
  }

  @Test
  void exhaustedStackIsABugRatherThanACrash() {
    assertBug(
        () -> {
          throw new StackOverflowError("too deep");
        },
        "too deep");
  }

  private void assertBug(Runnable failure, String message) {
    CommandLine command =
        new UntetherCommand().commandLine().addSubcommand(new FailingCommand(failure));
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8));
    assertThat(Main.execute(command, terminal, "fail")).isEqualTo(ExitCode.BUG);
    assertThat(err.toString(UTF_8)).contains("report it", message, "\tat dev.untether.cli.");
  }

  @Command(name = "fail")
  private record FailingCommand(Runnable failure) implements Runnable {
    @Override
    public void run() {
      failure.run();
    }
  }

  private int run(String... args) {
    return Main.main(
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(out, false, UTF_8),
        new PrintStream(err, false, UTF_8),
        args);
  }
}
