package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scan --deps} looks at what the module is built from, and says why it is there. */
final class ScanDependenciesTest {
  @TempDir Path scratch;
  private Module module = new Module(Path.of(""));

  @BeforeEach
  void mainModuleWithOneDependency() {
    module = Module.in(scratch.resolve("module"));
    module.write(
        "go.mod",
        """
        module example.com/m

        go 1.24

        require example.com/dep v1.0.0

        replace example.com/dep v1.0.0 => ./dep
        """);
    module.write("m.go", "package m\n\nimport _ \"example.com/dep\"\n");
    module.write("dep/go.mod", "module example.com/dep\n\ngo 1.24\n");
    module.write("dep/dep.go", "package dep\n");
    module.write("dep/asm_linux_arm64.s", Module.CROSSCALL2);
  }

  @Test
  void textNamesTheModuleAndTheRequirementsThatBringItIn() {
    CommandRun run = CommandRun.of("scan", "--deps", module.path());

    assertThat(run.out())
        .contains(
            """
            # required through example.com/m → example.com/dep@v1.0.0
            example.com/dep@v1.0.0/asm_linux_arm64.s:3:5: call runtime.load_g in crosscall2\
            """);
  }

  @Test
  void jsonLinesOfADependencyEndWithTheChain() {
    CommandRun run = CommandRun.of("scan", "--deps", "--format", "jsonl", module.path());

    assertThat(run.out().lines())
        .last()
        .asString()
        .startsWith("{\"schemaVersion\":1,\"kind\":\"asm\",\"module\":\"example.com/dep\"")
        .endsWith(",\"why\":[\"example.com/m\",\"example.com/dep@v1.0.0\"]}");
  }

  @Test
  void withoutTheOptionNoChainIsPrinted() {
    assertThat(CommandRun.of("scan", module.path()).out()).doesNotContain("required through");
  }

  @Test
  void linknamesOfADependencyAreResolvedInOtherDependenciesAndInGo() {
    module.write(
        "dep/link.go",
        """
        package dep

        import _ "unsafe"

        //go:linkname f example.com/other.f
        func f()

        //go:linkname now runtime.nanotime
        func now() int64
        """);
    module.write("other/go.mod", "module example.com/other\n\ngo 1.24\n");
    module.write("other/other.go", "package other\n\nfunc f() {}\n");
    module.write(
        "go.mod",
        module.read("go.mod")
            + "\nrequire example.com/other v1.0.0\n\nreplace example.com/other => ./other\n");
    module.write("_go/src/runtime/time.go", "package runtime\n\nfunc nanotime() int64\n");

    CommandRun run =
        CommandRun.of(
            "scan", "--deps", "--format", "jsonl", "--goroot", module.path("_go"), module.path());

    assertThat(run.out().lines().filter(it -> it.contains("\"why\"") && it.contains("linkname")))
        .hasSize(2)
        .anyMatch(it -> it.contains("/other/other.go\",\"line\":3"))
        .anyMatch(it -> it.contains("/_go/src/runtime/time.go\",\"line\":3"));
  }
}
