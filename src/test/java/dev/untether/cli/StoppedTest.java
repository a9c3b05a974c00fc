package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that is told to end in the middle of a proof leaves nothing behind. */
@EnabledOnOs(OS.LINUX)
final class StoppedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;
  private Path temporary = Path.of("");
  private Path goroot = Path.of("");
  private Module module = new Module(Path.of(""));

  @BeforeEach
  void aGoCommandThatNeverEnds() throws IOException {
    Path root = directory.toRealPath();
    temporary = Files.createDirectories(root.resolve("tmp"));
    goroot = root.resolve("go");
    Files.createDirectories(goroot.resolve("bin"));
    Files.writeString(goroot.resolve("VERSION"), "go1.26.1\n");
    Path go = goroot.resolve("bin/go");
    Files.writeString(
        go,
        """
        #!/bin/sh
        /bin/sleep 600 &
        echo "$$ $!" > %s/pids.part
        /bin/mv %s/pids.part %s/pids
        wait
        """
            .replace("%s", root.toString()));
    Files.setPosixFilePermissions(go, PosixFilePermissions.fromString("rwxr-xr-x"));
    module = new Module(Files.createDirectories(root.resolve("m")));
    module.write("go.mod", "module example.com/m\n\ngo 1.24\n");
    module.write("asm_arm64.s", Module.CROSSCALL2);
  }

  @Test
  void itsTemporaryDirectoryAndTheProcessesThatItStartedGo() throws Exception {
    Process program = start("verify", module.path());

    List<Long> pids = startedProcesses();
    assertThat(temporary).isNotEmptyDirectory();
    program.destroy();

    assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(128 + 15);
    assertThat(temporary).isEmptyDirectory();
    assertThat(pids).hasSize(2).noneMatch(StoppedTest::runs);
  }

  @Test
  void nothingIsWrittenThatWasNotProven() throws Exception {
    Process program = start("migrate", "--verify", "--write", module.path());

    startedProcesses();
    program.destroy();

    assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(module.directory().resolve("asm_arm64.s")).hasContent(Module.CROSSCALL2);
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        ChildJvm.command(
            Main.class,
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            "-Duser.home=" + directory);
    command.addAll(List.of(arguments));
    command.addAll(List.of("--go", "1.26", "--target", "linux/arm64"));
    command.addAll(List.of("--goroot", goroot.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("XDG_CACHE_HOME");
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
    return builder.start();
  }

  private List<Long> startedProcesses() throws Exception {
    Path pids = directory.toRealPath().resolve("pids");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(pids)) {
      assertThat(System.nanoTime()).as(this::log).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return Stream.of(Files.readString(pids).strip().split(" ", -1)).map(Long::valueOf).toList();
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static boolean runs(long pid) {
    try {
      // Killed, and perhaps not yet buried: in a container nobody may care to.
      String state = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return !state.substring(state.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return false;
    }
  }
}
