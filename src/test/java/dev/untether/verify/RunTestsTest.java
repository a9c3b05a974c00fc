package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.GoToolchain;
import dev.untether.module.target.Target;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of a module, run before and after a change by a real toolchain, also under qemu. */
final class RunTestsTest {
  private static final String ANSWER =
      """
      package p

      func Answer() int {
      	x := 41
      	x++
      	return x
      }
      """;

  private static final String TEST =
      """
      package p

      import "testing"

      func TestAnswer(t *testing.T) {
      	if got := Answer(); got != 42 {
      		t.Fatalf("the answer is %d", got)
      	}
      }
      """;

  @TempDir Path directory;
  private Path module = Path.of("");

  @BeforeAll
  static void onTheBuildMachineOnly() {
    if (!"1".equals(System.getenv("UNTETHER_REQUIRE_GO"))) {
      String problem = "tests of modules; UNTETHER_REQUIRE_GO=1 runs them";
      System.err.println("SKIPPED, NOT PROVEN: " + problem);
      Assumptions.abort(problem);
    }
  }

  @BeforeEach
  void aModuleWithATestThatPassesAndOneThatFails() throws IOException {
    module = directory.toRealPath().resolve("m");
    write("go.mod", "module m\n\ngo 1.24\n");
    write("p/p.go", ANSWER);
    write("p/p_test.go", TEST);
    write("q/q.go", "package q\n");
    write(
        "q/q_test.go",
        "package q\n\nimport \"testing\"\n\nfunc TestQ(t *testing.T) { t.Fatal(\"always\") }\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "linux/arm64"})
  void aTestThatFailsAfterOnlyWithdrawsTheChangeAndOneThatFailedBeforeDoesNot(String where)
      throws Exception {
    Target target = where.equals("host") ? Host.target() : Target.parse(where);
    if (TestRunner.exec(target).isEmpty()) {
      Assumptions.abort("no qemu-user for " + target);
    }
    FileEdit wrong = edit("p/p.go", ANSWER.replace("\tx++\n", ""));
    FileEdit harmless = edit("q/q.go", "package q\n\n// Nothing.\n");

    Proof proof = prove(target, /* runTests= */ true, Duration.ofMinutes(3), wrong, harmless);

    assertThat(proof.kept()).containsExactly(harmless);
    assertThat(proof.withdrawn()).hasSize(1);
    assertThat(proof.withdrawn().get(0).edit()).isEqualTo(wrong);
    assertThat(proof.withdrawn().get(0).reason()).contains("m/p [run]", "the answer is 41");
    assertThat(proof.cells().get(0).state()).isEqualTo(State.STILL_FAILING);
    assertThat(proof.cells().get(0).reason()).contains("m/q [run]", "always");
  }

  @Test
  void withoutTheOptionNothingIsRun() throws Exception {
    FileEdit wrong = edit("p/p.go", ANSWER.replace("\tx++\n", ""));

    Proof proof = prove(Host.target(), /* runTests= */ false, Duration.ofMinutes(3), wrong);

    assertThat(proof.kept()).containsExactly(wrong);
    assertThat(proof.cells().get(0).state()).isEqualTo(State.SAME);
  }

  @Test
  void aTestThatHangsIsStoppedInTimeAndCountsAsBroken() throws Exception {
    FileEdit hangs = edit("p/p.go", ANSWER.replace("x++", "for {\n\t}"));
    // So that the limit is not spent on compiling.
    prove(Host.target(), /* runTests= */ true, Duration.ofMinutes(3), edit("q/q.go", "package q"));

    Proof proof = prove(Host.target(), /* runTests= */ true, Duration.ofSeconds(15), hangs);

    assertThat(proof.kept()).isEmpty();
    assertThat(proof.withdrawn().get(0).reason()).contains("m/p [run]", "was stopped");
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private Proof prove(Target target, boolean runTests, Duration perCommand, FileEdit... edits)
      throws Exception {
    Path goroot = GoToolchain.require("go1.26.8").goroot();
    Toolchains toolchains = Toolchains.find(List.of(goroot), Map.of(), List.of());
    // The cache that the program itself uses: the standard library is compiled once.
    Path caches = Path.of(System.getProperty("user.home"), ".cache", "untether", "go");
    Settings settings = new Settings(caches, Optional.empty(), false, "", runTests);
    Limits usual = Limits.forJobs(2);
    Limits limits =
        new Limits(
            usual.jobs(),
            perCommand,
            usual.outputBytes(),
            usual.listingBytes(),
            usual.treeFiles(),
            usual.treeBytes());
    try (Prover prover = Prover.open(toolchains, settings, limits)) {
      return prover.change(
          SourceTree.of(module),
          new TreeSet<>(List.of(new Cell(26, target))),
          List.of(edits),
          List.of(),
          each -> List.of());
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = module.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private FileEdit edit(String name, String after) throws IOException {
    Path file = module.resolve(name);
    return new FileEdit(
        file,
        Optional.of(SourceText.of(Files.readString(file))),
        Optional.of(SourceText.of(after)),
        List.of("r"));
  }
}
