package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToolchainsTest {
  private static final String SCRIPT = "#!/bin/sh\n";

  @TempDir Path directory;

  @Test
  void theNewestPatchOfAReleaseWins() throws IOException {
    Path old = FakeGo.create(directory, "go1.26.2", SCRIPT).root();
    Path newer = FakeGo.create(directory, "go1.26.11", SCRIPT).root();
    FakeGo.create(directory, "go1.27rc1", SCRIPT);

    Toolchains found = find(List.of(old, newer, directory.resolve("go1.27rc1")), Map.of());

    assertThat(found.of(26)).map(Toolchain::version).contains("go1.26.11");
    assertThat(found.of(27)).map(Toolchain::version).contains("go1.27rc1");
    assertThat(found.of(25)).isEmpty();
  }

  @Test
  void aReleaseWinsOverWhatCameBeforeIt() throws IOException {
    Path candidate = FakeGo.create(directory, "go1.27rc2", SCRIPT).root();
    Path release = FakeGo.create(directory, "go1.27.0", SCRIPT).root();

    assertThat(find(List.of(candidate, release), Map.of()).of(27))
        .map(Toolchain::version)
        .contains("go1.27.0");
  }

  @Test
  void whatTheUserNamesWinsOverNewerOnes() throws IOException {
    Path named = FakeGo.create(directory, "go1.26.1", SCRIPT).root();
    Path onPath = FakeGo.create(directory, "go1.26.9", SCRIPT).root();

    Toolchains found = find(List.of(named), Map.of("PATH", onPath.resolve("bin").toString()));

    assertThat(found.of(26)).map(Toolchain::root).contains(named);
  }

  @Test
  void aLinkOnThePathLeadsToTheInstallation() throws IOException {
    Path root = FakeGo.create(directory, "go1.26.9", SCRIPT).root();
    Path bin = Files.createDirectories(directory.resolve("elsewhere"));
    Files.createSymbolicLink(bin.resolve("go"), root.resolve("bin/go"));

    Toolchains found = find(List.of(), Map.of("PATH", ":/nonexistent:" + bin));

    assertThat(found.of(26)).map(Toolchain::root).contains(root.toRealPath());
  }

  @Test
  void downloadsForThisMachineAreFoundAndThoseForOthersAreNot() throws IOException {
    Path cache = Files.createDirectories(directory.resolve("cache/golang.org"));
    String host = Host.goos() + "-" + Host.goarch();
    Path made = FakeGo.create(directory, "go1.25.3", SCRIPT).root();
    Files.move(made, cache.resolve("toolchain@v0.0.1-go1.25.3." + host));
    made = FakeGo.create(directory, "go1.24.1", SCRIPT).root();
    Files.move(made, cache.resolve("toolchain@v0.0.1-go1.24.1.plan9-386"));

    Toolchains found = Toolchains.find(List.of(), Map.of(), List.of(directory.resolve("cache")));

    assertThat(found.releases()).containsExactly(25);
  }

  @Test
  void whatHasNoGoCommandOrNoVersionIsNoToolchain() throws IOException {
    Path noProgram = Files.createDirectories(directory.resolve("a"));
    Files.writeString(noProgram.resolve("VERSION"), "go1.26.1\n");
    Path noVersion = FakeGo.create(directory, "go1.26.2", SCRIPT).root();
    Files.writeString(noVersion.resolve("VERSION"), "whatever\n");
    Path endless = FakeGo.create(directory, "go1.26.3", SCRIPT).root();
    Files.writeString(endless.resolve("VERSION"), "go1.26.3\n".repeat(1000));

    assertThat(find(List.of(noProgram, noVersion, endless), Map.of()).releases()).isEmpty();
  }

  private static Toolchains find(List<Path> given, Map<String, String> environment) {
    return Toolchains.find(given, environment, List.of());
  }
}
