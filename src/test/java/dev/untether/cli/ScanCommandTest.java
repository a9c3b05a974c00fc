package dev.untether.cli;

import static dev.untether.cli.Module.CROSSCALL2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanCommandTest {
  private static final Pattern FIELD = Pattern.compile("[{,]\"([a-zA-Z]+)\":");

  @TempDir Path scratch;
  private Module module = new Module(Path.of(""));

  @BeforeEach
  void module() {
    module = Module.in(scratch.resolve("module"));
  }

  @Test
  void textNamesPlaceUseSymbolFunctionAndTargets() {
    module.write("asm_freebsd_arm64.s", CROSSCALL2);

    CommandRun run = CommandRun.of("scan", module.path());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .isEqualTo(
            """
            asm_freebsd_arm64.s:3:5: call runtime.load_g in crosscall2 [freebsd/arm64]
            asm_freebsd_arm64.s:4:5: call runtime.cgocallback in crosscall2 [freebsd/arm64]
            """);
    assertThat(run.err())
        .isEqualTo("2 references to 2 symbols in 1 file; 1 assembly file and 0 Go files read\n");
  }

  @Test
  void jsonLinesHaveTheFieldsOfTheContractInItsOrder() {
    module.write("p/asm_freebsd_arm64.s", CROSSCALL2);

    CommandRun run = CommandRun.of("scan", "--format", "jsonl", module.path());

    assertThat(run.out().lines())
        .first()
        .isEqualTo(
            "{\"schemaVersion\":1,\"kind\":\"asm\",\"module\":\"example.com/m\","
                + "\"package\":\"example.com/m/p\",\"file\":\"p/asm_freebsd_arm64.s\",\"line\":3,"
                + "\"column\":5,\"symbol\":\"runtime.load_g\",\"symbolPackage\":\"runtime\","
                + "\"symbolName\":\"load_g\",\"abi\":\"ABI0\",\"static\":false,\"use\":\"call\","
                + "\"function\":\"crosscall2\",\"macro\":[],\"origin\":null,"
                + "\"targets\":[\"freebsd/arm64\"],\"warnings\":[],\"generated\":false}");
    assertThat(run.out().lines())
        .allSatisfy(
            line ->
                assertThat(FIELD.matcher(line).results().map(field -> field.group(1)))
                    .containsExactly(
                        "schemaVersion",
                        "kind",
                        "module",
                        "package",
                        "file",
                        "line",
                        "column",
                        "symbol",
                        "symbolPackage",
                        "symbolName",
                        "abi",
                        "static",
                        "use",
                        "function",
                        "macro",
                        "origin",
                        "targets",
                        "warnings",
                        "generated"));
  }

  @Test
  void aDefinitionSaysWhereGoDeclaresIt() {
    module.write("p_amd64.s", "TEXT ·f(SB), 4, $0\n\tJMP ·g(SB)\nTEXT ·g(SB), 4, $0\n\tRET\n");
    module.write("p.go", "package p\n");
    module.write("p_linux.go", "package p\n\nfunc f()\n");
    module.write("p_windows.go", "package p\n\n\nfunc f()\n");

    CommandRun run =
        CommandRun.of(
            "scan",
            "--all",
            "--format",
            "jsonl",
            "--target",
            "linux/amd64,windows/amd64",
            module.path());

    assertThat(run.out().lines())
        .satisfiesExactly(
            f ->
                assertThat(f)
                    .endsWith(
                        "\"declaration\":{\"file\":\"p_linux.go\",\"line\":3,\"column\":6},"
                            + "\"otherDeclarations\":[{\"file\":\"p_windows.go\",\"line\":4,"
                            + "\"column\":6}]}"),
            jump -> assertThat(jump).contains("\"use\":\"jump\"").doesNotContain("declaration"),
            g -> assertThat(g).endsWith("\"declaration\":null}"));
    assertThat(run.errLines()).hasSize(1);
  }

  @Test
  void aReferenceOutOfAMacroSaysWhereItWasWritten() {
    module.write("calls.h", "#define ENTER \\\n\tBL\truntime·load_g(SB)\n");
    module.write(
        "asm_freebsd_arm64.s", "#include \"calls.h\"\nTEXT ·f(SB), 4, $0\n\tENTER\n\tRET\n");

    CommandRun run = CommandRun.of("scan", "--format", "jsonl", module.path());

    assertThat(run.out())
        .contains("\"line\":3,\"column\":2,\"symbol\":\"runtime.load_g\"")
        .contains("\"macro\":[\"ENTER\"]")
        .contains("\"origin\":{\"file\":\"calls.h\",\"line\":2,\"column\":5}");
  }

  @Test
  void linesAreSortedByFileLineAndColumn() {
    module.write("b/asm_arm64.s", CROSSCALL2);
    module.write("a/z_arm64.s", CROSSCALL2);
    module.write("a/asm_arm64.s", "TEXT ·f(SB), 4, $0\n\tB runtime·b(SB); B runtime·a(SB)\n");
    module.write("a.s", "DATA ·x+0(SB)/8, $runtime·z(SB)\n");

    CommandRun run = CommandRun.of("scan", "--format", "jsonl", module.path());

    assertThat(run.out().lines().map(ScanCommandTest::place))
        .containsExactly(
            "a.s:1 runtime.z",
            "a/asm_arm64.s:2 runtime.b",
            "a/asm_arm64.s:2 runtime.a",
            "a/z_arm64.s:3 runtime.load_g",
            "a/z_arm64.s:4 runtime.cgocallback",
            "b/asm_arm64.s:3 runtime.load_g",
            "b/asm_arm64.s:4 runtime.cgocallback");
  }

  @Test
  void severalPathsAreSortedTogetherAndReadOnce() {
    module.write("a/asm_arm64.s", CROSSCALL2);
    module.write("b/a/asm_arm64.s", CROSSCALL2);

    CommandRun run =
        CommandRun.of(
            "scan", "--format", "jsonl", module.path("b"), module.path("a"), module.path("a"));

    // The contract: file is relative to the PATH given.
    assertThat(run.out().lines().map(ScanCommandTest::place))
        .containsExactly(
            "a/asm_arm64.s:3 runtime.load_g",
            "a/asm_arm64.s:4 runtime.cgocallback",
            "asm_arm64.s:3 runtime.load_g",
            "asm_arm64.s:4 runtime.cgocallback");
  }

  @Test
  void ownSymbolsAreListedOnlyWithAll() {
    module.write("asm_arm64.s", "TEXT ·f(SB), 4, $0\n\tB\t·g(SB)\n");

    assertThat(CommandRun.of("scan", module.path()).bytes()).isEmpty();
    assertThat(CommandRun.of("scan", "--all", "--target", "linux/arm64", module.path()).out())
        .isEqualTo(
            """
            asm_arm64.s:1:6: define example.com/m.f [linux/arm64]
            asm_arm64.s:2:4: jump example.com/m.g in example.com/m.f [linux/arm64]
            """);
  }

  @Test
  void aTargetNarrowsFilesAndTheirTargets() {
    module.write("asm_arm64.s", CROSSCALL2);
    module.write("asm_s390x.s", CROSSCALL2);

    CommandRun run = CommandRun.of("scan", "--target", "darwin/*", module.path());

    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.endsWith("[darwin/arm64]"));
  }

  @Test
  void bothArmsOfAConditionAreListed() {
    module.write(
        "asm_arm64.s",
        "TEXT ·f(SB), 4, $0\n#ifdef X\n\tB runtime·a(SB)\n#else\n\tB runtime·b(SB)\n#endif\n");

    assertThat(CommandRun.of("scan", module.path()).out()).contains("runtime.a", "runtime.b");
  }

  @Test
  void aFileAsPathIsScannedAlone() {
    module.write("asm_arm64.s", CROSSCALL2);
    module.write("other_arm64.s", CROSSCALL2);

    assertThat(CommandRun.of("scan", module.path("asm_arm64.s")).out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("asm_arm64.s:"));
  }

  @Test
  void aGoPatternMeansItsDirectory() {
    module.write("p/asm_arm64.s", CROSSCALL2);

    assertThat(CommandRun.of("scan", module.path() + "/..."))
        .isEqualTo(CommandRun.of("scan", module.path()));
  }

  @Test
  void relativePathsAreNamedFromTheCurrentDirectory() {
    Module relative = Module.belowCurrentDirectory();
    relative.write("p/asm_arm64.s", CROSSCALL2);

    assertThat(CommandRun.of("scan", relative.path()).out())
        .startsWith(relative.path() + "/p/asm_arm64.s:3:5: call ");
    assertThat(CommandRun.of("scan", "./" + relative.path() + "/p/asm_arm64.s").out())
        .startsWith(relative.path() + "/p/asm_arm64.s:3:5: call ");
  }

  @Test
  void ignoredDirectoriesAreEnteredOnRequest() {
    module.write("testdata/asm_arm64.s", CROSSCALL2);

    CommandRun run = CommandRun.of("scan", module.path());
    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith("no Go or assembly files found in " + module.path() + "; --include-ignored");

    assertThat(CommandRun.of("scan", "--include-ignored", module.path()).out()).contains("load_g");
  }

  @Test
  void theNumberOfJobsDoesNotShow() {
    for (int i = 0; i < 60; i++) {
      module.write("p" + i + "/asm_arm64.s", CROSSCALL2);
      module.write("p" + i + "/latin_arm64.s", new byte[] {'/', '/', (byte) 0xE9, '\n'});
    }
    List<String> jobs = List.of("1", "8", "1", "8");

    assertThat(
            jobs.stream()
                .map(n -> CommandRun.of("scan", "--format", "jsonl", "--jobs", n, module.path())))
        .hasSize(4)
        .containsOnly(CommandRun.of("scan", "--format", "jsonl", module.path()));
  }

  @Test
  void theResultGoesToTheFileAfterO() throws IOException {
    module.write("asm_arm64.s", CROSSCALL2);
    Path file = scratch.resolve("references.jsonl");

    CommandRun run =
        CommandRun.of("scan", "--format", "jsonl", "-o", file.toString(), module.path());

    assertThat(run.bytes()).isEmpty();
    assertThat(Files.readString(file)).hasLineCount(2).endsWith("}\n");
  }

  @Test
  void quietLeavesOnlyTheResult() {
    module.write("asm_arm64.s", CROSSCALL2);
    module.write("latin_arm64.s", new byte[] {'/', '/', (byte) 0xE9, '\n'});

    CommandRun run = CommandRun.of("scan", "-q", module.path());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).hasLineCount(2);
  }

  private static String place(String json) {
    return json.replaceAll(
        ".*\"file\":\"([^\"]*)\",\"line\":(\\d+).*\"symbol\":\"([^\"]*)\".*", "$1:$2 $3");
  }
}
