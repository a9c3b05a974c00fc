package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.untether.cli.option.GoCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The go command is asked with bounds: no network, no writes, not for ever. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
final class GoCommandTest {
  @TempDir Path scratch;

  @Test
  void runsInTheDirectoryGivenAndReturnsWhatIsPrinted() throws Exception {
    GoCommand go = go("echo \"$1 in $(pwd -P)\"; echo noise >&2");

    assertThat(printed(go)).isEqualTo("list in " + scratch.toRealPath() + "\n");
  }

  @Test
  void hasNeitherNetworkNorOtherToolchainsNorFlagsOfTheUser() throws Exception {
    GoCommand go = go("echo $GOFLAGS $GOPROXY $GOTOOLCHAIN $GOVCS $KEPT");

    assertThat(printed(go)).isEqualTo("-mod=readonly off local *:off yes\n");
  }

  @Test
  void saysWhyItFailed() {
    assertThatThrownBy(() -> printed(go("echo 'go.mod is  bad' >&2; exit 1")))
        .isInstanceOf(IOException.class)
        .hasMessage("it failed: go.mod is bad");
  }

  @Test
  void isGivenUpWhenItTakesTooLong() {
    assertThatThrownBy(() -> printed(go("sleep 50", Duration.ofMillis(300))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("took longer than");
  }

  @Test
  @Timeout(20)
  void doesNotWaitForAChildThatKeepsTheOutputOpen() {
    // Whether the output ends with the process or stays open with its child is up to the JDK: it
    // closes the pipe when the process ends, unless somebody is reading from it at that moment.
    assertThat(catchThrowable(() -> printed(go("sleep 50 &", Duration.ofMillis(300)))))
        .satisfiesAnyOf(
            nothing -> assertThat(nothing).isNull(),
            givenUp ->
                assertThat(givenUp)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("took longer than"));
  }

  @Test
  void isGivenUpWhenItPrintsTooMuch() {
    assertThatThrownBy(() -> printed(go("while :; do head -c 1000000 /dev/zero; done")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("printed more than");
  }

  @Test
  void isNotLookedForInTheAnalysedTree() throws IOException {
    script(scratch.resolve("go"), "echo bad");

    assertThat(GoCommand.find(Map.of("PATH", ".:relative:"))).isEmpty();
    assertThat(GoCommand.find(Map.of("PATH", ".:" + scratch))).isPresent();
  }

  @Test
  void isNoFileThatCannotBeRun() throws IOException {
    Files.writeString(scratch.resolve("go"), "");

    assertThat(GoCommand.find(Map.of("PATH", scratch.toString()))).isEmpty();
    assertThat(GoCommand.find(Map.of())).isEmpty();
  }

  private String printed(GoCommand go) throws IOException, InterruptedException {
    return new String(go.run(scratch, "list").readAllBytes(), UTF_8);
  }

  private GoCommand go(String script) throws IOException {
    return go(script, Duration.ofSeconds(30));
  }

  private GoCommand go(String script, Duration patience) throws IOException {
    Path program = script(scratch.resolve("go"), script);
    Map<String, String> environment =
        Map.of(
            "PATH", System.getenv("PATH"),
            "GOFLAGS", "-mod=mod",
            "GOPROXY", "https://proxy.example",
            "GOTOOLCHAIN", "auto",
            "KEPT", "yes");
    return new GoCommand(program, environment, patience);
  }

  static Path script(Path program, String script) throws IOException {
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
