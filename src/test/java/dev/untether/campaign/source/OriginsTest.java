package dev.untether.campaign.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Origin;
import dev.untether.campaign.Source;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.ListedRepository;
import dev.untether.forge.Project;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which repositories the sources of a campaign lead to. */
final class OriginsTest {
  @TempDir Path directory;
  @TempDir Path state;
  private final Map<String, String> remotes = new HashMap<>();
  private final List<String> cloned = new ArrayList<>();
  private final List<ListedRepository> listed = new ArrayList<>();

  private Path repository(String path) throws IOException {
    Path place = Files.createDirectories(directory.resolve(path));
    git(place, "init", "--quiet", "--initial-branch=main");
    Files.createDirectories(place.resolve("in/deep"));
    Files.writeString(place.resolve("in/deep/go.mod"), "module m\n");
    git(place, "add", "--all");
    git(place, "-c", "user.name=G", "-c", "user.email=g@x", "commit", "--quiet", "-m", "Start");
    return place;
  }

  private static void git(Path place, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    new Command(place).run(new byte[0], command.toArray(String[]::new));
  }

  private Origins.Found found(Source... sources) throws InterruptedException {
    return Origins.of(List.of(sources), state, new Doubles());
  }

  private static Source local(Path path, String... include) {
    return new Source.Local(path, List.of(include));
  }

  private static List<String> names(Origins.Found found) {
    return found.origins().stream().map(Origin::name).toList();
  }

  /** Clones with git, from this machine; knows one forge. */
  private final class Doubles implements Connections {
    @Override
    public Cloned cloned(Path to, String url, Optional<String> branch) throws GitException {
      cloned.add(url);
      Path from = directory.resolve(url.substring(url.lastIndexOf('/') + 1));
      if (!Files.exists(from)) {
        throw new GitException(GitException.Reason.NOT_FOUND, url + ": no such repository");
      }
      if (!Files.exists(to)) {
        git(directory, "clone", "--quiet", "--bare", from.toString(), to.toString());
      }
      return new Cloned(to, branch.orElse("main"));
    }

    @Override
    public Optional<String> remote(GitRepository place) {
      return Optional.ofNullable(remotes.get(place.root().toString()));
    }

    @Override
    public Optional<Project> project(String url) {
      String start = "https://forge.example/";
      return url.startsWith(start)
          ? Optional.of(new Project("https://forge.example", url.substring(start.length())))
          : Optional.empty();
    }

    @Override
    public ForgeServer server(Source.Organisation organisation) {
      return new ForgeServer() {
        @Override
        public Forge project(String path) {
          throw new AssertionError(path);
        }

        @Override
        public List<ListedRepository> repositories(String name) throws ForgeException {
          if (name.equals("nobody")) {
            throw new ForgeException(ForgeException.Reason.NOT_FOUND, "no organisation nobody");
          }
          return listed;
        }
      };
    }
  }

  @Test
  void directoryOfARepositoryIsThatRepository() throws Exception {
    Path place = repository("one");

    Origins.Found found = found(local(place));

    assertThat(names(found)).containsExactly("one");
    assertThat(found.origins().get(0).within()).isEmpty();
    assertThat(found.origins().get(0).baseBranch()).isEqualTo("main");
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void directoryInsideARepositoryLimitsIt() throws Exception {
    Path place = repository("one");

    Origin origin = found(local(place.resolve("in"), "de*")).origins().get(0);

    assertThat(origin.within()).containsExactly(new Origin.Part("in", List.of("de*")));
    assertThat(origin.covers("in/deep/go.mod")).isTrue();
    assertThat(origin.covers("in/other")).isFalse();
    assertThat(origin.covers("inside/deep")).isFalse();
  }

  @Test
  void directoryAboveRepositoriesIsAllOfThem() throws Exception {
    repository("all/a");
    repository("all/team/b");
    repository("all/.hidden/c");
    repository("all/a/in/nested");

    assertThat(names(found(local(directory.resolve("all"))))).containsExactly("a", "b");
  }

  @Test
  void patternsChooseRepositoriesAndWhatIsInThem() throws Exception {
    repository("all/a");
    repository("all/team/b");
    repository("all/team/c");

    Origins.Found found = found(local(directory.resolve("all"), "team/b", "team/c/in/*"));

    assertThat(names(found)).containsExactly("b", "c");
    assertThat(found.origins().get(0).within()).isEmpty();
    assertThat(found.origins().get(1).covers("in/deep")).isTrue();
    assertThat(found.origins().get(1).covers("other/deep")).isFalse();
  }

  @Test
  void repositoriesOfOneNameAreToldApartByWhatStandsBefore() throws Exception {
    repository("x/api");
    repository("y/api");
    repository("y/web");

    assertThat(names(found(local(directory)))).containsExactly("web", "x/api", "y/api");
  }

  @Test
  void repositoryThatTwoSourcesNameIsThereOnce() throws Exception {
    Path place = repository("one");
    remotes.put(place.toRealPath().toString(), "https://forge.example/org/one");

    Origins.Found found =
        found(
            local(place.resolve("in")),
            local(place.resolve("in/deep")),
            new Source.Remote("https://forge.example/org/one", Optional.empty()));

    assertThat(names(found)).containsExactly("org/one");
    assertThat(found.origins().get(0).within()).isEmpty();
    assertThat(found.origins().get(0).place()).isEqualTo(place.toRealPath());
  }

  @Test
  void partsOfOneRepositoryAddUp() throws Exception {
    Path place = repository("one");
    Files.createDirectory(place.resolve("other"));

    Origin origin =
        found(local(place.resolve("in")), local(place.resolve("other"))).origins().get(0);

    assertThat(origin.covers("in/x")).isTrue();
    assertThat(origin.covers("other/x")).isTrue();
    assertThat(origin.covers("x")).isFalse();
  }

  @Test
  void remoteIsClonedBelowTheDirectoryOfOurs() throws Exception {
    repository("one");

    Origins.Found found = found(new Source.Remote("https://git.example/one", Optional.of("main")));

    assertThat(found.problems()).isEmpty();
    assertThat(names(found)).containsExactly("one");
    assertThat(found.origins().get(0).place()).startsWith(state);
    assertThat(found.origins().get(0).base().name()).isEqualTo("refs/heads/main");
  }

  @Test
  void sourceThatFailsIsAProblemAndTheOthersGoOn() throws Exception {
    Path place = repository("one");
    Path empty = Files.createDirectory(directory.resolve("empty"));
    git(Files.createDirectory(directory.resolve("unborn")), "init", "--quiet");

    Origins.Found found =
        found(
            local(directory.resolve("gone")),
            local(empty),
            local(directory.resolve("unborn")),
            new Source.Remote("https://git.example/gone", Optional.empty()),
            new Source.Organisation("https://forge.example", Optional.empty(), "nobody", List.of()),
            local(place));

    assertThat(names(found)).containsExactly("one");
    assertThat(found.problems())
        .extracting(it -> it.message())
        .satisfiesExactly(
            message -> assertThat(message).startsWith("does not exist"),
            message -> assertThat(message).startsWith("is in no git repository, and has none"),
            message -> assertThat(message).contains("has no commit yet"),
            message -> assertThat(message).contains("no such repository"),
            message -> assertThat(message).contains("no organisation nobody"));
  }

  @Test
  void detachedHeadIsMeantForNoBranch() throws Exception {
    Path place = repository("one");
    git(place, "checkout", "--quiet", "--detach");

    Origins.Found found = found(local(place));

    assertThat(found.origins()).isEmpty();
    assertThat(found.problems().get(0).message()).contains("is on no branch");
  }

  @Test
  void organisationGivesWhatIsNeitherArchivedNorAFork() throws Exception {
    for (String name : List.of("api", "web", "old", "copy")) {
      repository(name);
      listed.add(
          new ListedRepository(
              new Project("https://forge.example", "org/" + name),
              "https://forge.example/org/" + name,
              "main",
              name.equals("old"),
              name.equals("copy")));
    }

    Source all =
        new Source.Organisation("https://forge.example", Optional.empty(), "org", List.of());
    Source some =
        new Source.Organisation("https://forge.example", Optional.empty(), "org", List.of("w*"));

    assertThat(names(found(all))).containsExactly("org/api", "org/web");
    cloned.clear();
    assertThat(names(found(some))).containsExactly("org/web");
    assertThat(cloned).containsExactly("https://forge.example/org/web");
  }
}
