package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ModuleTreeTest {
  private static final String GO_MOD = "module example.com/m\n\ngo 1.23\n";

  @TempDir private Path temporary;
  private Path root = Path.of("");

  @BeforeEach
  void resolveTheTemporaryDirectory() throws IOException {
    root = Files.createDirectory(temporary.toRealPath().resolve("root"));
  }

  @Test
  void namesPackagesByModuleAndDirectory() throws IOException {
    write("go.mod", GO_MOD);
    write("a.s", "");
    write("b/c/d.s", "");
    write("b/c/d.go", "");
    write("b/c/d.h", "");
    write("b/c/d.txt", "");
    write("b/c/d.S", "");

    ModuleTree tree = ModuleTree.discover(root);

    assertThat(packages(tree))
        .containsExactly(
            "a.s example.com/m in example.com/m",
            "b/c/d.go example.com/m/b/c in example.com/m",
            "b/c/d.h example.com/m/b/c in example.com/m",
            "b/c/d.s example.com/m/b/c in example.com/m");
    assertThat(tree.files())
        .extracting(SourceFile::kind)
        .containsExactly(SourceKind.ASM, SourceKind.GO, SourceKind.HEADER, SourceKind.ASM);
    assertThat(tree.files().get(0).absolute()).isEqualTo(root.resolve("a.s"));
    assertThat(tree.problems()).isEmpty();
  }

  @Test
  void findsTheModuleAboveTheDirectoryGiven() throws IOException {
    write("go.mod", GO_MOD);
    write("b/c/d.s", "");

    ModuleTree tree = ModuleTree.discover(root.resolve("b"));

    assertThat(packages(tree)).containsExactly("c/d.s example.com/m/b/c in example.com/m");
    assertThat(tree.governing(tree.files().get(0)).orElseThrow().goMod().orElseThrow().goVersion())
        .contains("1.23");
  }

  @Test
  void givesNestedModulesTheirFiles() throws IOException {
    write("go.mod", GO_MOD);
    write("a.s", "");
    write("n/go.mod", "module example.com/other\n");
    write("n/x/a.s", "");
    write("n2/a.s", "");

    ModuleTree tree = ModuleTree.discover(root);

    assertThat(packages(tree))
        .containsExactly(
            "a.s example.com/m in example.com/m",
            "n/x/a.s example.com/other/x in example.com/other",
            "n2/a.s example.com/m/n2 in example.com/m");
    assertThat(tree.modules())
        .extracting(GoModule::path)
        .containsExactly("example.com/m", "example.com/other");
  }

  @Test
  void namesVendoredPackagesAsTheirOwnModulesDo() throws IOException {
    write("go.mod", GO_MOD);
    write("vendor/modules.txt", "# golang.org/x/sys v0.30.0\n## explicit\ngolang.org/x/sys/cpu\n");
    write("vendor/golang.org/x/sys/cpu/a.s", "");
    write("vendor/unlisted/p/a.s", "");
    write("vendor/unlisted/p/go.mod", "module no\n");
    write("b/vendor/p/a.s", "");

    ModuleTree tree = ModuleTree.discover(root);

    assertThat(packages(tree))
        .containsExactly(
            "b/vendor/p/a.s example.com/m/b/vendor/p in example.com/m",
            "vendor/golang.org/x/sys/cpu/a.s golang.org/x/sys/cpu in golang.org/x/sys",
            "vendor/unlisted/p/a.s unlisted/p in example.com/m");
    assertThat(tree.governing(tree.files().get(1)).orElseThrow().path()).isEqualTo("example.com/m");
  }

  @Test
  void knowsTheStandardLibraryByItsModuleName() throws IOException {
    write("src/go.mod", "module std\n");
    write("src/runtime/asm.s", "");
    write("src/vendor/golang.org/x/p/a.s", "");
    write("src/cmd/go.mod", "module cmd\n");
    write("src/cmd/vendor/golang.org/x/p/a.s", "");
    write("src/cmd/asm/a.s", "");
    List<String> expected =
        List.of(
            "cmd/asm/a.s cmd/asm in cmd",
            "cmd/vendor/golang.org/x/p/a.s cmd/vendor/golang.org/x/p in cmd",
            "runtime/asm.s runtime in std",
            "vendor/golang.org/x/p/a.s vendor/golang.org/x/p in std");

    assertThat(packages(ModuleTree.discover(root.resolve("src")))).isEqualTo(expected);
    assertThat(packages(ModuleTree.discover(root.resolve("src/runtime"))))
        .containsExactly("asm.s runtime in std");
    assertThat(packages(ModuleTree.discover(root)))
        .isEqualTo(expected.stream().map(line -> "src/" + line).toList());
  }

  @Test
  void namesPackagesByTheirPlaceWhereThereIsNoModule() throws IOException {
    write("a.s", "");
    write("b/c/a.s", "");
    write("vendor/x/y/a.s", "");

    assertThat(packages(ModuleTree.discover(root)))
        .containsExactly(
            "a.s command-line-arguments in ", "b/c/a.s b/c in ", "vendor/x/y/a.s x/y in ");
  }

  @Test
  void reportsABrokenGoModAndGoesOn() throws IOException {
    write("go.mod", "go 1.23\n");
    write("b/a.s", "");
    write("c/go.mod", "module \0");
    write("c/a.s", "");

    ModuleTree tree = ModuleTree.discover(root);

    assertThat(packages(tree)).containsExactly("b/a.s b in ", "c/a.s c in ");
    assertThat(problems(tree))
        .containsExactly(
            "c/go.mod: error: holds NUL bytes; it is not a source file [binary-file]",
            "go.mod: error: no module line [go-mod]");
  }

  @Test
  void leavesOutWhatTheGoCommandLeavesOut() throws IOException {
    write("go.mod", GO_MOD);
    for (String path : List.of(".git/a.s", ".x/a.s", "_x/a.s", "b/testdata/a.s", "_a.s", ".a.s")) {
      write(path, "");
    }
    write("node_modules/a.s", "");
    write("b/x_/testdata2/a.s", "");

    assertThat(packages(ModuleTree.discover(root)))
        .containsExactly(
            "b/x_/testdata2/a.s example.com/m/b/x_/testdata2 in example.com/m",
            "node_modules/a.s example.com/m/node_modules in example.com/m");
  }

  @Test
  void looksIntoLeftOutDirectoriesThatAreNamed() throws IOException {
    write("go.mod", GO_MOD);
    write("b/testdata/c/a.s", "");
    write("_lib/a.s", "");
    write("_lib/_x/a.s", "");

    assertThat(packages(ModuleTree.discover(root.resolve("b/testdata"))))
        .containsExactly("c/a.s example.com/m/b/testdata/c in example.com/m");
    assertThat(packages(ModuleTree.discover(root.resolve("_lib"))))
        .containsExactly("a.s example.com/m/_lib in example.com/m");
  }

  @Test
  void looksIntoEverythingButGitWhenAsked() throws IOException {
    for (String path : List.of(".git/a.s", ".x/a.s", "_x/a.s", "b/testdata/a.s", "_a.s")) {
      write(path, "");
    }

    assertThat(ModuleTree.discover(root, TreeScope.EVERYTHING).files())
        .extracting(SourceFile::relative)
        .containsExactly(".x/a.s", "_a.s", "_x/a.s", "b/testdata/a.s");
  }

  @Test
  void takesASingleFile() throws IOException {
    write("go.mod", GO_MOD);
    write("b/_a.s", "");
    write("b/c.s", "");

    assertThat(packages(ModuleTree.discover(root.resolve("b/_a.s"))))
        .containsExactly("_a.s example.com/m/b in example.com/m");
  }

  @Test
  void reportsAPathThatIsNothingToLookAt() throws IOException {
    write("a.txt", "");

    assertThat(problems(ModuleTree.discover(root.resolve("none"))))
        .singleElement()
        .asString()
        .endsWith("none: error: does not exist [unreadable-file]");
    assertThat(problems(ModuleTree.discover(root.resolve("a.txt"))))
        .singleElement()
        .asString()
        .contains("neither a directory nor");
  }

  @Test
  @Timeout(20)
  void staysInsideTheTreeAndOutOfLoops() throws IOException {
    Path outside = Files.createDirectory(temporary.toRealPath().resolve("outside"));
    Path foreign = Files.writeString(outside.resolve("f.s"), "");
    write("go.mod", GO_MOD);
    write("a/x.s", "");
    link("a/inside.s", root.resolve("a/x.s"));
    link("a/foreign.s", foreign);
    link("a/up", root);
    link("a/self.s", root.resolve("a/self.s"));
    link("a/nowhere.s", root.resolve("nowhere"));
    link("a/nowhere.txt", root.resolve("nowhere"));
    link("a/away", outside);
    link("a/directory.s", outside);

    ModuleTree tree = ModuleTree.discover(root);

    assertThat(packages(tree))
        .containsExactly(
            "a/inside.s example.com/m/a in example.com/m",
            "a/x.s example.com/m/a in example.com/m");
    assertThat(tree.problems())
        .extracting(problem -> problem.path() + " " + problem.severity().word())
        .containsExactly(
            "a/away note",
            "a/directory.s note",
            "a/foreign.s warning",
            "a/nowhere.s error",
            "a/self.s error",
            "a/up note");
  }

  @Test
  void followsALinkThatIsNamed() throws IOException {
    write("go.mod", GO_MOD);
    write("a/x.s", "");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), root.resolve("a"));

    assertThat(packages(ModuleTree.discover(link)))
        .containsExactly("x.s example.com/m/a in example.com/m");
  }

  @Test
  void reportsNamesThatCannotBePrinted() throws IOException {
    write("a\u001b[31m.s", "");
    write("b\n/c.s", "");
    write("d.s", "");
    write("e\n.txt", "");

    ModuleTree tree = ModuleTree.discover(root);

    assertThat(tree.files()).extracting(SourceFile::relative).containsExactly("d.s");
    assertThat(tree.problems()).extracting(Finding::path).containsExactly("a\\x1b[31m.s", "b\\x0a");
  }

  @Test
  void takesNamesThatAreOnlyUnusual() throws IOException {
    write("-x.s", "");
    write("a b/\u00e9 (1).s", "");
    write("c.s/d.s", "");
    Files.createDirectory(root.resolve("go.mod"));

    assertThat(ModuleTree.discover(root).files())
        .extracting(SourceFile::relative)
        .containsExactly("-x.s", "a b/\u00e9 (1).s", "c.s/d.s");
  }

  @Test
  @Timeout(20)
  void reportsPipesInsteadOfWaitingForThem() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("mkfifo", root.resolve("x.s").toString()).start();
    Assumptions.assumeTrue(process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0);

    assertThat(problems(ModuleTree.discover(root)))
        .containsExactly("x.s: error: is not a regular file [unreadable-file]");
  }

  @Test
  void reportsDirectoriesThatCannotBeReadAndDoesTheRest() throws IOException {
    Path closed = root.resolve("closed");
    SourceWalk walk = new SourceWalk(root, TreeScope.PACKAGES);
    Path readable = write("a.s", "");

    walk.preVisitDirectory(root, Files.readAttributes(root, BasicFileAttributes.class));
    walk.visitFileFailed(
        closed, new AccessDeniedException(closed.toString(), null, "Permission denied"));
    walk.visitFileFailed(root.resolve(".hidden"), new AccessDeniedException(".hidden"));
    walk.visitFileFailed(root.resolve("loop"), new FileSystemLoopException("loop"));
    walk.visitFile(readable, Files.readAttributes(readable, BasicFileAttributes.class));
    walk.postVisitDirectory(root, new IOException("gone"));

    assertThat(walk.files()).hasSize(1);
    assertThat(walk.problems())
        .extracting(Finding::toString)
        .containsExactly(
            "closed: error: it may not be read by this user [unreadable-directory]",
            "loop: error: FileSystemLoopException loop [unreadable-directory]",
            ".: error: was read in part only: IOException gone [unreadable-directory]");
  }

  @Test
  void survivesADirectoryWithoutPermissions() throws IOException {
    Path closed = Files.createDirectory(root.resolve("closed"));
    write("a.s", "");
    Assumptions.assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed));

    ModuleTree tree = ModuleTree.discover(root);

    assertThat(tree.files()).hasSize(1);
    assertThat(tree.problems()).extracting(Finding::rule).containsExactly("unreadable-directory");
    assertThat(closed.toFile().setReadable(true)).isTrue();
  }

  private Path write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.writeString(file, content);
  }

  private void link(String path, Path target) throws IOException {
    Files.createSymbolicLink(root.resolve(path), target);
  }

  private static List<String> packages(ModuleTree tree) {
    return tree.files().stream()
        .map(file -> file.relative() + " " + file.packagePath() + " in " + file.modulePath())
        .toList();
  }

  private static List<String> problems(ModuleTree tree) {
    return tree.problems().stream().map(Finding::toString).toList();
  }
}
