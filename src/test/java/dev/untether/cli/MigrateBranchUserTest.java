package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.ChildJvm;
import dev.untether.cli.option.ExitCode;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate --branch} as a user with a configuration of their own: processes of their own. */
final class MigrateBranchUserTest {
  @TempDir Path scratch;
  private Path home = Path.of("");
  private GitModule repository = new GitModule(new Module(Path.of("")));

  @BeforeEach
  void repository() throws IOException {
    home = Files.createDirectories(scratch.resolve("home"));
    repository = GitModule.in(scratch.resolve("clone"));
    repository.git("config", "--unset", "user.name");
    repository.git("config", "--unset", "user.email");
  }

  @Test
  void withoutANameThereIsNoCommitAndNobodyIsMadeUp() throws Exception {
    Ended run = migrate("--branch", "b");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("git config --global user.name");
    assertThat(repository.git("branch", "--list", "b")).isEmpty();
  }

  @Test
  void aNameFromAConditionalIncludeIsFound() throws Exception {
    configure("[includeIf \"gitdir:" + scratch.toRealPath() + "/\"]\n\tpath = work\n");
    Files.writeString(home.resolve("work"), "[user]\n\tname = Worker\n\temail = w@example.com\n");

    Ended run = migrate("--branch", "b");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(repository.git("log", "-1", "--format=%an <%ae>", "b"))
        .isEqualTo("Worker <w@example.com>");
  }

  @Test
  void gpgSignsAsGitIsConfigured() throws Exception {
    Command.assumePresent("gpg");
    // Sockets of gpg have short names.
    Path keys = Files.createTempDirectory("utg");
    try {
      Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
      String gpg = "#!/bin/sh\nexec gpg --homedir " + keys + " \"$@\"\n";
      Path program = Files.writeString(home.resolve("gpg"), gpg);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      String person = "Signer <s@example.com>";
      new Command(scratch)
          .run(
              new byte[0],
              program.toString(),
              "--batch",
              "--quiet",
              "--passphrase",
              "",
              "--quick-generate-key",
              person,
              "ed25519",
              "sign");
      configure("[user]\n\tname = Signer\n\temail = s@example.com\n[gpg]\n\tprogram = " + program);

      Ended run = migrate("--branch", "b", "--sign");

      assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
      repository.git("-c", "gpg.program=" + program, "verify-commit", "b");
      assertThat(repository.git("fsck", "--strict")).isEmpty();
    } finally {
      new Command(scratch)
          .run(new byte[0], "gpgconf", "--homedir", keys.toString(), "--kill", "all");
      delete(keys);
    }
  }

  @Test
  void nothingIsLeftInTheHomeOrTheTemporaryDirectory() throws Exception {
    configure("[user]\n\tname = N\n\temail = n@example.com\n");

    Ended run = migrate("--branch", "b");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(GitModule.files(home)).containsOnlyKeys(".gitconfig");
    try (Stream<Path> left = Files.list(scratch.resolve("tmp"))) {
      assertThat(left.filter(path -> !path.toString().contains("hsperfdata_"))).isEmpty();
    }
  }

  private void configure(String text) throws IOException {
    Files.writeString(home.resolve(".gitconfig"), text);
  }

  private record Ended(int exit, String err) {}

  private Ended migrate(String... arguments) throws Exception {
    Path temporary = Files.createDirectories(scratch.resolve("tmp"));
    List<String> command =
        ChildJvm.command(
            Main.class,
            "-Duser.home=" + home,
            "-Djava.io.tmpdir=" + temporary,
            "-XX:TieredStopAtLevel=1");
    command.add("migrate");
    command.addAll(List.of(arguments));
    command.add(repository.module().path());
    Path err = scratch.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("GIT_") || name.equals("EMAIL"));
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", home.toString(),
                "XDG_CONFIG_HOME", home.resolve("xdg").toString(),
                "GIT_CONFIG_NOSYSTEM", "1"));
    Process process =
        builder.redirectError(err.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return new Ended(process.waitFor(), Files.readString(err, UTF_8));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
