package dev.untether.module.linkname;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.untether.module.AssemblyScan;
import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssemblyPairingTest {
  private static final ReleaseRange RELEASES = new ReleaseRange(24, 27);
  private static final String DECLARES = "package p\n\nfunc f()\n";
  private static final String TEXT = "TEXT ·f(SB), 4, $0\n\tRET\n";

  @TempDir Path root;

  @BeforeEach
  void module() throws IOException {
    write("go.mod", "module example.com/m\n\ngo 1.24\n");
  }

  // Pairs.

  @Test
  void aFunctionAndItsTextBelongTogetherOnTheTargetsThatBuildBoth() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p_amd64.s", TEXT);
    write("p/p_arm64.s", "\n" + TEXT);

    AssemblyPairing.Pair pair = onlyPair("linux/amd64", "linux/arm64", "windows/arm64");

    assertThat(pair.file().relative()).isEqualTo("p/p.go");
    assertThat(pair.position()).isEqualTo(new Position(3, 6));
    assertThat(pair.symbol()).isEqualTo("example.com/m/p.f");
    assertThat(pair.without()).isEmpty();
    assertThat(pair.texts())
        .extracting(
            text -> text.file().relative(), text -> text.position().line(), text -> words(text))
        .containsExactly(
            tuple("p/p_amd64.s", 1, List.of("linux/amd64")),
            tuple("p/p_arm64.s", 2, List.of("linux/arm64", "windows/arm64")));
  }

  @Test
  void aPathInFrontOfTheNameMeansThePackageToo() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p.s", "TEXT example·com∕m∕p·f(SB), 4, $0\n\tRET\n");

    assertThat(onlyPair("linux/amd64").texts()).hasSize(1);
    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void aProgramIsCalledMainAndNotByItsPath() throws IOException {
    write("p/p.go", "package main\n\nfunc f()\nfunc g()\nfunc h()\nfunc main() {}\n");
    write("p/a.s", TEXT + "TEXT main·g(SB), 4, $0\n\tRET\n");
    write("p/b.s", "TEXT example·com∕m∕p·h(SB), 4, $0\n\tRET\n");

    assertThat(result("linux/amd64").pairs())
        .extracting(AssemblyPairing.Pair::symbol)
        .containsExactly("main.f", "main.g");
    assertThat(problems("linux/amd64"))
        .anyMatch(it -> it.startsWith("p/p.go:5:6: warning: func h"));
  }

  @Test
  void aMethodCannotBeWrittenInAssembly() throws IOException {
    write("p/p.go", "package p\n\ntype T int\n\nfunc (T) f()\n");
    write("p/p.s", "TEXT ·T·f(SB), 4, $0\n\tRET\n");

    assertThat(result("linux/amd64").pairs()).isEmpty();
    assertThat(problems("linux/amd64"))
        .singleElement()
        .asString()
        .contains("func f has no body, and on linux/amd64 its TEXT does not help");
  }

  @Test
  void aFunctionOfTheFilesTestsMayHaveItsTextInThePackage() throws IOException {
    write("p/p.go", "package p\n");
    write("p/p_test.go", DECLARES);
    write("p/p.s", TEXT);

    assertThat(onlyPair("linux/amd64").file().relative()).isEqualTo("p/p_test.go");
    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void aTextOutOfAMacroIsADefinitionWhereTheMacroIsCalled() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p.s", "#define DEF(name) TEXT name(SB), 4, $0; RET\n\nDEF(·f)\n");

    assertThat(onlyPair("linux/amd64").texts().get(0).position().line()).isEqualTo(3);
  }

  @Test
  void aTextInOneArmOfAConditionIsThereOnItsTargets() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p.s", "#ifdef GOARCH_arm64\n" + TEXT + "#endif\n");

    AssemblyPairing.Pair pair = onlyPair("linux/amd64", "linux/arm64");

    assertThat(pair.texts())
        .flatExtracting(AssemblyPairingTest::words)
        .containsExactly("linux/arm64");
    assertThat(pair.without()).containsExactly(Target.parse("linux/amd64"));
  }

  @Test
  void aLinknameOnAFunctionWithATextDoesNotPartThem() throws IOException {
    write("p/p.go", "package p\n\nimport _ \"unsafe\"\n\n//go:linkname f\nfunc f()\n");
    write("p/p.s", TEXT);

    assertThat(onlyPair("linux/amd64").texts()).hasSize(1);
  }

  // What is missing.

  @Test
  void aTargetWithAssemblyButWithoutTheTextFailsToLink() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p_amd64.s", TEXT);
    write("p/other_arm64.s", "TEXT ·g(SB), 4, $0\n\tB ·g(SB)\n");

    assertThat(problems("linux/amd64", "linux/arm64"))
        .containsExactly(
            "p/p.go:3:6: warning: func f has no body, and on linux/arm64 no TEXT either: a program"
                + " that calls it does not link (\"relocation target example.com/m/p.f not"
                + " defined\"); write the TEXT or constrain the file [missing-assembly]");
  }

  @Test
  void aTargetWithoutAssemblyFailsToCompile() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p_amd64.s", TEXT);

    assertThat(problems("linux/amd64", "linux/arm64"))
        .containsExactly(
            "p/p.go:3:6: warning: func f has no body, and on linux/arm64 the package has no"
                + " assembly: it does not compile (\"missing function body\"); write the body, or"
                + " the TEXT, or constrain the file [missing-assembly]");
  }

  @Test
  void anEmptyFileIsAssemblyEnoughToCompile() throws IOException {
    write("p/p.go", DECLARES);
    write("p/empty.s", "");

    assertThat(problems("linux/amd64", "linux/arm64"))
        .singleElement()
        .asString()
        .contains("on linux/amd64, linux/arm64 no TEXT either");
  }

  @Test
  void aTagThatTakesTheTextAwayIsNamed() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p.s", "//go:build !noasm\n\n" + TEXT);

    assertThat(problems("linux/amd64"))
        .singleElement()
        .asString()
        .contains("on linux/amd64 with -tags noasm the package has no assembly");
  }

  @Test
  void aReleaseThatLacksTheTextIsNamed() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p.s", "//go:build go1.26\n\n" + TEXT);

    assertThat(problems("linux/amd64"))
        .singleElement()
        .asString()
        .contains("on linux/amd64 with Go 1.25 the package has no assembly");
  }

  @Test
  void aCommentThatIsMeantToBeALinknameLeavesTheFunctionWithoutABody() throws IOException {
    write("p/a.go", "package p\n\nimport _ \"unsafe\"\n\n//go:linkname g runtime.g\nfunc g()\n");
    write("p/b.go", "package p\n\n// go:linkname f runtime.f\nfunc f()\n");

    assertThat(problems("linux/amd64"))
        .singleElement()
        .asString()
        .startsWith("p/b.go:4:6: warning: func f has no body");
  }

  @Test
  void aStaticTextIsNobodysBody() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p.s", "TEXT ·f<>(SB), 4, $0\n\tRET\n");

    assertThat(result("linux/amd64").pairs()).isEmpty();
    assertThat(problems("linux/amd64")).singleElement().asString().contains("missing-assembly");
  }

  @Test
  void aTextOfAnotherPackageOfThatNameIsNobodysBody() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p.s", "TEXT other·f(SB), 4, $0\n\tRET\n");

    assertThat(problems("linux/amd64")).singleElement().asString().contains("missing-assembly");
  }

  @Test
  void aTextInAnotherPackageIsNoBodyForTheCompilerDoesNotSeeIt() throws IOException {
    write("p/p.go", DECLARES);
    write("p/empty.s", "");
    write("q/q.go", "package q\n");
    write("q/q.s", "TEXT example·com∕m∕p·f(SB), 4, $0\n\tRET\n");

    assertThat(problems("linux/amd64")).singleElement().asString().contains("missing-assembly");
  }

  // What is not missing.

  @Test
  void aBodyForTheTargetsWithoutAssemblyIsEnough() throws IOException {
    write("p/decl_amd64.go", DECLARES);
    write("p/p_amd64.s", TEXT);
    write("p/generic.go", "//go:build !amd64\n\npackage p\n\nfunc f() {}\n");

    assertThat(problems("linux/amd64", "linux/arm64", "js/wasm")).isEmpty();
  }

  @Test
  void aPulledFunctionNeedsNoText() throws IOException {
    String pull = "//go:linkname f runtime.f\nfunc f()\n\n//go:linkname g\nfunc g()\n";
    write("p/p.go", "package p\n\nimport _ \"unsafe\"\n\n" + pull);
    write("p/empty.s", "");

    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void aPushFromAnotherPackageOfTheModuleIsABody() throws IOException {
    write("p/p.go", DECLARES);
    write("p/empty.s", "");
    write(
        "q/q.go",
        "package q\n\nimport _ \"unsafe\"\n\n//go:linkname g example.com/m/p.f\nfunc g() {}\n");

    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void theHostOfWasmHasTheBodyOfAnImportedFunction() throws IOException {
    write("p/p_wasm.go", "package p\n\n//go:wasmimport env f\nfunc f()\n");
    write("p/empty.s", "");

    assertThat(problems("wasip1/wasm")).isEmpty();
  }

  @Test
  void whatAnObjectFileDefinesIsNotKnown() throws IOException {
    write("p/p.go", DECLARES);
    write("p/empty.s", "");
    write("p/p_linux_amd64.syso", "");

    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void whatAFileThatIsNotUnderstoodDefinesIsNotKnown() throws IOException {
    write("p/p.go", DECLARES);
    write("p/p.s", "#include \"missing.h\"\n");
    write("q/q.go", "package q\n\nfunc f()\n");
    write("q/q.s", "\0");

    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void withCgoTheAssemblyIsNotForGo() throws IOException {
    write("p/p.go", "package p\n\nimport \"C\"\n\nfunc f()\n");
    write("p/gas.s", "\t.text\n\t.globl foo\nfoo:\n\tret\n");

    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void aFileThatNoBuildTakesDeclaresNothing() throws IOException {
    write("p/p.go", "package p\n");
    write("p/ignored.go", "//go:build ignore\n\npackage p\n\nfunc f()\n");
    write("p/empty.s", "");

    assertThat(problems("linux/amd64")).isEmpty();
  }

  // Texts that nobody declares.

  @Test
  void aTextWithoutDeclarationThatNobodyRefersToIsNoted() throws IOException {
    write("p/p.go", "package p\n");
    write("p/p_arm64.s", TEXT);

    List<Finding> problems = result("linux/amd64", "linux/arm64").problems();

    assertThat(problems).singleElement().extracting(Finding::severity).isEqualTo(Severity.NOTE);
    assertThat(problems.get(0).toString())
        .isEqualTo(
            "p/p_arm64.s:1:6: note: TEXT f has no Go declaration on linux/arm64, and no assembly"
                + " refers to it: nothing here can call it; declare it or remove it"
                + " [undeclared-text]");
  }

  @Test
  void aTextThatAssemblyOrALinknameRefersToNeedsNoDeclaration() throws IOException {
    write("p/p.go", "package p\n\nfunc g()\n");
    write("p/p.s", TEXT + "TEXT ·g(SB), 4, $0\n\tJMP ·f(SB)\n");
    write("q/q.go", "package q\n");
    write("q/q.s", "TEXT ·f(SB), 4, $0\n\tRET\n");
    write(
        "r/r.go",
        "package r\n\nimport _ \"unsafe\"\n\n//go:linkname f example.com/m/q.f\nfunc f()\n");

    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void aFunctionThatOnlyTestsDeclareIsDeclared() throws IOException {
    write("p/p.go", "package p\n");
    write("p/p.s", TEXT);
    write("p/p_test.go", DECLARES);

    assertThat(problems("linux/amd64")).isEmpty();
  }

  @Test
  void namesOfNoPackageAndStaticOnesAreNotNoted() throws IOException {
    write("p/p.go", "package p\n");
    write("p/p.s", "TEXT crosscall2(SB), 4, $0\n\tRET\nTEXT ·f<>(SB), 4, $0\n\tRET\n");

    assertThat(problems("linux/amd64")).isEmpty();
  }

  private static List<String> words(AssemblyPairing.Text text) {
    return text.targets().stream().map(Target::toString).toList();
  }

  private AssemblyPairing.Pair onlyPair(String... targets) {
    List<AssemblyPairing.Pair> pairs = result(targets).pairs();
    assertThat(pairs).hasSize(1);
    return pairs.get(0);
  }

  private List<String> problems(String... targets) {
    return result(targets).problems().stream().map(Finding::toString).toList();
  }

  private AssemblyPairing.Result result(String... names) {
    SortedSet<Target> targets = new TreeSet<>(Targets.known().of(RELEASES));
    targets.retainAll(List.of(names).stream().map(Target::parse).toList());
    ModuleTree tree = ModuleTree.discover(root);
    return new AssemblyPairing(tree, targets, RELEASES)
        .pair(
            new AssemblyScan(tree, targets, RELEASES).run(),
            new LinknameScan(tree, targets, RELEASES).run());
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
