package dev.untether.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.report.Command;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A base commit, listed without reading its files, against what git says of it. */
final class TreeListingTest {
  @TempDir Path directory;

  @Test
  void modulesHaveTheTreesThatGitSays() throws IOException, GitException {
    file("go.mod");
    file("a/go.mod");
    file("a/b/c/go.mod");
    file("a/b/x.go");
    file("notgo.mod");
    file("d/xgo.mod");
    file("e/go.mod/x.go");
    file("f/x.go");
    commit();

    try (GitRepository repository = GitRepository.containing(directory)) {
      TreeListing listing = TreeListing.of(repository, repository.base(Optional.empty()));

      assertThat(listing.modules()).containsOnlyKeys("", "a", "a/b/c");
      for (var each : listing.modules().entrySet()) {
        assertThat(each.getValue()).isEqualTo(git("rev-parse", "HEAD:" + each.getKey()));
        assertThat(listing.tree(each.getKey())).contains(each.getValue());
      }
      assertThat(listing.tree("nowhere")).isEmpty();
      assertThat(listing.tree("go.mod")).isEmpty();
    }
  }

  @Test
  void entriesAreTheOnesThatGitLists() throws IOException, GitException {
    file("a/x.go");
    file("a/b/y.go");
    file("a.go");
    file("a-b/z.go");
    file("ä/ö ü.go");
    Files.createSymbolicLink(directory.resolve("a/link"), Path.of("x.go"));
    assertThat(directory.resolve("a.go").toFile().setExecutable(true)).isTrue();
    commit();

    assertThat(listed(List.of(""))).isEqualTo(git("ls-tree", "-r", "HEAD").lines().toList());
    assertThat(listed(List.of("a", "gone")))
        .isEqualTo(git("ls-tree", "-r", "HEAD", "a/").lines().toList());
    assertThat(listed(List.of())).isEmpty();
    assertThat(listed(List.of("a/x.go", "a-b"))).hasSize(2);
  }

  @Test
  void namesThatNoDiskCouldHaveAreLeftOut() throws IOException, GitException {
    file("x.go");
    commit();
    String blob = git("rev-parse", "HEAD:x.go");
    String inner = mktree("100644 blob " + blob + "\tgo.mod\n");
    String tree =
        mktree("040000 tree " + inner + "\t.GIT\n" + "100644 blob " + blob + "\tgo.mod\n");
    git("update-ref", "HEAD", git("commit-tree", tree, "-m", "Odd"));

    try (GitRepository repository = GitRepository.containing(directory)) {
      TreeListing listing = TreeListing.of(repository, repository.base(Optional.empty()));
      assertThat(listing.modules()).containsOnlyKeys("");
    }
    assertThat(listed(List.of(""))).hasSize(1);
  }

  @Test
  void contentIsReadUpToALimitAndNeverThroughALink() throws IOException, GitException {
    file("a/x.go");
    Files.createSymbolicLink(directory.resolve("link"), Path.of("a/x.go"));
    commit();

    try (GitRepository repository = GitRepository.containing(directory)) {
      TreeListing listing = TreeListing.of(repository, repository.base(Optional.empty()));
      assertThat(listing.content("a/x.go", 100))
          .hasValueSatisfying(
              bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("a/x.go\n"));
      assertThat(listing.content("a/x.go", 6)).isEmpty();
      assertThat(listing.content("link", 100)).isEmpty();
      assertThat(listing.content("a", 100)).isEmpty();
      assertThat(listing.content("gone", 100)).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void aMonorepoIsListedInSeconds() throws GitException {
    git("init", "--quiet", "--initial-branch=main");
    StringBuilder stream = new StringBuilder("blob\nmark :1\ndata 2\nx\ncommit refs/heads/main\n");
    stream.append("committer G <g@example.com> 1700000000 +0000\ndata 1\nm\n");
    for (int module = 0; module < 10_000; module++) {
      String at = "g" + module % 100 + "/m" + module;
      stream.append("M 100644 :1 ").append(at).append("/go.mod\n");
      for (int i = 0; i < 9; i++) {
        stream.append("M 100644 :1 ").append(at).append("/f").append(i).append(".go\n");
      }
    }
    new Command(directory)
        .run(stream.toString().getBytes(StandardCharsets.UTF_8), "git", "fast-import", "--quiet");

    try (GitRepository repository = GitRepository.containing(directory)) {
      TreeListing listing = TreeListing.of(repository, repository.base(Optional.empty()));
      long start = processorTime();
      int[] files = new int[1];
      listing.visit(List.of(""), entry -> files[0]++);
      assertThat(listing.modules()).hasSize(10_000);
      assertThat(files[0]).isEqualTo(100_000);
      assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  private List<String> listed(List<String> paths) throws GitException {
    List<String> lines = new ArrayList<>();
    try (GitRepository repository = GitRepository.containing(directory)) {
      TreeListing.of(repository, repository.base(Optional.empty()))
          .visit(
              paths,
              entry -> {
                String mode =
                    switch (entry.kind()) {
                      case FILE -> "100644 blob ";
                      case EXECUTABLE -> "100755 blob ";
                      case LINK -> "120000 blob ";
                      case SUBMODULE -> "160000 commit ";
                    };
                lines.add(mode + entry.id() + "\t" + entry.path());
              });
    }
    return lines;
  }

  private void file(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, path + "\n");
  }

  private void commit() {
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.name", "Gopher");
    git("config", "user.email", "gopher@example.com");
    git("add", "--all");
    git("commit", "--quiet", "-m", "Start");
  }

  private String mktree(String entries) {
    byte[] out =
        new Command(directory).run(entries.getBytes(StandardCharsets.UTF_8), "git", "mktree");
    return new String(out, StandardCharsets.UTF_8).strip();
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(List.of(arguments));
    byte[] out = new Command(directory).run(new byte[0], command.toArray(String[]::new));
    return new String(out, StandardCharsets.UTF_8).stripTrailing();
  }

  /** Returns what this thread has cost so far, however busy the machine is with others. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
