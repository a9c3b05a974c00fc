package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which findings of {@code check} count: configuration, suppressions, baseline. */
final class FindingPolicyTest {
  private static final String TARGET = "linux/amd64";

  @TempDir private Path root;

  @BeforeEach
  void makeModule() throws IOException {
    write("go.mod", "module example.com/m\n\ngo 1.23\n");
    write(
        "m.go",
        """
        package m

        import _ "unsafe"

        //go:linkname sched runtime.schedinit
        func sched()

        // Start starts.
        func Start() { sched() }
        """);
  }

  @Test
  void findingsFailUnlessKnownByTheBaseline() throws IOException {
    String baseline = root.resolve("known.jsonl").toString();
    assertThat(check().exit()).isEqualTo(ExitCode.FINDINGS);

    CommandRun first = check("--write-baseline", baseline);
    assertThat(first.exit()).isEqualTo(ExitCode.OK);
    assertThat(check("--baseline", baseline, "--fail-on", "note").exit()).isEqualTo(ExitCode.OK);

    write("n.go", Files.readString(root.resolve("m.go")).replace("sched", "other"));
    assertThat(check("--baseline", baseline).exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void solvedEntriesOfTheBaselineAreTold() throws IOException {
    String baseline = root.resolve("known.jsonl").toString();
    check("--write-baseline", baseline);
    write("m.go", "package m\n");
    assertThat(check("--baseline", baseline, "--format", "github").out())
        .contains("::notice file=", "title=baseline-entry-fixed::linkname-rejected");
  }

  @Test
  void damagedBaselineIsAUsageError() throws IOException {
    write("known.jsonl", "{\"path\":1}\n");
    CommandRun run = check("--baseline", root.resolve("known.jsonl").toString());
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("known.jsonl: line 1: `path` is not what an entry has there");
  }

  @Test
  void configurationIsFoundAboveThePathAndFlagsWin() throws IOException {
    write("untether.yaml", "fail-on: never\n");
    Path below = Files.createDirectories(root.resolve("below"));
    Files.writeString(below.resolve("m.go"), Files.readString(root.resolve("m.go")));
    assertThat(CommandRun.of("check", "--target", TARGET, below.toString()).exit())
        .isEqualTo(ExitCode.OK);
    assertThat(check().exit()).isEqualTo(ExitCode.OK);
    assertThat(check("--fail-on", "error").exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void configurationAboveTheRepositoryIsSomebodyElses() throws IOException {
    write("untether.yaml", "fail-on: never\n");
    Path repository = Files.createDirectories(root.resolve("repository"));
    Files.createDirectories(repository.resolve(".git"));
    Files.writeString(repository.resolve("go.mod"), "module example.com/r\n\ngo 1.23\n");
    Files.writeString(repository.resolve("m.go"), Files.readString(root.resolve("m.go")));
    assertThat(CommandRun.of("check", "--target", TARGET, repository.toString()).exit())
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void rulesCanBeSwitchedOffAndPathsIgnored() throws IOException {
    write("untether.yaml", "rules:\n  linkname-rejected: note\n  signature-changed: off\n");
    assertThat(check().exit()).isEqualTo(ExitCode.OK);
    write("untether.yaml", "ignore: [m.go]\n");
    assertThat(check("--fail-on", "note").exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void mistakesInTheConfigurationAreUsageErrorsWithTheirPlace() throws IOException {
    write("untether.yaml", "rule: {}\n");
    CommandRun run = check();
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("untether.yaml:1:1: error: unknown key `rule`; nearest: rules");
  }

  @Test
  void sarifHoldsWhatACommentKeepsQuiet() throws IOException {
    write(
        "m.go",
        "//untether:ignore linkname-rejected,signature-changed until=go1.99 the fix is in review\n"
            + Files.readString(root.resolve("m.go")));
    CommandRun run = check("--format", "sarif");
    assertThat(run.out())
        .startsWith("{\"$schema\":")
        .contains(
            "\"suppressions\":[{\"kind\":\"inSource\",\"justification\":\"the fix is in review\"}]");
  }

  private CommandRun check(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "check";
    args[1] = "--target";
    args[2] = TARGET;
    args[3] = root.toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandRun.of(args);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }
}
