package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --deps} judges what the module is built from, as far as something links it. */
final class CheckDependenciesTest {
  private static final String PULL =
      """
      package dep

      import _ "unsafe"

      //go:linkname gcount runtime.gcount
      func gcount() int32

      func Use() int32 { return gcount() }
      """;

  @TempDir private Path scratch;
  private Module module = new Module(Path.of(""));
  private Module dependency = new Module(Path.of(""));

  @BeforeEach
  void programWithOneDependency() {
    module = Module.in(scratch.resolve("m"));
    module.write(
        "go.mod",
        """
        module example.com/m

        go 1.24

        require example.com/dep v1.0.0

        replace example.com/dep v1.0.0 => ../dep
        """);
    module.write(
        "main.go",
        """
        package main

        import "example.com/dep"

        func main() { println(dep.Use()) }
        """);
    dependency = new Module(scratch.resolve("dep"));
    dependency.write("go.mod", "module example.com/dep\n\ngo 1.24\n");
    dependency.write("dep.go", PULL);
    dependency.write("empty.s", "");
  }

  private CommandRun check(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "check";
    args[1] = "--target";
    args[2] = "linux/amd64";
    System.arraycopy(options, 0, args, 3, options.length);
    args[args.length - 1] = module.path();
    return CommandRun.of(args);
  }

  @Test
  void textNamesTheModuleAtFaultTheChainAndWhatToDo() {
    CommandRun run = check("--deps");

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .startsWith(
            """
            DEPENDENCY example.com/dep@v1.0.0
              through:  example.com/m → example.com/dep@v1.0.0

            runtime.gcount
              linker:   rejected in Go 1.24 to 1.27 on linux/amd64: its definition does not
                        carry //go:linkname
            """)
        .contains(
            "  remedy:   no later version is on this machine",
            "  example.com/dep@v1.0.0/dep.go:5:1: error: Go 1.24 rejects runtime.gcount on"
                + " linux/amd64 [linkname-rejected]");
  }

  @Test
  void jsonLinesNameTheModuleAndTheChain() {
    assertThat(check("--deps", "--format", "jsonl").out())
        .contains(
            "\"linkedBy\":\"program\",\"dependency\":\"example.com/dep@v1.0.0\","
                + "\"why\":[\"example.com/m\",\"example.com/dep@v1.0.0\"]");
  }

  @Test
  void withoutTheOptionNobodyLooks() {
    CommandRun run = check();

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void packageThatNothingImportsIsListedOnRequestOnlyAndFailsNothing() {
    dependency.write("unused/unused.go", PULL.replace("package dep", "package unused"));
    dependency.write("dep.go", "package dep\n\nfunc Use() int32 { return 1 }\n");

    assertThat(check("--deps").exit()).isEqualTo(ExitCode.OK);
    assertThat(check("--deps").out()).doesNotContain("runtime.gcount");
    assertThat(check("--deps", "-v").exit()).isEqualTo(ExitCode.OK);
    assertThat(check("--deps", "-v").out())
        .contains("unused/unused.go:5:1: note: ", "nothing of yours imports this package");
  }

  @Test
  void whatALibraryImportsBreaksItsUsers() {
    module.write(
        "main.go",
        """
        package m

        import "example.com/dep"

        func Use() { println(dep.Use()) }
        """);

    CommandRun run = check("--deps");

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("(your own build does not link it; your users' will)");
  }

  @Test
  void testsOfADependencyAreNotBuiltHere() {
    dependency.write("dep.go", "package dep\n\nfunc Use() int32 { return 1 }\n");
    dependency.write("dep_test.go", PULL);

    assertThat(check("--deps").out()).doesNotContain("error");
  }

  @Test
  void flagThatADependencyNeedsIsNotUnneeded() {
    module.write("Makefile", "build:\n\tgo build -ldflags=-checklinkname=0 .\n");

    assertThat(check().out()).contains("checklinkname-unneeded", "which check --deps tells");
    assertThat(check("--deps").out())
        .contains("it is needed for runtime.gcount")
        .doesNotContain("checklinkname-unneeded");
  }

  @Test
  void flagThatNothingNeedsIsUnneededWhateverTheDependencies() {
    module.write("Makefile", "build:\n\tgo build -ldflags=-checklinkname=0 .\n");
    dependency.write("dep.go", "package dep\n\nfunc Use() int32 { return 1 }\n");

    assertThat(check("--deps").out())
        .contains("no reference of this module or of what it is built from needs that");
  }
}
