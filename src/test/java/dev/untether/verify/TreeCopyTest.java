package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build gets what it needs of the user's tree, and cannot reach the tree itself. */
final class TreeCopyTest {
  @TempDir Path temporary;
  private Path directory = Path.of("");
  private Workspace workspace = open(Limits.forJobs(1));

  private static Workspace open(Limits limits) {
    try {
      Path caches = Files.createTempDirectory("untether-test-caches");
      Settings settings = new Settings(caches, Optional.empty(), false, "", false);
      return Workspace.open(settings, limits);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void realPath() throws IOException {
    directory = temporary.toRealPath();
  }

  @AfterEach
  void close() throws IOException {
    workspace.close();
  }

  @Test
  void everyFileOfTheModuleIsThereButTheHistory() throws IOException {
    write("m/go.mod", "module m\n");
    write("m/p/data.bin", "embedded");
    write("m/.git/config", "x");

    TreeCopy copy = copy("m");

    assertThat(copy.module().resolve("p/data.bin")).hasContent("embedded");
    assertThat(copy.module().resolve(".git")).doesNotExist();
  }

  @Test
  void linksThatLeaveTheTreeAreLeftOut() throws IOException {
    write("m/go.mod", "module m\n");
    write("m/p/real.go", "package p\n");
    write("secret", "secret");
    Files.createSymbolicLink(directory.resolve("m/p/out.go"), directory.resolve("secret"));
    Files.createSymbolicLink(directory.resolve("m/p/dir"), directory);
    Files.createSymbolicLink(directory.resolve("m/p/in.go"), Path.of("real.go"));

    TreeCopy copy = copy("m");

    assertThat(copy.module().resolve("p/out.go")).doesNotExist();
    assertThat(copy.module().resolve("p/dir")).doesNotExist();
    assertThat(copy.module().resolve("p/in.go")).isRegularFile().hasContent("package p\n");
  }

  @Test
  void aModuleThatReplacesAnotherOfTheRepositoryComesAlong() throws IOException {
    write("r/.git/config", "");
    write("r/m/go.mod", "module m\n\nrequire x v0.0.0\n\nreplace x => ../x\n");
    write("r/x/go.mod", "module x\n");
    write("r/other/go.mod", "module other\n");

    TreeCopy copy = copy("r/m");

    assertThat(copy.module().resolve("../x/go.mod")).hasContent("module x\n");
    assertThat(copy.module().resolve("../other")).doesNotExist();
  }

  @Test
  void aReplacementOutsideTheRepositoryIsNotLookedAt() throws IOException {
    write("r/.git/config", "");
    write("r/m/go.mod", "module m\n\nreplace x => ../../elsewhere\n");
    write("elsewhere/go.mod", "module x\n");

    TreeCopy copy = copy("r/m");

    assertThat(copy.module().resolve("../../elsewhere").normalize()).doesNotExist();
    assertThat(copy.module().resolve("../elsewhere").normalize()).doesNotExist();
  }

  @Test
  void theWorkspaceOfAModuleComesAlong() throws IOException {
    write("r/.git/config", "");
    write("r/go.work", "go 1.23\n\nuse (\n\t./a\n\t./b\n)\n");
    write("r/a/go.mod", "module a\n");
    write("r/b/go.mod", "module b\n");

    TreeCopy copy = copy("r/a");

    assertThat(Path.of(copy.goWork())).isRegularFile();
    assertThat(copy.module().resolve("../b/go.mod")).hasContent("module b\n");
  }

  @Test
  void aWorkspaceThatDoesNotListTheModuleIsOff() throws IOException {
    write("r/.git/config", "");
    write("r/go.work", "go 1.23\n\nuse ./a\n");
    write("r/a/go.mod", "module a\n");
    write("r/b/go.mod", "module b\n");

    assertThat(copy("r/b").goWork()).isEqualTo("off");
  }

  @Test
  void editsChangeTheirCopyAndNeitherTheOtherNorTheTree() throws IOException {
    write("m/go.mod", "module m\n");
    Path a = write("m/a.go", "package m\n");
    Path b = write("m/b.go", "package m // b\n");
    Path c = directory.resolve("m/sub/c.go");
    TreeCopy base = copy("m");
    List<FileEdit> edits =
        List.of(
            edit(a, "package m\n", "package m // new\n"),
            edit(b, "package m // b\n", null),
            edit(c, null, "package sub\n"));

    TreeCopy changed = base.with(edits, workspace);

    assertThat(changed.module().resolve("a.go")).hasContent("package m // new\n");
    assertThat(changed.module().resolve("b.go")).doesNotExist();
    assertThat(changed.module().resolve("sub/c.go")).hasContent("package sub\n");
    assertThat(base.module().resolve("a.go")).hasContent("package m\n");
    assertThat(base.module().resolve("b.go")).exists();
    assertThat(a).hasContent("package m\n");
    assertThat(changed.digest()).isNotEqualTo(base.digest());
    assertThat(base.with(List.of(), workspace).digest()).isEqualTo(base.digest());
  }

  @Test
  void aTreeBeyondTheLimitsIsRefusedByName() throws IOException {
    write("m/go.mod", "module m\n");
    write("m/a.go", "package m\n");
    Limits all = Limits.forJobs(1);
    workspace.close();
    workspace = open(new Limits(1, all.perCommand(), 100, 100, 1, 1 << 20));

    assertThatThrownBy(() -> copy("m"))
        .isInstanceOf(TreeCopy.TooLargeException.class)
        .hasMessageContaining(directory.resolve("m").toString());
  }

  private TreeCopy copy(String module) throws IOException {
    return TreeCopy.of(SourceTree.of(directory.resolve(module)), workspace);
  }

  private static FileEdit edit(
      Path file,
      @org.jspecify.annotations.Nullable String before,
      @org.jspecify.annotations.Nullable String after) {
    return new FileEdit(
        file,
        Optional.ofNullable(before).map(SourceText::of),
        Optional.ofNullable(after).map(SourceText::of),
        List.of("r"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }
}
