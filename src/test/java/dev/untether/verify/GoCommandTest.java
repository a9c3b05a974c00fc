package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the go command does, a proof ends, and nothing of the user's gets into it. */
@Timeout(60)
final class GoCommandTest {
  private static final Cell CELL = new Cell(26, new Target("linux", "riscv64"));

  @TempDir Path directory;

  @Test
  void theEnvironmentIsOursAlone() throws Exception {
    Run run = run("#!/bin/sh\n/usr/bin/env\n", Limits.forJobs(1));

    List<String> names =
        run.output().lines().map(line -> line.replaceFirst("=.*", "")).collect(Collectors.toList());
    // What a shell sets by itself.
    names.removeAll(List.of("PWD", "SHLVL", "_", "OLDPWD"));
    assertThat(names)
        .containsExactlyInAnyOrder(
            "CGO_ENABLED",
            "GOARCH",
            "GOCACHE",
            "GOENV",
            "GOFLAGS",
            "GOMAXPROCS",
            "GOMEMLIMIT",
            "GOMODCACHE",
            "GOOS",
            "GOPATH",
            "GOPROXY",
            "GOROOT",
            "GOSUMDB",
            "GOTELEMETRY",
            "GOTOOLCHAIN",
            "GOVCS",
            "HOME",
            "PATH",
            "TMP",
            "TMPDIR",
            "USERPROFILE");
    assertThat(run.output().lines())
        .contains(
            "CGO_ENABLED=0",
            "GOENV=off",
            "GOFLAGS=-modcacherw",
            "GOPROXY=off",
            "GOTOOLCHAIN=local",
            "GOOS=linux",
            "GOARCH=riscv64");
  }

  @Test
  void whatTakesTooLongIsStoppedWithAllItsChildren() throws Exception {
    Path mark = directory.resolve("mark");
    String script = "#!/bin/sh\n(/bin/sleep 3; echo late > " + mark + ") &\n/bin/sleep 50\n";
    Limits all = Limits.forJobs(1);
    Limits limits = new Limits(1, Duration.ofMillis(700), 100, 100, all.treeFiles(), 1 << 20);

    Run run = run(script, limits);

    assertThat(run.wasKilled()).isTrue();
    assertThat(run.millis()).isLessThan(20_000);
    Thread.sleep(4000);
    assertThat(mark).doesNotExist();
  }

  @Test
  void outputBeyondTheLimitIsReadAndDropped() throws Exception {
    String script =
        "#!/bin/sh\ni=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done\n";
    Limits all = Limits.forJobs(1);
    Limits limits = new Limits(1, all.perCommand(), 100, 100, all.treeFiles(), 1 << 20);

    Run run = run(script, limits);

    assertThat(run.succeeded()).isTrue();
    assertThat(run.isWhole()).isFalse();
    assertThat(run.output()).hasSize(100);
  }

  @Test
  void theTemporaryDirectoryIsGoneAtTheEnd() throws Exception {
    Run run = run("#!/bin/sh\necho $HOME\n: > $TMPDIR/left\n", Limits.forJobs(1));

    assertThat(Path.of(run.output().strip())).isAbsolute().doesNotExist();
  }

  private Run run(String script, Limits limits) throws IOException, InterruptedException {
    Toolchain go = FakeGo.create(directory, "go1.26.1", script);
    Path work = Files.createDirectories(directory.resolve("work"));
    Settings settings =
        new Settings(directory.resolve("caches"), Optional.empty(), false, "", false);
    try (Workspace workspace = Workspace.open(settings, limits)) {
      return new GoCommand(workspace, go, CELL).run(work, List.of("version"));
    }
  }
}
