package dev.untether.cli;

import static dev.untether.cli.Module.CROSSCALL2;
import static dev.untether.cli.Module.MIGRATED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.report.Command;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with the input: a message that names the file and says what to do, the right
 * exit code, and the rest is done.
 */
@Timeout(120)
final class BadInputTest {
  private static final String PULL =
      """
      package p

      import _ "unsafe"

      //go:linkname now runtime.nanotime
      func now() int64
      """;

  @TempDir Path scratch;
  private Module module = new Module(Path.of(""));

  @BeforeEach
  void module() {
    module = Module.in(scratch.resolve("module"));
    module.write("asm_arm64.s", CROSSCALL2);
  }

  /** Migrates, expecting {@code line} among the messages and the good file to be migrated. */
  private void assertReportedAndTheRestDone(int exit, String line) {
    CommandRun run = CommandRun.of("migrate", "-v", "--write", module.path());

    assertThat(run.errLines()).contains(line);
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(module.read("asm_arm64.s")).isEqualTo(MIGRATED);

    CommandRun scan = CommandRun.of("scan", "-v", module.path());
    assertThat(scan.errLines()).contains(line);
    assertThat(scan.exit()).isEqualTo(exit);
    assertThat(scan.out()).contains("asm_arm64.s:3:5: call runtime.cgocallback");
  }

  // Arguments.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scan|--format|xml|--format xml: scan prints text or jsonl",
        "migrate|--format|sarif|--format sarif: migrate prints diff or html",
        "scan|--jobs|0|--jobs 0: expected 1 to 1024",
        "scan|--jobs|100000|--jobs 100000: expected 1 to 1024",
        "scan|--color|sometimes|--color sometimes: expected auto, always or never",
        "scan|--target|linux/arm65|"
            + "--target: unknown target \"linux/arm65\"; nearest: linux/arm64, linux/arm, linux/amd64 (or all)",
        "scan|--target|arm64|--target: unknown target \"arm64\"; nearest: */arm64, */amd64, */arm (or all)",
        "migrate|--target|plan10/386|"
            + "--target: unknown target \"plan10/386\"; nearest: plan9/386, linux/386, plan9/* (or all)",
        "scan|--go|1.5|--go 1.5: the releases known are 1.21..1.27",
        "scan|--go|new|--go new: expected a release or a range such as 1.23..1.27",
        "migrate|--recipe|drop-loadg|--recipe: no recipe \"drop-loadg\"; nearest: drop-load-g-from-crosscall2",
      })
  void anArgumentThatMakesNoSenseIsNamedWithWhatIsExpected(
      String command, String option, String value, String message) {
    CommandRun run = CommandRun.of(command, option, value, module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.bytes()).isEmpty();
    assertThat(run.err()).startsWith("untether: " + message);
    assertThat(run.errLines())
        .hasSize(2)
        .last()
        .isEqualTo("`untether " + command + " --help` tells more.");
    assertThat(module.read("asm_arm64.s")).isEqualTo(CROSSCALL2);
  }

  @Test
  void aMistypedCommandIsRecognised() {
    CommandRun run = CommandRun.of("scna");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'scna'", "Did you mean: untether scan?");
  }

  @ParameterizedTest
  @CsvSource({"'',an empty PATH; use .", "./foo...,a pattern may only end in /..."})
  void aPathThatIsNoneIsAUsageError(String path, String message) {
    CommandRun run = CommandRun.of("scan", path);

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
  }

  // Places.

  @ParameterizedTest
  @ValueSource(strings = {"scan", "migrate"})
  void aPathThatDoesNotExistIsNamedAndTheOthersAreDone(String command) {
    String missing = module.path("missing");

    CommandRun run = CommandRun.of(command, missing, module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).startsWith(missing + ": error: does not exist [unreadable-file]\n");
    assertThat(run.out()).contains("load_g");
  }

  @Test
  void aMissingPathAloneIsNotAlsoCalledEmpty() {
    assertThat(CommandRun.of("scan", "no/such/dir").errLines())
        .containsExactly("no/such/dir: error: does not exist [unreadable-file]");
  }

  @Test
  void noAssemblyIsSaidAndIsASuccess() {
    Module empty = Module.in(scratch.resolve("empty"));

    for (String command : List.of("scan", "migrate")) {
      CommandRun run = CommandRun.of(command, empty.path());
      assertThat(run.exit()).isEqualTo(ExitCode.OK);
      assertThat(run.bytes()).isEmpty();
      assertThat(run.err()).startsWith("no Go or assembly files found in " + empty.path());
    }
  }

  @Test
  void aFileOfAnotherKindAsPathSaysWhatIsExpected() {
    CommandRun run = CommandRun.of("scan", module.path("go.mod"));

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("is neither a directory nor a .s, .h or .go file");
  }

  @Test
  void aDirectoryNamedLikeAFileIsADirectory() {
    module.write("dir_arm64.s/inner_arm64.s", CROSSCALL2);

    assertThat(CommandRun.of("scan", module.path()).out())
        .contains("dir_arm64.s/inner_arm64.s:3:5");
  }

  @Test
  void aDanglingLinkIsReported() throws IOException {
    Files.createSymbolicLink(module.directory().resolve("gone_arm64.s"), Path.of("nowhere"));

    assertReportedAndTheRestDone(
        ExitCode.PARTIAL,
        "gone_arm64.s: error: is a symbolic link that leads nowhere; mend or remove it"
            + " [symbolic-link]");
  }

  @Test
  void loopsOfLinksAreNotFollowed() throws IOException {
    Files.createSymbolicLink(module.directory().resolve("loop"), Path.of("."));
    module.write("deep/x.go", "package deep\n");
    Files.createSymbolicLink(module.directory().resolve("deep/up"), Path.of(".."));

    assertReportedAndTheRestDone(
        ExitCode.OK,
        "deep/up: note: is a symbolic link to a directory; it is not followed, name it to look"
            + " [symbolic-link]");
  }

  @Test
  void aLinkToItselfAsPathIsReported() throws IOException {
    Path self = Files.createSymbolicLink(scratch.resolve("self"), Path.of("self"));

    CommandRun run = CommandRun.of("scan", self.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).startsWith(self + ": error: cannot be read: ");
  }

  @Test
  void aPipeIsNotOpened() {
    new Command(module.directory()).run(new byte[0], "mkfifo", "pipe_arm64.s");

    assertReportedAndTheRestDone(
        ExitCode.PARTIAL, "pipe_arm64.s: error: is not a regular file [unreadable-file]");
    assertThat(CommandRun.of("scan", module.path("pipe_arm64.s")).err())
        .contains("is not a regular file");
  }

  @Test
  void aPipeInPlaceOfGoModOrARecipeIsNotOpened() throws IOException {
    Files.delete(module.directory().resolve("go.mod"));
    Path recipes = Files.createDirectories(scratch.resolve("recipes/piped"));
    new Command(scratch).run(new byte[0], "mkfifo", "module/go.mod", "recipes/piped/recipe.yaml");

    CommandRun run = CommandRun.of("migrate", "--recipes", recipes.toString(), module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("piped/recipe.yaml: error: is not a regular file");
    assertThat(run.out()).contains("load_g");
  }

  // Contents.

  @Test
  void aFileOfAGigabyteIsLeftOut() throws IOException {
    Path huge = module.directory().resolve("huge_arm64.s");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 30);
    }

    assertReportedAndTheRestDone(
        ExitCode.PARTIAL,
        "huge_arm64.s: error: has 1073741824 bytes; it is left out, for the limit is 268435456"
            + " bytes [file-too-large]");
  }

  @Test
  void aBinaryIsReported() {
    module.write("bin_arm64.s", new byte[] {0x7F, 'E', 'L', 'F', 0, 0, 1});

    assertReportedAndTheRestDone(
        ExitCode.PARTIAL,
        "bin_arm64.s: error: holds NUL bytes; it is not a source file [binary-file]");
  }

  @Test
  void theGnuAssemblersSyntaxIsSkipped() {
    module.write("gas_amd64.s", "\t.text\n\t.globl foo\nfoo:\n\tmov %rax, %rbx\n");

    assertReportedAndTheRestDone(
        ExitCode.OK,
        "gas_amd64.s:1:2: note: GNU assembler syntax (.text), which the Go assembler does not"
            + " read; skipped [gnu-assembly]");
  }

  @Test
  void aFileThatIsNotUtf8IsReportedAndNeverEdited() throws IOException {
    byte[] bytes = ("// caf\u00e9\n" + CROSSCALL2.replace("·", ".")).getBytes(ISO_8859_1);
    Path file = module.write("latin_arm64.s", bytes);

    assertReportedAndTheRestDone(
        ExitCode.OK,
        "latin_arm64.s: warning: not UTF-8; it is reported but never edited [not-utf-8]");
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  // Go files.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "package p\\n\\nfunc (((\\n|bad/bad.go:",
        "package p\\n\\nvar s = `never closed\\n|bad/bad.go:",
        "pakage p\\n|bad/bad.go:",
        "package p\\0\\n|bad/bad.go: error: holds NUL bytes",
      })
  void aBrokenGoFileIsReportedAndTheOthersAreRead(String text, String message) {
    module.write("good/good.go", PULL.replace("p\n", "good\n"));
    module.write(
        "bad/bad.go", text.replace("\\n", "\n").replace("\\0", "\0") + "//go:linkname x\n");
    module.write("bad/beside.go", PULL);

    CommandRun run = CommandRun.of("scan", "--all", module.path());

    assertThat(run.err()).contains(message);
    assertThat(run.out())
        .contains("good/good.go:5:1: linkname-pull runtime.nanotime")
        .contains("bad/beside.go:5:1: linkname-pull runtime.nanotime");
  }

  @Test
  void anInvalidGoModIsReportedAndThePackagesAreRead() {
    module.write("go.mod", "modul example.com/m\n\nrequire (\n");
    module.write("p/p.go", PULL);

    CommandRun run = CommandRun.of("scan", module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("go.mod:");
    assertThat(run.out()).contains("p/p.go:5:1: linkname-pull runtime.nanotime");
  }

  // Outputs.

  @ParameterizedTest
  @CsvSource({"scan,-o", "migrate,-o", "migrate,--patch"})
  void anOutputThatCannotBeWrittenIsNotABugOfOurs(String command, String option) {
    String file = scratch.resolve("no/such/dir/x").toString();

    CommandRun run = CommandRun.of(command, option, file, module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err())
        .contains("untether: " + file + ": not written: there is no directory ")
        .doesNotContain("\tat ");
  }

  @Test
  void anOutputThatIsADirectoryIsSaidToBeOne() {
    CommandRun run = CommandRun.of("migrate", "-o", scratch.toString(), module.path());

    assertThat(run.err()).contains(scratch + ": not written: it is a directory");
  }

  @Test
  void nothingIsWrittenWhenThePatchThatWasAskedForCannotBe() {
    String file = scratch.resolve("no/such/dir/x").toString();

    CommandRun run = CommandRun.of("migrate", "--write", "--patch", file, module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(module.read("asm_arm64.s")).isEqualTo(CROSSCALL2);
  }
}
