package dev.untether.campaign.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.git.GitRepository;
import dev.untether.git.TreeListing;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProofFilesTest {
  @TempDir Path directory;

  @Test
  void aModuleIsEnoughForItsFiles() throws Exception {
    module("a", "");
    module("b", "");

    assertThat(needed("a/a.go", "a/deep/down/new.go")).containsExactly("a");
    assertThat(needed("b/b.go", "a/a.go")).containsExactly("a", "b");
  }

  @Test
  void whatStandsForAnotherModuleIsTakenToo() throws Exception {
    module("a", "replace example.com/b => ../b\n");
    module(
        "b",
        "replace (\n\texample.com/c v1.0.0 => ./../x/c\n\texample.com/d => d.example.com v1.0.0\n)\n");
    module("x/c", "");
    module("d", "");

    assertThat(needed("a/a.go")).containsExactly("a", "b", "x/c");
  }

  @Test
  void modulesThatReplaceEachOtherEnd() throws Exception {
    module("a", "replace example.com/b => ../b\n");
    module("b", "replace example.com/a => ../a\n");

    assertThat(needed("a/a.go")).containsExactly("a", "b");
  }

  @Test
  void aWorkspaceTakesEverything() throws Exception {
    write("go.work", "go 1.24\n\nuse ./a\n");
    module("a", "");

    assertThat(needed("a/a.go")).containsExactly("");
  }

  @Test
  void aWorkspaceOfTheReplacementTakesEverything() throws Exception {
    module("a", "replace example.com/b => ../b\n");
    module("b", "");
    write("b/go.work", "go 1.24\n\nuse .\n");

    assertThat(needed("a/a.go")).containsExactly("");
  }

  @Test
  void theModuleAtTheRootIsEverything() throws Exception {
    write("go.mod", "module example.com/m\n\ngo 1.24\n");
    module("a", "replace example.com/m => ..\n");

    assertThat(needed("other/x.go")).containsExactly("");
    assertThat(needed("a/a.go")).containsExactly("");
  }

  @Test
  void whatLeadsOutOfTheRepositoryIsNotFollowed() throws Exception {
    module("a", "replace example.com/b => ../../b\n");
    module("c", "replace example.com/b => /etc\n");
    module("d", "replace example.com/b => ../gone\n");

    assertThat(needed("a/a.go")).containsExactly("");
    assertThat(needed("c/c.go")).containsExactly("");
    assertThat(needed("d/d.go")).containsExactly("d");
  }

  @Test
  void aFileInNoModuleTakesEverything() throws Exception {
    write("x/x.go", "package x\n");

    assertThat(needed("x/x.go")).containsExactly("");
  }

  private void module(String path, String more) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    write(path + "/go.mod", "module example.com/" + name + "\n\ngo 1.24\n\n" + more);
    write(path + "/" + name + ".go", "package " + name + "\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private Set<String> needed(String... files) throws Exception {
    Command git = new Command(directory);
    git.run(new byte[0], "git", "init", "--quiet");
    git.run(new byte[0], "git", "add", "--all");
    git.run(
        new byte[0],
        "git",
        "-c",
        "user.name=G",
        "-c",
        "user.email=g@example.com",
        "commit",
        "--quiet",
        "--allow-empty",
        "-m",
        "All");
    try (GitRepository repository = GitRepository.containing(directory)) {
      TreeListing base = TreeListing.of(repository, repository.base(Optional.empty()));
      return ProofFiles.of(base, List.of(files));
    }
  }
}
