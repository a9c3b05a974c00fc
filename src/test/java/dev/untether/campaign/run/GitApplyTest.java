package dev.untether.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Campaign;
import dev.untether.campaign.Coverage;
import dev.untether.campaign.Hosting;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Progress;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.Words;
import dev.untether.campaign.connect.GitBranches;
import dev.untether.campaign.connect.UnitWords;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.outcome.State;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.PullRequest;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Step;
import dev.untether.git.transport.TransportOptions;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs against real git: a bare remote, and a user's clone of it that is to stay as it is. */
final class GitApplyTest {
  private static final int KILLED = 30;

  @TempDir Path directory;

  private final Fate fate = new Fate();
  private final Campaign campaign = World.campaign();
  private Instant now = World.NOW;
  private FakeForge forge = forge();

  @BeforeEach
  void repositories() throws IOException {
    Files.createDirectories(directory.resolve("user/a"));
    Files.createDirectories(directory.resolve("tmp"));
    Files.createDirectories(directory.resolve("home"));
    git(directory, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git");
    user("init", "--quiet", "--initial-branch=main");
    user("config", "user.name", "Gopher");
    user("config", "user.email", "gopher@example.com");
    user("remote", "add", "origin", remote().toString());
    Files.writeString(directory.resolve("user/a.txt"), "old\n");
    user("add", "--all");
    user("commit", "--quiet", "-m", "Start");
    user("push", "--quiet", "origin", "main");
    // What a user has lying about.
    Files.writeString(directory.resolve("user/staged.txt"), "staged\n");
    user("add", "staged.txt");
    Files.writeString(directory.resolve("user/a.txt"), "edited\n");
    Files.writeString(directory.resolve("user/untracked.txt"), "untracked\n");
  }

  @Test
  void aUnitBecomesOneCommitOnABranchAndOnePullRequest() throws Exception {
    String before = snapshot();

    assertThat(apply(unit("a", "text")).count(State.OPENED)).isEqualTo(1);

    PullRequest request = forge.open().get(0);
    assertThat(request.branch()).isEqualTo("untether/a");
    assertThat(request.title()).isEqualTo("Cut ties in a");
    assertThat(request.body())
        .contains("It is there since Go")
        .contains("untether migrate --write a");
    assertThat(inRemote("rev-list", "--count", "main..untether/a")).isEqualTo("1");
    assertThat(inRemote("show", "untether/a:a/a.go")).isEqualTo("text");
    assertThat(inRemote("log", "-1", "--format=%B", "untether/a"))
        .contains("Untether-Recipe: replace-fastrand@1 sha256:")
        .contains("Untether-Content: ");
    assertThat(snapshot()).isEqualTo(before);
  }

  @Test
  void aDayLaterTheSamePlanHasNothingToPush() throws Exception {
    apply(unit("a", "text"));
    String refs = inRemote("for-each-ref");
    now = now.plus(Duration.ofDays(1));
    forge = forge(); // One that knows of no pull request, so that the push is tried.

    apply(unit("a", "text"));

    assertThat(inRemote("for-each-ref")).isEqualTo(refs);
    assertThat(forge.open()).hasSize(1);
  }

  @Test
  void aNewBaseMakesTheBranchAnew() throws Exception {
    apply(unit("a", "text"));
    moveBase();

    assertThat(apply(unit("a", "text")).count(State.UPDATED)).isEqualTo(1);
    assertThat(inRemote("rev-list", "--count", "main..untether/a")).isEqualTo("1");
    assertThat(inRemote("merge-base", "main", "untether/a"))
        .isEqualTo(inRemote("rev-parse", "main"));
    assertThat(apply(unit("a", "text")).count(State.UNCHANGED)).isEqualTo(1);
  }

  @Test
  void aBranchWithSomebodysCommitIsLeftAlone() throws Exception {
    apply(unit("a", "text"));
    String commit = somebodyCommits("untether/a");

    RunResult result = apply(unit("a", "other text"));

    assertThat(result.units().get(0).state()).isEqualTo(State.LEFT);
    assertThat(result.units().get(0).reason()).contains("Work of somebody");
    assertThat(inRemote("rev-parse", "untether/a")).isEqualTo(commit);
    assertThat(apply().units().get(0).state()).isEqualTo(State.LEFT);
    assertThat(forge.open()).hasSize(1);
  }

  @Test
  void commitsThatWereNeverPushedAreNotShownToAnybody() throws Exception {
    user("commit", "--quiet", "-m", "Not for everybody");

    RunResult result = apply(unit("a", "text"));

    assertThat(result.units().get(0).state()).isEqualTo(State.BLOCKED);
    assertThat(result.units().get(0).reason()).contains("does not have the commit");
    assertThat(inRemote("for-each-ref", "refs/heads/untether")).isEmpty();
  }

  @Test
  void whatIsDoneIsClosedAndItsBranchGoes() throws Exception {
    apply(unit("a", "text"));

    assertThat(apply().units().get(0).state()).isEqualTo(State.CLOSED);
    assertThat(inRemote("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
    assertThat(forge.requests().get(0).state()).isEqualTo(PullRequest.State.CLOSED);
    assertThat(apply().units()).isEmpty();
  }

  @Test
  void killedRunsLoseNothingAndDoNothingTwice() throws Exception {
    int killed = 0;
    for (int seed = 0; killed < KILLED; seed++) {
      Random random = new Random(seed);
      PlannedUnit a = unit("a", "text " + seed);
      PlannedUnit b = unit("b", "text " + seed);
      fate.allow(random.nextInt(14));
      String before = snapshot();
      try {
        apply(a, b);
      } catch (Fate.Killed e) {
        killed++;
      }
      fate.spare();
      apply(a, b);

      assertThat(forge.requests()).as("seed " + seed).hasSize(2);
      assertThat(forge.open()).hasSize(2);
      for (String unit : List.of("a", "b")) {
        assertThat(inRemote("show", "untether/" + unit + ":" + unit + "/a.go"))
            .isEqualTo("text " + seed);
        assertThat(inRemote("rev-list", "--count", "main..untether/" + unit)).isEqualTo("1");
      }
      assertThat(inRemote("for-each-ref", "--format=%(refname)").lines()).hasSize(3);
      assertThat(snapshot()).isEqualTo(before);
    }
    assertThat(inRemote("fsck", "--strict", "--no-dangling")).doesNotContain("error", "missing");
  }

  private static PlannedUnit unit(String id, String text) {
    return World.unit("r", id, text);
  }

  private RunResult apply(PlannedUnit... units)
      throws IOException, InterruptedException, GitException {
    try (GitRepository place = GitRepository.containing(directory.resolve("user"))) {
      Origin origin =
          new Origin(
              "r",
              directory.resolve("user"),
              Optional.of(remote().toString()),
              Optional.of(World.project("r")),
              "main",
              place.base(Optional.empty()));
      Plan plan = new Plan(List.of(origin), List.of(units), List.of(), List.of(), units.length, 0);
      InstantSource clock =
          () -> {
            fate.point();
            return now;
          };
      Settings settings = new Settings(directory.resolve("state"), clock, 2, 2, false);
      Words words = new UnitWords(campaign, it -> ForgeKind.GITHUB, it -> UnitWords.Verdicts.NONE);
      return new Apply(hosting(), words, UnitProver.trusting(), settings)
          .apply(new Order(campaign, plan, Set.of(), Map.of(), Coverage.all()), Progress.silent());
    }
  }

  private Hosting hosting() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    environment.put("HOME", directory.resolve("home").toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    TransportOptions transport =
        new TransportOptions(
            environment, directory.resolve("tmp"), Duration.ofMinutes(1), Optional.empty());
    CommitOptions commits = new CommitOptions(false, false, now, ZoneOffset.UTC, Map.of());
    return new Hosting() {
      @Override
      public Optional<Forge> forge(Origin origin) {
        return Optional.of(forge);
      }

      @Override
      public Branches branches(Origin origin) throws GitException {
        return new Mortal(GitBranches.of(origin, transport, commits), fate);
      }
    };
  }

  /** Branches before and after whose changes a run may be killed. */
  private record Mortal(Branches real, Fate fate) implements Branches {
    @Override
    public Look look(Set<String> names, Map<String, String> known)
        throws GitException, InterruptedException {
      return real.look(names, known);
    }

    @Override
    public Push push(String branch, List<Step> steps) throws GitException, InterruptedException {
      fate.point();
      Push push = real.push(branch, steps);
      fate.point();
      return push;
    }

    @Override
    public Deletion delete(String branch) throws GitException, InterruptedException {
      fate.point();
      Deletion deletion = real.delete(branch);
      fate.point();
      return deletion;
    }

    @Override
    public void close() {
      real.close();
    }
  }

  private FakeForge forge() {
    return new FakeForge(
        World.project("r"),
        fate,
        branch -> !inRemote("for-each-ref", "refs/heads/" + branch).isEmpty());
  }

  private void moveBase() throws IOException {
    String commit = commitOn("main", "Elsewhere");
    inRemote("update-ref", "refs/heads/main", commit);
    user("fetch", "--quiet", "origin");
    user("update-ref", "refs/heads/main", commit);
  }

  private String somebodyCommits(String branch) {
    String commit = commitOn(branch, "Work of somebody");
    inRemote("update-ref", "refs/heads/" + branch, commit);
    return commit;
  }

  private String commitOn(String branch, String message) {
    String parent = "refs/heads/" + branch;
    return inRemote(
        "-c",
        "user.name=Somebody",
        "-c",
        "user.email=s@example.com",
        "commit-tree",
        parent + "^{tree}",
        "-p",
        parent,
        "-m",
        message);
  }

  /** Returns all that a user would miss: refs, index, files, and the number of objects. */
  private String snapshot() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(user("for-each-ref")).append('\n').append(user("ls-files", "--stage"));
    text.append(user("status", "--porcelain")).append(user("count-objects"));
    try (Stream<Path> files = Files.walk(directory.resolve("user"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().endsWith("index")) {
          text.append(file).append(' ').append(Files.size(file)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private Path remote() {
    return directory.resolve("remote.git");
  }

  private String user(String... arguments) {
    return git(directory.resolve("user"), arguments);
  }

  private String inRemote(String... arguments) {
    return git(remote(), arguments);
  }

  private static String git(Path place, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return new String(new Command(place).run(new byte[0], command), StandardCharsets.UTF_8)
        .stripTrailing();
  }
}
