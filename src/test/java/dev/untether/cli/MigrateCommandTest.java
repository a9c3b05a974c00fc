package dev.untether.cli;

import static dev.untether.cli.Module.CROSSCALL2;
import static dev.untether.cli.Module.MIGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.report.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrateCommandTest {
  @TempDir Path scratch;
  private Module module = new Module(Path.of(""));

  @BeforeEach
  void module() {
    module = Module.in(scratch.resolve("module"));
    module.write("asm_arm64.s", CROSSCALL2);
  }

  // The dry run.

  @Test
  void withoutWriteNothingIsChanged() throws IOException {
    Path file = module.directory().resolve("asm_arm64.s");
    FileTime old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(file, old);

    CommandRun run = CommandRun.of("migrate", module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("-\tBL\truntime·load_g(SB)\n");
    assertThat(module.read("asm_arm64.s")).isEqualTo(CROSSCALL2);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
    assertThat(namesIn(module.directory())).containsExactly("asm_arm64.s", "go.mod");
  }

  @Test
  void pageShowsTheSameDiffAndWhatWasRefused() {
    module.write("refused_arm64.s", CROSSCALL2.replace("\tMOVD\tR30, R19", "\tB\t2(PC)"));

    CommandRun run = CommandRun.of("migrate", "--format", "html", module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("<!DOCTYPE html>")
        .contains("1 file changes", "<span class=\"removed\">-\tBL\truntime·load_g(SB)")
        .contains("Refused", "refused_arm64.s:3:2")
        .doesNotContain("real toolchain");
  }

  @Test
  void theSummaryCountsAndSaysWhatToDoNext() {
    CommandRun run =
        CommandRun.of("migrate", "--recipe", "drop-load-g-from-crosscall2", module.path());

    assertThat(run.err())
        .isEqualTo(
            "1 file would change, 0 places refused; 1 recipe, 1 file read. Nothing was"
                + " written; --write does that. The diff applies in "
                + module.path()
                + "\n");
  }

  @Test
  void nothingToDoIsASuccessWithoutOutput() {
    module.write("asm_arm64.s", MIGRATED);

    CommandRun run = CommandRun.of("migrate", module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.bytes()).isEmpty();
    assertThat(run.err()).startsWith("0 files would change").doesNotContain("--write");
  }

  @Test
  void theDiffOfAnAbsolutePathAppliesInThatDirectory() {
    byte[] diff = CommandRun.of("migrate", module.path()).bytes();

    new Command(module.directory()).run(diff, "git", "apply");

    assertThat(module.read("asm_arm64.s")).isEqualTo(MIGRATED);
  }

  @Test
  void theDiffOfARelativePathAppliesInTheCurrentDirectory() {
    Module relative = Module.belowCurrentDirectory();
    relative.write("p/asm_arm64.s", CROSSCALL2);
    Path copy = scratch.resolve("copy");
    CommandRun.copy(relative.directory(), copy.resolve(relative.path()));

    CommandRun run = CommandRun.of("migrate", relative.path());

    assertThat(run.out()).contains("\n--- a/" + relative.path() + "/p/asm_arm64.s\n");
    new Command(copy).run(run.bytes(), "git", "apply");
    assertThat(copy.resolve(relative.path()).resolve("p/asm_arm64.s")).hasContent(MIGRATED);
  }

  @Test
  void thePatchFileIsWhatWouldBePrinted() throws IOException {
    Path patch = scratch.resolve("load_g.patch");

    CommandRun run = CommandRun.of("migrate", "--patch", patch.toString(), module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.bytes()).isEmpty();
    assertThat(Files.readAllBytes(patch))
        .isEqualTo(CommandRun.of("migrate", module.path()).bytes());
    assertThat(module.read("asm_arm64.s")).isEqualTo(CROSSCALL2);
  }

  @Test
  void theResultGoesToTheFileAfterO() throws IOException {
    Path file = scratch.resolve("out.diff");

    CommandRun run = CommandRun.of("migrate", "-o", file.toString(), module.path());

    assertThat(run.bytes()).isEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(CommandRun.of("migrate", module.path()).bytes());
  }

  @Test
  void checkTellsByItsExitCodeWhetherAChangeIsPending() {
    assertThat(CommandRun.of("migrate", "--check", module.path()).exit())
        .isEqualTo(ExitCode.FINDINGS);
    module.write("asm_arm64.s", MIGRATED);
    assertThat(CommandRun.of("migrate", "--check", module.path()).exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void checkAndWriteContradictEachOther() {
    CommandRun run = CommandRun.of("migrate", "--check", "--write", module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(module.read("asm_arm64.s")).isEqualTo(CROSSCALL2);
  }

  // Colours and verbosity.

  @Test
  void colourIsForTerminalsUnlessAskedFor() {
    assertThat(CommandRun.of("migrate", module.path()).out()).doesNotContain("\u001b");
    assertThat(CommandRun.of("migrate", "--color", "always", module.path()).out())
        .contains("\u001b[");
    assertThat(CommandRun.of("migrate", "--color", "never", module.path()).out())
        .doesNotContain("\u001b");
  }

  @Test
  void aPatchFileIsNeverColoured() throws IOException {
    Path patch = scratch.resolve("p");
    CommandRun.of("migrate", "--color", "always", "--patch", patch.toString(), module.path());
    assertThat(Files.readString(patch)).startsWith("diff --git ").doesNotContain("\u001b");
  }

  @Test
  void quietLeavesTheDiffAlone() {
    CommandRun run = CommandRun.of("migrate", "-q", module.path());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("diff --git ");
  }

  @Test
  void verboseTellsWhatWasSkippedAndShowsTheLines() {
    module.write("asm_amd64.s", "TEXT crosscall2(SB), 4, $0\n\tCALL\truntime·cgocallback(SB)\n");

    CommandRun run = CommandRun.of("migrate", "-v", module.path());

    assertThat(run.errLines())
        .startsWith(
            "asm_amd64.s:1:1: note: nothing to do: crosscall2 has no call of runtime.load_g"
                + " [drop-load-g-from-crosscall2]",
            " 1 | TEXT crosscall2(SB), 4, $0",
            "   | ^");
    assertThat(CommandRun.of("migrate", module.path()).err())
        .doesNotContain("nothing to do:")
        .contains("1 function with nothing to do (-v tells why)");
  }

  // Writing.

  @Test
  void writeChangesTheFilesAndNothingTheSecondTime() throws IOException {
    CommandRun first = CommandRun.of("migrate", "--write", module.path());

    assertThat(first.exit()).isEqualTo(ExitCode.OK);
    assertThat(first.bytes()).isEmpty();
    assertThat(first.err()).startsWith("1 file changed, 0 places refused");
    assertThat(module.read("asm_arm64.s")).isEqualTo(MIGRATED);
    assertThat(namesIn(module.directory())).containsExactly("asm_arm64.s", "go.mod");

    FileTime old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(module.directory().resolve("asm_arm64.s"), old);
    CommandRun second = CommandRun.of("migrate", "--write", module.path());
    assertThat(second.err()).startsWith("0 files changed");
    assertThat(Files.getLastModifiedTime(module.directory().resolve("asm_arm64.s"))).isEqualTo(old);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rwxr-xr-x", "r--r--r--"})
  void writeKeepsThePermissions(String permissions) throws IOException {
    Path file = module.directory().resolve("asm_arm64.s");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    CommandRun.of("migrate", "--write", module.path());

    assertThat(file).hasContent(MIGRATED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void writeKeepsLineEndingsAndAMissingFinalNewline(String newline) {
    module.write("asm_arm64.s", CROSSCALL2.replace("\n", newline).stripTrailing());

    CommandRun.of("migrate", "--write", module.path());

    assertThat(module.read("asm_arm64.s"))
        .isEqualTo(MIGRATED.replace("\n", newline).stripTrailing());
  }

  @Test
  void writeThroughANamedLinkChangesItsTargetAndKeepsTheLink() throws IOException {
    Path link =
        Files.createSymbolicLink(
            scratch.resolve("link_arm64.s"), module.directory().resolve("asm_arm64.s"));

    CommandRun.of("migrate", "--write", link.toString());

    assertThat(link).isSymbolicLink();
    assertThat(module.read("asm_arm64.s")).isEqualTo(MIGRATED);
  }

  @Test
  void aLinkBesideItsTargetIsLeftAloneAndTheReasonTold() throws IOException {
    Files.createSymbolicLink(module.directory().resolve("link_arm64.s"), Path.of("asm_arm64.s"));

    CommandRun run = CommandRun.of("migrate", module.path());

    assertThat(run.out()).doesNotContain("link_arm64.s");
    assertThat(run.errLines())
        .contains(
            "link_arm64.s: warning: not changed: it is a symbolic link; run untether on the file"
                + " that it leads to [drop-load-g-from-crosscall2]");
    new Command(module.directory()).run(run.bytes(), "git", "apply");
    assertThat(CommandRun.of("migrate", "--check", module.path()).exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aFileThatChangedMeanwhileIsNotOverwritten() throws Exception {
    // A patch that does not fit into the pipe holds the run between reading and writing.
    for (int i = 0; i < 400; i++) {
      module.write("p" + i + "/asm_arm64.s", CROSSCALL2);
    }
    Path pipe = scratch.resolve("pipe");
    new Command(scratch).run(new byte[0], "mkfifo", "pipe");
    Thread somebody =
        new Thread(
            () -> {
              try (var in = Files.newInputStream(pipe)) {
                module.write("asm_arm64.s", "// mine\n");
                in.readAllBytes();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    somebody.start();

    CommandRun run = CommandRun.of("migrate", "--write", "--patch", pipe.toString(), module.path());

    somebody.join();
    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(module.read("asm_arm64.s")).isEqualTo("// mine\n");
    assertThat(module.read("p7/asm_arm64.s")).isEqualTo(MIGRATED);
    assertThat(run.errLines())
        .contains(
            "asm_arm64.s: error: not written: it changed while untether ran; run untether again"
                + " [unwritable-file]")
        .anyMatch(line -> line.startsWith("400 files changed"));
  }

  // Several PATHs.

  @Test
  void severalAbsolutePathsAreNamedFromTheDirectoryAboveThem() {
    module.write("a/asm_arm64.s", CROSSCALL2);
    module.write("b/asm_arm64.s", CROSSCALL2);

    CommandRun run = CommandRun.of("migrate", module.path("a"), module.path("b"));

    assertThat(run.out()).contains("a/a/asm_arm64.s b/a/asm_arm64.s", "a/b/asm_arm64.s b/b/asm_ar");
    new Command(module.directory()).run(run.bytes(), "git", "apply");
    assertThat(module.read("a/asm_arm64.s")).isEqualTo(MIGRATED);
    assertThat(module.read("b/asm_arm64.s")).isEqualTo(MIGRATED);
  }

  @Test
  void aFileThatTwoPathsReachIsChangedOnce() {
    CommandRun run =
        CommandRun.of(
            "migrate", "--write", module.path(), module.path("asm_arm64.s"), module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).startsWith("1 file changed").contains("1 file read");
    assertThat(module.read("asm_arm64.s")).isEqualTo(MIGRATED);
  }

  @Test
  void aFileAsPathIsMigratedAlone() {
    module.write("other_arm64.s", CROSSCALL2);

    CommandRun.of("migrate", "--write", module.path("other_arm64.s"));

    assertThat(module.read("asm_arm64.s")).isEqualTo(CROSSCALL2);
    assertThat(module.read("other_arm64.s")).isEqualTo(MIGRATED);
  }

  @Test
  void aDirectoryInADirectoryOfTheSameNameKeepsBothNames() {
    Module relative = Module.belowCurrentDirectory();
    relative.write(relative.path() + "/asm_arm64.s", CROSSCALL2.replace("runtime·cgo", "other·"));

    CommandRun run = CommandRun.of("migrate", relative.path());

    String twice = relative.path() + "/" + relative.path() + "/asm_arm64.s:3:2: warning";
    assertThat(run.err()).startsWith(twice);
  }

  // Targets and generated files.

  @Test
  void onlyFilesOfTheTargetsAskedForAreChanged() {
    module.write("asm_s390x.s", CROSSCALL2.replace("MOVD\tR30, R19", "XOR\tR0, R0"));

    CommandRun run = CommandRun.of("migrate", "--target", "linux/s390x", module.path());

    assertThat(run.out()).contains("asm_s390x.s").doesNotContain("asm_arm64.s");
  }

  @Test
  void aGeneratedFileIsRefusedWithTheReason() {
    String generated = "// Code generated by mkasm. DO NOT EDIT.\n" + CROSSCALL2;
    module.write("asm_arm64.s", generated);

    CommandRun run = CommandRun.of("migrate", "--write", module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(module.read("asm_arm64.s")).isEqualTo(generated);
    assertThat(run.errLines())
        .first()
        .asString()
        .startsWith("asm_arm64.s:4:2: warning: not changed: the file is generated")
        .contains("change its generator");
    assertThat(run.err()).contains("1 place refused");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void theNumberOfJobsDoesNotShow(int jobs) {
    for (int i = 0; i < 40; i++) {
      module.write("p" + i + "/asm_arm64.s", CROSSCALL2);
      module.write("p" + i + "/bad_arm64.s", new byte[] {0});
    }
    CommandRun run = CommandRun.of("migrate", "--jobs", String.valueOf(jobs), module.path());

    CommandRun expected = CommandRun.of("migrate", "--jobs", "3", module.path());
    assertThat(run).isEqualTo(expected);
    assertThat(run.out().lines().filter(line -> line.startsWith("diff --git ")))
        .hasSize(41)
        .isSorted();
  }

  private static List<String> namesIn(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }
}
