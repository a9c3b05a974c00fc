package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.Target;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is concluded from builds; a script plays the go command. */
final class ProverTest {
  @TempDir Path temporary;
  private Path module = Path.of("");
  private Optional<Toolchain> go = Optional.empty();

  @BeforeEach
  void aModuleWithOneFileForEachArchitecture() throws IOException {
    Path directory = temporary.toRealPath();
    module = Files.createDirectories(directory.resolve("m"));
    Files.createDirectories(module.resolve("p"));
    Files.writeString(module.resolve("go.mod"), "module m\n\ngo 1.26\n");
    for (String goarch : List.of("amd64", "arm64", "riscv64", "s390x")) {
      Files.writeString(module.resolve("p/a_" + goarch + ".s"), "// " + goarch + "\n");
    }
    go = Optional.of(FakeGo.create(directory, "go1.26.1", FakeGo.ONE_LIBRARY));
  }

  @Test
  void aChangeThatBreaksNothingIsKept() throws Exception {
    Proof proof = prove(edit("amd64", "fine", "r1"));

    assertThat(states(proof)).containsOnly(State.SAME);
    assertThat(proof.kept()).hasSize(1);
    assertThat(proof.withdrawn()).isEmpty();
    assertThat(proof.after()).isNotEqualTo(proof.before());
  }

  @Test
  void whatACellCannotSeeIsNotBuiltAgain() throws Exception {
    Proof proof = prove(edit("amd64", "fine", "r1"));

    assertThat(proof.cells()).hasSize(4);
    assertThat(FakeGo.calls(go.orElseThrow(), "riscv64 list")).isEqualTo(1);
    assertThat(FakeGo.calls(go.orElseThrow(), "amd64 list")).isEqualTo(2);
  }

  @Test
  void theFileThatBreaksIsWithdrawnAndTheOthersStay() throws Exception {
    Proof proof =
        prove(
            edit("amd64", "fine", "r1"),
            edit("arm64", "BAD arm64", "r1"),
            edit("riscv64", "fine", "r1"),
            edit("s390x", "fine", "r1"));

    assertThat(states(proof)).containsOnly(State.SAME);
    assertThat(proof.kept()).extracting(FileEdit::name).doesNotContain("a_arm64.s").hasSize(3);
    assertThat(proof.withdrawn()).hasSize(1);
    assertThat(proof.withdrawn().get(0).edit().name()).isEqualTo("a_arm64.s");
    assertThat(proof.withdrawn().get(0).reason())
        .contains("Go 1.26 for linux/arm64", "link: m/p: invalid reference to BAD");
  }

  @Test
  void aFailureThatWasThereBeforeIsNotBlamedOnTheChange() throws Exception {
    Files.writeString(module.resolve("p/old.txt"), "BAD arm64\n");

    Proof proof = prove(edit("arm64", "fine", "r1"));

    assertThat(states(proof))
        .containsExactly(State.SAME, State.STILL_FAILING, State.SAME, State.SAME);
    assertThat(proof.withdrawn()).isEmpty();
    assertThat(proof.kept()).hasSize(1);
  }

  @Test
  void aChangeThatMendsIsSaidToMend() throws Exception {
    Files.writeString(module.resolve("p/a_arm64.s"), "// BAD arm64\n");

    Proof proof = prove(edit("arm64", "fine", "r1"));

    assertThat(states(proof)).containsExactly(State.SAME, State.FIXED, State.SAME, State.SAME);
    assertThat(proof.cells().get(1).reason()).contains("invalid reference to BAD");
  }

  @Test
  void whatVetDidNotSayBeforeBreaks() throws Exception {
    Proof proof = prove(edit("arm64", "VET", "r1"));

    assertThat(proof.kept()).isEmpty();
    assertThat(proof.withdrawn().get(0).reason()).contains("go vet: p/a_arm64.s: wrong");
  }

  @Test
  void whatVetSaidBeforeDoesNot() throws Exception {
    Files.writeString(module.resolve("p/a_arm64.s"), "// VET\n");

    Proof proof = prove(edit("arm64", "VET again", "r1"));

    assertThat(states(proof)).containsOnly(State.SAME);
  }

  @Test
  void ofSeveralRecipesOnlyTheOneAtFaultIsTakenBack() throws Exception {
    FileEdit both = edit("arm64", "BAD arm64", "good", "wrong");
    FileEdit good = edit("arm64", "fine", "good");

    Proof proof = prove(each -> List.of(edit("arm64", "BAD arm64 too", "wrong"), good), both);

    assertThat(proof.kept()).containsExactly(good);
    assertThat(proof.withdrawn()).hasSize(1);
    assertThat(proof.withdrawn().get(0).recipes()).containsExactly("wrong");
  }

  @Test
  void withoutAToolchainNothingIsProven() throws Exception {
    try (Prover prover = open()) {
      Proof proof = prover.now(SourceTree.of(module), cells(27), List.of());

      assertThat(states(proof)).containsOnly(State.NOT_PROVEN);
      assertThat(proof.cells().get(0).reason()).contains("no Go 1.27 is here", "--goroot");
      assertThat(proof.cells().get(0).go()).isEmpty();
    }
  }

  @Test
  void whatTheGoCommandSaysWhileItFetchesAReleaseIsNoPartOfItsPlace() throws Exception {
    Path directory = temporary.toRealPath();
    Toolchain fetched = FakeGo.create(directory, "go1.27.4", FakeGo.ONE_LIBRARY);
    String fetches =
        "#!/bin/sh\necho 'go: downloading go1.27.4' >&2\necho " + fetched.root() + "\n";
    go = Optional.of(FakeGo.create(directory, "go1.26.2", fetches));
    try (Prover prover = open()) {
      assertThat(prover.download(Map.of(27, "go1.27.4"))).isEmpty();
      assertThat(prover.toolchains().of(27)).contains(fetched);
    }
  }

  @Test
  void withoutAChangeItIsSaidWhatLinks() throws Exception {
    Files.writeString(module.resolve("p/a_arm64.s"), "// BAD arm64\n");
    try (Prover prover = open()) {
      Proof proof = prover.now(SourceTree.of(module), cells(26), List.of());

      assertThat(states(proof)).containsExactly(State.LINKS, State.FAILS, State.LINKS, State.LINKS);
    }
  }

  @Test
  void theUsersTreeIsAsItWas() throws Exception {
    prove(edit("arm64", "BAD arm64", "r1"), edit("amd64", "fine", "r1"));

    assertThat(module.resolve("p/a_arm64.s")).hasContent("// arm64\n");
    assertThat(module.resolve("p/a_amd64.s")).hasContent("// amd64\n");
    try (var files = Files.list(module)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder("go.mod", "p");
    }
  }

  private static List<State> states(Proof proof) {
    return proof.cells().stream().map(CellProof::state).toList();
  }

  private Proof prove(FileEdit... edits) throws Exception {
    return prove(each -> List.of(), edits);
  }

  private Proof prove(Function<FileEdit, List<FileEdit>> fewer, FileEdit... edits)
      throws Exception {
    try (Prover prover = open()) {
      return prover.change(SourceTree.of(module), cells(26), List.of(edits), List.of(), fewer);
    }
  }

  private Prover open() throws IOException {
    Toolchains toolchains = Toolchains.find(List.of(go.orElseThrow().root()), Map.of(), List.of());
    Settings settings =
        new Settings(temporary.resolve("caches"), Optional.empty(), false, "", false);
    return Prover.open(toolchains, settings, Limits.forJobs(2));
  }

  private static SortedSet<Cell> cells(int release) {
    SortedSet<Cell> cells = new TreeSet<>();
    for (String goarch : List.of("amd64", "arm64", "riscv64", "s390x")) {
      cells.add(new Cell(release, new Target("linux", goarch)));
    }
    return cells;
  }

  private FileEdit edit(String goarch, String text, String... recipes) {
    return new FileEdit(
        module.resolve("p/a_" + goarch + ".s"),
        Optional.of(SourceText.of("// " + goarch + "\n")),
        Optional.of(SourceText.of("// " + text + "\n")),
        List.of(recipes));
  }
}
