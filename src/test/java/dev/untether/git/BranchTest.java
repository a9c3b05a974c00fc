package dev.untether.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.report.Command;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens between the objects and the branch, when others are at work or we are stopped. */
final class BranchTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path directory;
  private GitRepository repository;
  private Base base;

  @BeforeEach
  void repository() throws IOException, GitException {
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.name", "Gopher");
    git("config", "user.email", "gopher@example.com");
    Files.createDirectories(directory.resolve("a/b"));
    for (String name : List.of("a.txt", "a/x.txt", "a/b/y.txt", "a-b.txt", "ab.txt")) {
      Files.writeString(directory.resolve(name), "old\n");
    }
    git("add", "--all");
    git("commit", "--quiet", "-m", "Start");
    repository = GitRepository.containing(directory);
    base = repository.base(Optional.empty());
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void treesAreTheOnesGitMakes() throws IOException, GitException {
    Map<String, String> files = new TreeMap<>();
    files.put("a/b/y.txt", ""); // Deleted, and its directory with it.
    files.put("a.txt", "new\n");
    files.put("a/b.txt", "new\n");
    files.put("a0/deep/down.txt", "new\n");
    files.put("ä/ö.txt", "new\n");

    Series series = branch("b").write(List.of(step(files)), options(Map.of()));

    for (var each : files.entrySet()) {
      Path file = directory.resolve(each.getKey());
      Files.createDirectories(file.resolveSibling(""));
      if (each.getValue().isEmpty()) {
        Files.delete(file);
      } else {
        Files.writeString(file, each.getValue());
      }
    }
    git("add", "--all");
    assertThat(git("rev-parse", series.ids().get(0) + "^{tree}")).isEqualTo(git("write-tree"));
    assertThat(git("fsck", "--strict")).doesNotContain("error", "missing", "warning");
  }

  @Test
  void whoeverStopsUsBeforeTheBranchIsMovedLosesNothing() throws GitException {
    Series first = branch("b").write(steps("one\n"), options(Map.of()));
    assertThat(branch("b").publish(first)).isEqualTo(Branch.Outcome.CREATED);
    String before = git("rev-parse", "b");
    // Stopped here: objects are there, and nothing leads to them.
    Series lost = branch("b").write(steps("two\n"), options(Map.of()));

    assertThat(git("fsck")).doesNotContain("error", "missing").contains("dangling commit");
    assertThat(git("rev-parse", "b")).isEqualTo(before);
    assertThat(branch("b").publish(branch("b").write(steps("two\n"), options(Map.of()))))
        .isEqualTo(Branch.Outcome.UPDATED);
    assertThat(git("rev-parse", "b")).isEqualTo(lost.ids().get(0));
  }

  @Test
  void aBranchThatSomebodyMadeMeanwhileIsLeftAlone() throws GitException {
    Branch branch = branch("b");
    Series series = branch.write(steps("one\n"), options(Map.of()));
    git("branch", "b", "main");

    assertThatThrownBy(() -> branch.publish(series))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("could not be moved");
    assertThat(git("rev-parse", "b")).isEqualTo(git("rev-parse", "main"));
  }

  @Test
  void aBranchThatSomebodyMovedMeanwhileIsLeftAlone() throws GitException {
    branch("b").publish(branch("b").write(steps("one\n"), options(Map.of())));
    Branch branch = branch("b");
    Series series = branch.write(steps("two\n"), options(Map.of()));
    git("update-ref", "refs/heads/b", "main");

    assertThatThrownBy(() -> branch.publish(series)).isInstanceOf(GitException.class);
    assertThat(git("rev-parse", "b")).isEqualTo(git("rev-parse", "main"));
  }

  @Test
  void aBranchThatWasMergedMayBeMadeAnew() throws GitException {
    branch("b").publish(branch("b").write(steps("one\n"), options(Map.of())));
    git("merge", "--quiet", "--no-edit", "b");
    base = repository.base(Optional.empty());

    assertThat(branch("b").publish(branch("b").write(steps("two\n"), options(Map.of()))))
        .isEqualTo(Branch.Outcome.UPDATED);
    assertThat(git("rev-parse", "b~1")).isEqualTo(git("rev-parse", "main"));
  }

  @Test
  void sameChangesOfANewerRecipeAreNewCommits() throws GitException {
    branch("b").publish(branch("b").write(steps("one\n"), options(Map.of())));
    Step step = steps("one\n").get(0);
    AppliedRecipe newer =
        new AppliedRecipe("some-recipe", 2, "1".repeat(64), "Do it", "", List.of());
    List<Step> steps = List.of(new Step(List.of(newer), step.changes(), step.command()));

    assertThat(branch("b").publish(branch("b").write(steps, options(Map.of()))))
        .isEqualTo(Branch.Outcome.UPDATED);
  }

  @Test
  void sameChangesAtAnotherTimeAreNoNewCommits() throws GitException {
    branch("b").publish(branch("b").write(steps("one\n"), options(Map.of())));
    CommitOptions later =
        new CommitOptions(false, false, NOW.plusSeconds(60), ZoneOffset.UTC, Map.of());

    assertThat(branch("b").publish(branch("b").write(steps("one\n"), later)))
        .isEqualTo(Branch.Outcome.UNCHANGED);
  }

  @Test
  void aSignOffAskedForLaterIsAdded() throws GitException {
    branch("b").publish(branch("b").write(steps("one\n"), options(Map.of())));
    CommitOptions vouched = new CommitOptions(true, false, NOW, ZoneOffset.UTC, Map.of());

    assertThat(branch("b").publish(branch("b").write(steps("one\n"), vouched)))
        .isEqualTo(Branch.Outcome.UPDATED);
    assertThat(branch("b").publish(branch("b").write(steps("one\n"), vouched)))
        .isEqualTo(Branch.Outcome.UNCHANGED);
  }

  @Test
  void aBranchThatIsAnotherNameOfABranchIsLeftAlone() {
    git("branch", "theirs");
    git("symbolic-ref", "refs/heads/b", "refs/heads/theirs");

    assertThatThrownBy(() -> branch("b")).hasMessageContaining("another name of refs/heads/theirs");
  }

  @Test
  void aRecipeWithoutATreeOfItsOwnIsNamedWithTheNextOne() throws GitException {
    AppliedRecipe quiet = new AppliedRecipe("quiet", 1, "2".repeat(64), "Do", "", List.of());
    List<Step> steps =
        List.of(new Step(List.of(quiet), new TreeMap<>(), "untether"), steps("one\n").get(0));

    Series series = branch("b").write(steps, options(Map.of()));

    assertThat(series.size()).isEqualTo(1);
    assertThat(git("log", "-1", "--format=%B", series.ids().get(0)))
        .contains("Untether-Recipe: quiet@1 ", "Untether-Recipe: some-recipe@1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@1700000000 +0100", "1700000000 +0100", "2023-11-14T23:13:20+01:00"})
  void theEnvironmentNamesPeopleAndDates(String date) throws GitException {
    Map<String, String> environment =
        Map.of(
            "GIT_AUTHOR_NAME", "A. \"Quoted\" Author",
            "GIT_AUTHOR_EMAIL", "author@example.com",
            "GIT_AUTHOR_DATE", date,
            "GIT_COMMITTER_NAME", "Committer");

    Series series = branch("b").write(steps("one\n"), options(environment));

    assertThat(
            git("log", "-1", "--format=%an|%ae|%ad|%cn|%ce|%cI", "--date=raw", series.ids().get(0)))
        .isEqualTo(
            "A. \"Quoted\" Author|author@example.com|1700000000 +0100"
                + "|Committer|gopher@example.com|2026-11-21T10:00:00+00:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "1700000000", "2023-11-14"})
  void datesThatWeCannotReadAreNotGuessed(String date) {
    assertThatThrownBy(
            () -> branch("b").write(steps("one\n"), options(Map.of("GIT_AUTHOR_DATE", date))))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("GIT_AUTHOR_DATE=" + date + ": expected");
  }

  @Test
  void anUnknownSignatureFormatIsNamed() {
    git("config", "gpg.format", "wax");

    assertThatThrownBy(
            () ->
                branch("b")
                    .write(
                        steps("one\n"),
                        new CommitOptions(false, true, NOW, ZoneOffset.UTC, Map.of())))
        .hasMessageContaining("gpg.format is wax; expected openpgp, x509 or ssh");
  }

  private Branch branch(String name) throws GitException {
    return Branch.of(repository, base, name);
  }

  private static CommitOptions options(Map<String, String> environment) {
    return new CommitOptions(false, false, NOW, ZoneOffset.UTC, environment);
  }

  private static List<Step> steps(String text) {
    return List.of(step(Map.of("a.txt", text)));
  }

  private static Step step(Map<String, String> files) {
    TreeMap<String, Change> changes = new TreeMap<>();
    files.forEach(
        (path, text) ->
            changes.put(
                path,
                new Change(
                    Optional.empty(),
                    text.isEmpty() ? Optional.empty() : Optional.of(SourceText.of(text)))));
    AppliedRecipe recipe =
        new AppliedRecipe(
            "some-recipe",
            1,
            "0".repeat(64),
            "Do it",
            "What it does.",
            List.of(URI.create("https://go.dev/issue/1")));
    return new Step(List.of(recipe), changes, "untether migrate");
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(Arrays.asList(arguments));
    byte[] out = new Command(directory).run(new byte[0], command.toArray(String[]::new));
    return new String(out, StandardCharsets.UTF_8).stripTrailing();
  }
}
