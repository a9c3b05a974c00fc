package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of a library breaks a program of another module in the same go.work. */
final class WorkspaceProofTest {
  @TempDir Path directory;

  @BeforeAll
  static void onTheBuildMachineOnly() {
    BuildMachine.require("proofs of workspaces");
  }

  @Test
  void itsUsersAreLinkedTooSoTheChangeIsWithdrawn() throws Exception {
    Module work = new Module(directory.toRealPath());
    // A go.work above the repository would not count.
    work.write(".git/HEAD", "ref: refs/heads/main\n");
    work.write("go.work", "go 1.24\n\nuse (\n\t./lib\n\t./tool/app\n\t./other\n)\n");
    work.write("lib/go.mod", "module example.com/lib\n\ngo 1.24\n");
    work.write(
        "lib/lib.go",
        "package lib\n\nfunc Crosscall2PC() uintptr { return pc() }\n\nfunc pc() uintptr\n");
    work.write(
        "lib/trampolines_arm64.s",
        "TEXT ·crosscall2PC(SB), 4, $0-0\n\tRET\n\nTEXT ·pc(SB), 4, $0-8\n\tMOVD\tR0, ret+0(FP)\n\tRET\n");
    work.write("tool/app/go.mod", "module example.com/tool/app\n\ngo 1.24\n");
    work.write(
        "tool/app/main.go",
        """
        package main

        import (
        	_ "unsafe"

        	"example.com/lib"
        )

        //go:linkname crosscall2PC example.com/lib.crosscall2PC
        func crosscall2PC()

        func main() { crosscall2PC(); println(lib.Crosscall2PC()) }
        """);
    work.write("tool/app/empty.s", "// So that functions may lack a body.\n");
    work.write("other/go.mod", "module example.com/other\n\ngo 1.24\n");
    work.write("other/main.go", "package main\n\nfunc main() { broken }\n");

    CommandRun run =
        CommandRun.of(
            "migrate",
            "--verify",
            "--go",
            "1.26",
            "--target",
            "linux/arm64",
            "--recipes",
            "src/test/resources/verify/recipes",
            "--recipe",
            "lose-a-function",
            work.path() + "/lib");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err())
        .contains("trampolines_arm64.s: warning: withdrawn")
        .contains("example.com/tool/app")
        .contains("crosscall2PC")
        .doesNotContain("example.com/other");
  }
}
