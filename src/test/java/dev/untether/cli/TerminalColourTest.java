package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment cannot be changed in this process, so these runs have one of their own. */
final class TerminalColourTest {
  @TempDir Path scratch;

  @BeforeEach
  void module() {
    Module.in(scratch.resolve("module")).write("asm_arm64.s", Module.CROSSCALL2);
  }

  @Test
  void aTerminalGetsColours() throws Exception {
    assertThat(run(Map.of())).contains("\u001b[");
  }

  @Test
  void noColorInTheEnvironmentIsObeyed() throws Exception {
    assertThat(run(Map.of("NO_COLOR", "1"))).startsWith("diff --git ").doesNotContain("\u001b");
  }

  @Test
  void theOptionBeatsTheEnvironment() throws Exception {
    assertThat(run(Map.of("NO_COLOR", "1"), "--color", "always")).contains("\u001b[");
  }

  private String run(Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    Path out = scratch.resolve("out");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = Optional.ofNullable(System.getProperty("java.class.path")).orElseThrow();
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-Duntether.terminal=true",
            "-cp",
            classPath,
            Main.class.getName(),
            "migrate",
            scratch.resolve("module").toString());
    builder.command().addAll(List.of(options));
    builder.environment().remove("NO_COLOR");
    builder.environment().put("TERM", "xterm");
    builder.environment().putAll(environment);
    Process process =
        builder.redirectOutput(out.toFile()).redirectError(scratch.resolve("err").toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.OK);
    return Files.readString(out);
  }
}
