package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageNameTest {
  @TempDir private Path directory;

  @Test
  void isThatOfTheFirstFileThatIsBuilt() throws IOException {
    write("a_ignored.go", "//go:build ignore\n\npackage main\n");
    write("b_test.go", "package foo_test\n");
    write("c_broken.go", "packag main\n");
    write("d_doc.go", "package documentation\n");
    write("_e.go", "package main\n");
    write("f_windows.go", "package foo\n");
    write("g.go", "package bar\n");

    assertThat(PackageName.of(directory)).contains("foo");
  }

  @Test
  void isThatOfAFileNobodyBuildsWhereThereIsNoOther() throws IOException {
    write("a.go", "//go:build ignore\n\npackage main\n");

    assertThat(PackageName.of(directory)).contains("main");
  }

  @Test
  void isThatOfTheTestsWhereNothingElseIsBuilt() throws IOException {
    write("a.go", "//go:build ignore\n\npackage main\n");
    write("b_test.go", "package foo_test\n");

    assertThat(PackageName.of(directory)).contains("foo");
  }

  @Test
  void isUnknownWithoutGoFiles() throws IOException {
    write("a.s", "package foo\n");
    write("b.go", "\0package foo\n");
    Files.createDirectory(directory.resolve("c.go"));

    assertThat(PackageName.of(directory)).isEmpty();
    assertThat(PackageName.of(directory.resolve("none"))).isEmpty();
  }

  @Test
  void makesTheLinkerCallProgramsMain() throws IOException {
    assertThat(PackageName.linkerPrefix(directory, "example.com/x")).isEqualTo("example.com/x");
    write("a.go", "package y\n");
    assertThat(PackageName.linkerPrefix(directory, "example.com/x")).isEqualTo("example.com/x");
    write("a.go", "package main\n");
    assertThat(PackageName.linkerPrefix(directory, "example.com/x")).isEqualTo("main");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }
}
