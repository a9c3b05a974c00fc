package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} of files that a usual build leaves out: real toolchains, real C compiler. */
final class VariantsOfBuildsTest {
  private static final String CALLS_NOTHING =
      """
      TEXT ·f(SB), 4, $0-0
      	CALL	·notThereAtAll(SB)
      	RET
      """;

  private static final String RETURNS = "TEXT ·f(SB), 4, $0-0\n\tRET\n";

  @TempDir Path directory;
  private Module module = new Module(Path.of(""));

  @BeforeAll
  static void onTheBuildMachineOnly() {
    BuildMachine.require("proofs of levels and of cgo");
  }

  @BeforeEach
  void aProgram() throws Exception {
    module = new Module(directory.toRealPath());
    module.write("go.mod", "module example.com/m\n\ngo 1.24\n");
    // What no program reaches the linker does not miss.
    module.write("main.go", "package main\n\nfunc main() { f() }\n\nfunc f()\n");
  }

  @Test
  void aFileForAnArchitectureLevelAloneIsLinkedThere() {
    module.write("low_amd64.s", "//go:build !amd64.v3\n\n" + RETURNS);
    module.write("high_amd64.s", "//go:build amd64.v3\n\n" + CALLS_NOTHING);

    CommandRun run = verify("linux/amd64");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .containsPattern("linux/amd64 +links")
        .containsPattern("linux/amd64 \\(GOAMD64=v3\\) +fails")
        .contains("relocation target main.notThereAtAll not defined");
  }

  @Test
  void anArmOfAnIfdefForALevelIsLinkedToo() {
    module.write("f_arm.s", "#ifdef GOARM_7\n" + RETURNS + "#else\n" + CALLS_NOTHING + "#endif\n");

    CommandRun run = verify("linux/arm");

    assertThat(run.out())
        .containsPattern("linux/arm +links")
        .containsPattern("linux/arm \\(GOARM=5\\) +fails");
  }

  @Test
  void withoutLevelsTheTableHasOneRowForATarget() {
    module.write("f_amd64.s", RETURNS);

    assertThat(verify("linux/amd64").out()).doesNotContain("GOAMD64");
  }

  @Test
  void whatCgoAloneBuildsIsNotProvenWithoutIt() {
    module.write("f_amd64.s", "//go:build !cgo\n\n" + RETURNS);
    module.write("g_amd64.s", "//go:build cgo\n\n" + CALLS_NOTHING);

    CommandRun run = verify("linux/amd64");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("Not proven: g_amd64.s: is built with cgo only")
        .contains("--cgo");
  }

  @Test
  void withCgoItIsLinkedByTheSystemsCompiler() {
    module.write("f_amd64.s", "//go:build !cgo\n\n" + RETURNS);
    module.write("g_amd64.s", "//go:build cgo\n\n" + CALLS_NOTHING);
    module.write(
        "c/c.go",
        "package c\n\n// int one(void) { return 1; }\nimport \"C\"\n\nvar One = C.one()\n");

    CommandRun run = verify("linux/amd64", "--cgo");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .containsPattern("linux/amd64 +links")
        .containsPattern("linux/amd64 \\(CGO_ENABLED=1\\) +fails")
        .contains("notThereAtAll")
        .doesNotContain("Not proven", "example.com/m/c");
  }

  @Test
  void cFlagsOfStrangersRunNothing() {
    module.write(
        "c/c.go",
        "package c\n\n// #cgo pkg-config: zlib\n// int one(void) { return 1; }\nimport \"C\"\n\nvar One = C.one()\n");
    module.write("f_amd64.s", RETURNS);

    CommandRun run = verify("linux/amd64", "--cgo");

    assertThat(run.out())
        .containsPattern("linux/amd64 \\(CGO_ENABLED=1\\) +not proven")
        .contains("untether-runs-none");
  }

  private CommandRun verify(String target, String... more) {
    String[] all = new String[more.length + 6];
    System.arraycopy(
        new String[] {"verify", module.path(), "--go", "1.26", "--target", target}, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return CommandRun.of(all);
  }
}
