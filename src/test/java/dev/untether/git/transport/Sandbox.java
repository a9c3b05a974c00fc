package dev.untether.git.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.git.AppliedRecipe;
import dev.untether.git.Base;
import dev.untether.git.Change;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Step;
import dev.untether.report.Command;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A user's repository, the bare one that it was cloned from, and a home of their own.
 *
 * @param root the directory of all of them
 */
record Sandbox(Path root) {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final String BRANCH = "untether/x";

  /** Makes the repositories, with one commit. */
  static Sandbox in(Path root) throws IOException {
    Sandbox made = new Sandbox(root.toRealPath());
    Files.createDirectories(made.temporary());
    Files.createDirectories(made.home());
    Files.createDirectories(made.user());
    made.git(root, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git");
    made.inUser("init", "--quiet", "--initial-branch=main");
    made.inUser("config", "user.name", "Gopher");
    made.inUser("config", "user.email", "gopher@example.com");
    made.inUser("remote", "add", "origin", made.remote().toString());
    Files.createDirectories(made.user().resolve("a"));
    Files.writeString(made.user().resolve("a.txt"), "old\n");
    Files.writeString(made.user().resolve("a/x.txt"), "old\n");
    made.inUser("add", "--all");
    made.inUser("commit", "--quiet", "-m", "Start");
    made.inUser("push", "--quiet", "origin", "main");
    return made;
  }

  Path user() {
    return root.resolve("user");
  }

  Path remote() {
    return root.resolve("remote.git");
  }

  Path home() {
    return root.resolve("home");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  Path trace() {
    return root.resolve("trace");
  }

  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    environment.put("HOME", home().toString());
    environment.put("XDG_CONFIG_HOME", home().resolve(".config").toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    return environment;
  }

  TransportOptions options() {
    return options(Optional.empty());
  }

  TransportOptions options(Optional<Login> login) {
    return new TransportOptions(environment(), temporary(), Duration.ofMinutes(1), login);
  }

  CommitOptions commit() {
    return new CommitOptions(false, false, NOW, ZoneOffset.UTC, Map.of());
  }

  GitRepository open() throws GitException {
    return GitRepository.containing(user());
  }

  /** Pushes {@code text} as the new content of a file. */
  Push.Result push(String text) throws GitException, InterruptedException {
    return push(text, Remote.at(remote().toString()), options(), NOW);
  }

  Push.Result push(String text, Remote remote, TransportOptions options, Instant now)
      throws GitException, InterruptedException {
    CommitOptions commit = new CommitOptions(false, false, now, ZoneOffset.UTC, Map.of());
    try (GitRepository place = open()) {
      Base base = place.base(Optional.empty());
      try (Push push = Push.to(place, base, remote, BRANCH, options)) {
        return push.publish(push.write(steps(text), commit));
      }
    }
  }

  Push.Result delete() throws GitException, InterruptedException {
    try (GitRepository place = open();
        Push push =
            Push.to(
                place,
                place.base(Optional.empty()),
                Remote.at(remote().toString()),
                BRANCH,
                options())) {
      return push.delete();
    }
  }

  static List<Step> steps(String text) {
    TreeMap<String, Change> changes = new TreeMap<>();
    changes.put("a.txt", new Change(Optional.empty(), Optional.of(SourceText.of(text))));
    AppliedRecipe recipe =
        new AppliedRecipe(
            "some-recipe",
            1,
            "0".repeat(64),
            "Do it",
            "What it does.",
            List.of(URI.create("https://go.dev/issue/1")));
    return List.of(new Step(List.of(recipe), changes, "untether migrate"));
  }

  /** Adds a commit by somebody to a branch of the remote, which is made if need be. */
  String somebodyCommits(String branch) {
    String ref = "refs/heads/" + branch;
    boolean there = !inRemote("for-each-ref", ref).isEmpty();
    String parent = there ? ref : "refs/heads/main";
    String commit =
        inRemote(
            "-c",
            "user.name=Somebody",
            "-c",
            "user.email=s@example.com",
            "commit-tree",
            parent + "^{tree}",
            "-p",
            parent,
            "-m",
            "Work of somebody");
    inRemote("update-ref", ref, commit);
    return commit;
  }

  /** Writes a hook of the remote. */
  void hook(String name, String script) throws IOException {
    Path hook = remote().resolve("hooks").resolve(name);
    Files.createDirectories(hook.resolveSibling(""));
    Files.writeString(hook, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Optional<String> tip() {
    String said = inRemote("for-each-ref", "--format=%(objectname)", "refs/heads/" + BRANCH);
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  /** Checks that all repositories are whole, and that nothing of ours is left. */
  void requireWhole() throws IOException {
    for (Path each : List.of(user(), remote())) {
      assertThat(git(each, "fsck", "--strict", "--no-dangling"))
          .doesNotContain("error", "missing", "warning", "broken");
    }
    assertThat(inUser("status", "--porcelain")).isEmpty();
    assertThat(inUser("for-each-ref", "--format=%(refname)", "refs/heads", "refs/untether"))
        .isEqualTo("refs/heads/main");
    try (Stream<Path> left = Files.list(temporary())) {
      assertThat(left).isEmpty();
    }
  }

  String inUser(String... arguments) {
    return git(user(), arguments);
  }

  String inRemote(String... arguments) {
    return git(remote(), arguments);
  }

  String git(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(Arrays.asList(arguments));
    byte[] out = new Command(directory).run(new byte[0], command.toArray(String[]::new));
    return new String(out, StandardCharsets.UTF_8).stripTrailing();
  }
}
