package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessCommandsTest {
  private static final Path SHIPPED = Path.of("src/main/resources/dev/untether/access/go1.27.bin");

  @TempDir Path directory;

  private static CommandRun access(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "access";
    System.arraycopy(args, 0, all, 1, args.length);
    return CommandRun.of(all);
  }

  @Test
  void symbolIsShownOverItsLife() {
    CommandRun run = access("show", "runtime.gogo", "--target", "linux/amd64");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("runtime.gogo\n")
        .contains(
            "assembly function ABI0, wrapper ABIInternal in runtime",
            "linkname: rejected (not-pushed); assembly: rejected (not-pushed)",
            "1.23.5 .. 1.26.11",
            "    at runtime/asm_amd64.s:");
  }

  @Test
  void knownUsersStandBelowASymbol() {
    assertThat(access("show", "runtime.load_g").out())
        .contains("*/386 */amd64 */wasm\n    not defined")
        .endsWith("known users, by Go's own comments: github.com/ebitengine/purego\n");
  }

  @Test
  void packageIsATableOfTheNewestRelease() {
    CommandRun run = access("show", "internal/cpu", "--target", "linux/amd64");

    assertThat(run.out().lines().findFirst().orElse("")).startsWith("SYMBOL");
    assertThat(run.out()).contains("internal/cpu.X86", "internal/cpu.cpuid").doesNotContain("1.26");
  }

  @Test
  void jsonHasAnObjectForEachReleaseAndGroup() {
    CommandRun run =
        access(
            "show",
            "runtime.nanotime",
            "--go",
            "1.26..1.27",
            "--format",
            "jsonl",
            "--target",
            "linux/amd64");

    assertThat(run.out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"schemaVersion\":1,\"kind\":\"access-symbol\""))
        .allMatch(line -> line.contains("\"signature\":\"() int64\""));
  }

  @Test
  void releasesAreComparedBothWays() {
    CommandRun run = access("diff", "1.26", "1.27", "runtime");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("1.26.11 -> 1.27.4\n")
        .contains("newly rejected, linkname pulls: ", "newly rejected, references from assembly: ")
        .contains("  runtime.gogo  ")
        .doesNotContain("net/http.");
  }

  @Test
  void targetsAreGroupedInAComparison() {
    assertThat(access("diff", "1.26", "1.27", "runtime", "--target", "all").out())
        .containsPattern("runtime\\.save_g +\\*/arm64");
  }

  @Test
  void dataFileStandsForARelease() {
    assertThat(access("diff", SHIPPED.toString(), "1.27").out()).isEqualTo("1.27.4 -> 1.27.4\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show runtime.nosuch | nearest: ",
        "show runtime.gogo --go 1.29 | no data for Go 1.29, so all of it is unknown; nearest known: Go 1.27",
        "show runtime.gogo --go 1.19..1.22 | nearest known: Go 1.21",
        "show runtime.gogo --go tip | --go tip: expected a release or a range",
        "show runtime.gogo --go 1.27 --goroot src | give only one",
        "show runtime.gogo --goroot src/main | no Go installation with its sources",
        "show runtime.gogo --format html | expected text or jsonl",
        "show runtime.gogo --target linux/amd46 | unknown target",
        "diff 1.26 | Missing required parameter: 'TO'",
        "diff 1.20 1.27 | no data for Go 1.20",
        "diff 1.26 1.21..1.27 | expected one release, no range",
        "diff 1.26 no-such-file | neither a release such as 1.27, nor a GOROOT, nor a file",
        "diff 1.26 1.27 net/htp | nearest: net/http",
        "diff 1.26 src/main | no Go installation with its sources",
        "import | Missing required option",
        "import --goroot src/main | no Go installation with its sources",
        "frobnicate | Unmatched argument",
      })
  void argumentsWithoutSenseAreRefused(String args, String said) {
    CommandRun run = access(args.split(" ", -1));

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(said);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void truncatedFileIsRefusedByName() throws IOException {
    Path cut = directory.resolve("cut.bin");
    byte[] whole = Files.readAllBytes(SHIPPED);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    CommandRun run = access("diff", "1.26", cut.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains(cut + ": the symbol access data is truncated or was changed");
  }

  @Test
  void installationWithoutTheLinkerIsRefused() throws IOException {
    Path file = directory.resolve("src/internal/goversion/goversion.go");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, "package goversion\nconst Version = 27\n");
    Path out = directory.resolve("out.bin");

    CommandRun run = access("import", "--goroot", directory.toString(), "-o", out.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("loader.go");
    assertThat(out).doesNotExist();
  }
}
