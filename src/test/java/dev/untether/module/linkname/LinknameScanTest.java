package dev.untether.module.linkname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.golang.linkname.Linkname;
import dev.untether.golang.linkname.PackageLinknames;
import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinknameScanTest {
  private static final ReleaseRange RELEASES = new ReleaseRange(24, 27);
  private static final String UNSAFE = "\nimport _ \"unsafe\"\n";
  private static final String PULL = "\n//go:linkname now runtime.nanotime\n";

  @TempDir Path root;

  @BeforeEach
  void module() throws IOException {
    write("go.mod", "module example.com/m\n\ngo 1.24\n");
  }

  @Test
  void aDirectiveFindsItsDeclarationInAnotherFileOfThePackage() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + PULL);
    write("p/b.go", "package p\n\nfunc now() int64\n");

    LinknameReference found = only();

    assertThat(found.kind()).isEqualTo(LinknameReference.Kind.FUNC);
    assertThat(found.direction()).isEqualTo(Linkname.Direction.PULL);
    assertThat(found.warnings()).isEmpty();
    assertThat(found.packagePath()).isEqualTo("example.com/m/p");
  }

  @Test
  void aDeclarationOfAnotherPackageIsNone() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + PULL);
    write("q/b.go", "package q\n\nfunc now() int64\n");

    LinknameReference found = only();

    assertThat(found.kind()).isEqualTo(LinknameReference.Kind.NONE);
    assertThat(found.warnings())
        .containsExactly("//go:linkname must refer to declared function or variable");
  }

  @Test
  void aDeclarationThatNoBuildOfTheDirectiveHasIsNone() throws IOException {
    write("p/a_linux.go", "package p\n" + UNSAFE + PULL);
    write("p/b_windows.go", "package p\n\nfunc now() int64\n");

    assertThat(only().kind()).isEqualTo(LinknameReference.Kind.NONE);
  }

  @Test
  void aDirectiveHasTheTargetsOfItsFile() throws IOException {
    write("p/a_plan9.go", "package p\n" + UNSAFE + PULL + "func now() int64\n");

    assertThat(only().targets().stream().map(Target::toString))
        .containsExactly("plan9/386", "plan9/amd64", "plan9/arm");
  }

  @Test
  void oneDirectivePerFileIsNoDuplicateWhereNoBuildTakesBothFiles() throws IOException {
    write("p/a.go", "//go:build cgo\n\npackage p\n" + UNSAFE + PULL + "func now() int64\n");
    write("p/b.go", "//go:build !cgo\n\npackage p\n" + UNSAFE + PULL + "func now() int64\n");
    write(
        "p/c.go",
        "//go:build !cgo && odd\n\npackage p\n" + UNSAFE + "\n//go:linkname x\nvar x int\n");

    assertThat(scan().references())
        .hasSize(3)
        .allSatisfy(found -> assertThat(found.warnings()).isEmpty());
  }

  @Test
  void theSecondDirectiveOfABuildIsADuplicate() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + PULL + "func now() int64\n");
    write("p/b.go", "package p\n" + UNSAFE + PULL);

    assertThat(scan().references())
        .extracting(LinknameReference::warnings)
        .containsExactly(List.of(), List.of("duplicate //go:linkname for now"));
  }

  @Test
  void releasesThatTakeDifferentFilesAreDifferentBuilds() throws IOException {
    write("p/a.go", "//go:build go1.26\n\npackage p\n" + UNSAFE + PULL + "func now() int64\n");
    write("p/b.go", "//go:build !go1.26\n\npackage p\n" + UNSAFE + PULL + "func now() int64\n");

    assertThat(scan().references())
        .hasSize(2)
        .allSatisfy(found -> assertThat(found.warnings()).isEmpty());
  }

  @Test
  void aTestOfThePackageSeesItsDeclarations() throws IOException {
    write("p/a.go", "package p\n\nfunc now() int64\n");
    write("p/a_test.go", "package p\n" + UNSAFE + PULL);

    assertThat(only().kind()).isEqualTo(LinknameReference.Kind.FUNC);
  }

  @Test
  void aTestOutsideOfThePackageDoesNot() throws IOException {
    write("p/a.go", "package p\n\nfunc now() int64\n");
    write("p/a_test.go", "package p_test\n" + UNSAFE + PULL);

    LinknameReference found = only();

    assertThat(found.kind()).isEqualTo(LinknameReference.Kind.NONE);
    assertThat(found.packagePath()).isEqualTo("example.com/m/p_test");
  }

  @Test
  void aProgramsOwnSymbolIsNotForeignUnderEitherName() throws IOException {
    write("p/a.go", "package main\n" + UNSAFE + "\n//go:linkname f main.g\nfunc f()\n");
    write("q/a.go", "package q\n" + UNSAFE + "\n//go:linkname f example.com/m/q.g\nfunc f()\n");
    write("r/a.go", "package r\n" + UNSAFE + "\n//go:linkname f main.g\nfunc f()\n");
    write("s/a.go", "package s\n" + UNSAFE + "\n//go:linkname f\nfunc f() {}\n");

    assertThat(scan().references().stream().filter(LinknameReference::isForeign))
        .extracting(found -> found.file().relative())
        .containsExactly("r/a.go");
  }

  @Test
  void aFileThatNoBuildTakesHasNoDirectives() throws IOException {
    write("p/gen.go", "//go:build ignore\n\npackage main\n" + UNSAFE + PULL + "func now() int64\n");

    assertThat(scan().references()).isEmpty();
  }

  @Test
  void textInStringsAndCommentedDirectivesAreNone() throws IOException {
    String text = "package p\n\nvar s = `\n//go:linkname now runtime.nanotime\n`\n";
    write("p/a.go", text + "\n////go:linkname s runtime.s\n// //go:linkname s runtime.s\n");

    LinknameScan.Result result = scan();

    assertThat(result.references()).isEmpty();
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void whatLooksLikeADirectiveAndIsNoneIsToldAsAWarning() throws IOException {
    write("p/a.go", "package p\n\n// go:linkname now runtime.nanotime\nfunc now() int64\n");

    LinknameScan.Result result = scan();

    assertThat(result.references()).isEmpty();
    assertThat(result.problems())
        .extracting(Finding::rule)
        .containsExactly(PackageLinknames.IGNORED);
  }

  @Test
  void aMissingImportOfUnsafeIsSaidInTheWordsOfTheCompiler() throws IOException {
    write("p/a.go", "package p\n" + PULL + "func now() int64\n");

    LinknameReference found = only();

    assertThat(found.importsUnsafe()).isFalse();
    assertThat(found.warnings())
        .containsExactly("//go:linkname only allowed in Go files that import \"unsafe\"");
  }

  @Test
  void aBrokenFileIsReportedAndTheRestIsDone() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + PULL + "func now() int64\n");
    write("q/a.go", "package q\n\0");
    write("r/a.go", "package r\n\nfunc (((\n\n//go:linkname x\n");

    LinknameScan.Result result = scan();

    assertThat(result.references()).isNotEmpty();
    assertThat(result.problems()).extracting(Finding::path).contains("q/a.go", "r/a.go");
  }

  @Test
  void aTargetIsResolvedToEachDeclarationThatABuildOfTheDirectiveSees() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + "\n//go:linkname f example.com/m/q.f\nfunc f()\n");
    write("q/q_linux.go", "package q\n\nfunc f() {}\n");
    write("q/q_windows.go", "package q\n\nfunc f() {}\n");
    write("q/ignored.go", "//go:build ignore\n\npackage q\n\nfunc f() {}\n");

    assertThat(resolved())
        .extracting(DeclarationPlace::file)
        .containsExactly("q/q_linux.go", "q/q_windows.go");
  }

  @Test
  void aDeclarationForOtherTargetsDoesNotResolve() throws IOException {
    write(
        "p/a_plan9.go", "package p\n" + UNSAFE + "\n//go:linkname f example.com/m/q.f\nfunc f()\n");
    write("q/q_linux.go", "package q\n\nfunc f() {}\n");

    assertThat(resolved()).isEmpty();
  }

  @Test
  void methodsAreToldFromFunctionsOfTheirName() throws IOException {
    write(
        "p/a.go", "package p\n" + UNSAFE + "\n//go:linkname f example.com/m/q.(*T).f\nfunc f()\n");
    write("q/q.go", "package q\n\ntype T int\n\nfunc f() {}\n\nfunc (t *T) f() {}\n");

    assertThat(resolved())
        .containsExactly(new DeclarationPlace("q/q.go", new Position(7, 13), true));
  }

  @Test
  void aTypeIsNoTarget() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + "\n//go:linkname f example.com/m/q.f\nfunc f()\n");
    write("q/q.go", "package q\n\ntype f int\n");

    assertThat(resolved()).isEmpty();
  }

  @Test
  void whereNothingIsDeclaredThePushOfTheSymbolResolves() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + "\n//go:linkname f example.com/m/q.f\nfunc f()\n");
    write("r/r.go", "package r\n" + UNSAFE + "\n//go:linkname g example.com/m/q.f\nfunc g() {}\n");

    assertThat(resolved())
        .containsExactly(new DeclarationPlace("r/r.go", new Position(5, 1), true));
  }

  @Test
  void standardPackagesAreLookedUpInTheGorootGiven() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + PULL + "func now() int64\n");
    Path goroot = Files.createDirectories(root.resolve("_go"));
    write("_go/src/runtime/time.go", "package runtime\n\nfunc nanotime() int64 { return 0 }\n");

    List<DeclarationPlace> places = resolved(Optional.of(goroot));

    assertThat(places).hasSize(1);
    assertThat(places.get(0).file()).endsWith("_go/src/runtime/time.go");
    assertThat(places.get(0).inModule()).isFalse();
  }

  @Test
  void aPathWithDotsNeverLeadsOutOfTheGoroot() throws IOException {
    write("p/a.go", "package p\n" + UNSAFE + "\n//go:linkname f ../x.f\nfunc f()\n");
    Path goroot = root.resolve("_go");
    Files.createDirectories(goroot.resolve("src"));
    write("_go/x/x.go", "package x\n\nfunc f() {}\n");

    assertThat(resolved(Optional.of(goroot))).isEmpty();
  }

  private List<DeclarationPlace> resolved() {
    return resolved(Optional.empty());
  }

  /** Returns the places of the first directive's target. */
  private List<DeclarationPlace> resolved(Optional<Path> goroot) {
    ModuleTree tree = ModuleTree.discover(root);
    var targets = Targets.known().of(RELEASES);
    var references = scan().references();
    var scope = new DeclarationIndex.Scope(tree, goroot, targets, RELEASES);
    var wanted = references.stream().flatMap(it -> it.target().stream()).toList();
    return DeclarationIndex.of(scope, wanted, references).resolve(references).get(0).resolved();
  }

  private LinknameReference only() {
    List<LinknameReference> references = scan().references();
    assertThat(references).hasSize(1);
    return references.get(0);
  }

  private LinknameScan.Result scan() {
    var targets = new TreeSet<>(Targets.known().of(RELEASES));
    return new LinknameScan(ModuleTree.discover(root), targets, RELEASES).run();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
