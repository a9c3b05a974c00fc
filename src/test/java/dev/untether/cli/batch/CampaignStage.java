package dev.untether.cli.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.ChildJvm;
import dev.untether.cli.Main;
import dev.untether.forge.ForgeDouble;
import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.gitea.GiteaStage;
import dev.untether.forge.github.GitHubDouble;
import dev.untether.forge.gitlab.GitLabStage;
import dev.untether.git.transport.GitHttpServer;
import dev.untether.report.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A user with a clone, the server that it is a clone from, and a forge at the same address, as
 * servers are. The program runs in a process of its own, with an environment of its own.
 */
final class CampaignStage implements AutoCloseable {
  static final String PROJECT = "example/monorepo";
  private static final Path SAMPLE = Path.of("samples/monorepo");
  private static final long PATIENCE_SECONDS = 600;

  final ForgeDouble forge;
  final GitHttpServer server;
  final Map<String, String> environment = new TreeMap<>();
  private final Path root;

  private CampaignStage(Path root, ForgeKind kind) throws IOException {
    this.root = root;
    this.forge =
        switch (kind) {
          case GITHUB -> new GitHubDouble();
          case GITLAB -> new GitLabStage();
          case GITEA -> new GiteaStage();
          case GERRIT -> throw new IllegalArgumentException("Gerrit has no pull requests");
        };
    this.server = new GitHttpServer(Files.createDirectories(root.resolve("remotes")));
    server.password("x-access-token", forge.token().reveal());
    server.afterwards(this::pushed);
    forge.git(server::answer);
    Files.createDirectories(root.resolve("tmp"));
    Files.createDirectories(root.resolve("home"));
    environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    environment.put("HOME", root.resolve("home").toString());
    environment.put("XDG_STATE_HOME", root.resolve("state").toString());
    environment.put("UNTETHER_TOKEN_127_0_0_1", forge.token().reveal());
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "Gopher");
      environment.put("GIT_" + who + "_EMAIL", "gopher@example.com");
    }
  }

  /** A run of the program. */
  record Ran(int exit, String out, String err) {
    Ran exits(int code) {
      assertThat(exit).as(out + err).isEqualTo(code);
      return this;
    }
  }

  /** Sets everything up around the sample monorepo. */
  static CampaignStage ofSample(Path directory, ForgeKind kind) throws IOException {
    CampaignStage stage = empty(directory, kind);
    Path files = SAMPLE;
    if (kind == ForgeKind.GITEA) {
      // There the patterns are regular expressions, of which the whole path has to match.
      files = stage.root.resolve("files");
      copy(SAMPLE, files);
      Files.writeString(
          files.resolve("CODEOWNERS"),
          """
          libs/[acdhr].*        @example/platform
          services/billing/.*   @example/money
          """);
    }
    stage.add(PROJECT, stage.user(), files);
    for (String team : List.of("everybody", "platform", "native", "money", "search", "edge")) {
      stage.forge.team(PROJECT, team);
    }
    return stage;
  }

  /** Sets everything up, without a repository. */
  static CampaignStage empty(Path directory, ForgeKind kind) throws IOException {
    return new CampaignStage(directory.toRealPath(), kind);
  }

  /** Adds a project with the files of a directory, and a clone of it. */
  void add(String project, Path clone, Path files) throws IOException {
    Path bare = remote(project);
    Files.createDirectories(bare);
    git(bare, "init", "--quiet", "--bare", "--initial-branch=main");
    git(bare, "config", "http.receivepack", "true");
    copy(files, clone);
    git(clone, "init", "--quiet", "--initial-branch=main");
    git(clone, "config", "user.name", "Gopher");
    git(clone, "config", "user.email", "gopher@example.com");
    git(clone, "add", "--all");
    git(clone, "commit", "--quiet", "-m", "Start");
    git(clone, "remote", "add", "origin", forge.address() + "/" + project + ".git");
    git(clone, "push", "--quiet", bare.toString(), "main");
    git(clone, "fetch", "--quiet", bare.toString(), "main:refs/remotes/origin/main");
    forge.project(project);
    branches(project);
  }

  Path root() {
    return root;
  }

  Path user() {
    return root.resolve("monorepo");
  }

  Path remote(String project) {
    return root.resolve("remotes").resolve(project + ".git");
  }

  /** Writes a file of its own beside the clone. */
  Path write(String name, String text) {
    try {
      return Files.writeString(root.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the sample's campaign as one for all hours and all units at once. */
  Path campaign() {
    String text = sample();
    int windows = text.indexOf("  windows:");
    return write("campaign.yaml", text.substring(0, windows));
  }

  /** Writes the sample's campaign, with its waves, for all hours. */
  Path campaignWithWaves() {
    String text = sample();
    int windows = text.indexOf("  windows:");
    return write(
        "campaign.yaml", text.substring(0, windows) + text.substring(text.indexOf("waves:")));
  }

  private static String sample() {
    try {
      return Files.readString(SAMPLE.resolve("untether-campaign.yaml"))
          .replace("- path: .", "- path: monorepo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code untether batch}. */
  Ran batch(String... arguments) {
    return untether(Stream.concat(Stream.of("batch"), Arrays.stream(arguments)).toList());
  }

  private Ran untether(List<String> arguments) {
    Path out = root.resolve("out");
    Path err = root.resolve("err");
    try {
      Process process = start(arguments, out, err);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Ran ran =
          new Ran(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
      process.destroyForcibly();
      assertThat(ended).as(ran.out + ran.err).isTrue();
      assertThat(ran.out + ran.err).doesNotContain(forge.token().reveal());
      return ran;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts {@code untether batch}, for whoever wants to end it. */
  Process start(String... arguments) throws IOException {
    return start(
        Stream.concat(Stream.of("batch"), Arrays.stream(arguments)).toList(),
        root.resolve("out"),
        root.resolve("err"));
  }

  private Process start(List<String> arguments, Path out, Path err) throws IOException {
    List<String> command =
        ChildJvm.command(
            Main.class,
            // A second of the compiler's work would be thrown away with each of many short runs.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + root.resolve("tmp"),
            "-Duser.home=" + root.resolve("home"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  /** Returns the pull requests, oldest first. */
  List<Seen> pulls() {
    return forge.pulls(PROJECT);
  }

  List<Seen> open() {
    return pulls().stream().filter(pull -> pull.state() == State.OPEN).toList();
  }

  /** Returns the requests so far that may change something, on the forge or by a push. */
  List<String> writes() {
    List<String> writes = new ArrayList<>();
    forge.requests().stream().filter(request -> !request.startsWith("GET ")).forEach(writes::add);
    server.requests().stream()
        .filter(request -> request.startsWith("POST ") && request.contains("git-receive-pack"))
        .forEach(writes::add);
    return writes;
  }

  /** Returns the branches of the server but {@code main}. */
  List<String> branches() {
    return inRemote("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads")
        .lines()
        .filter(name -> !name.equals("main"))
        .toList();
  }

  /** Merges a pull request as the forge does, in its repository too, and brings the clone along. */
  void merge(Seen pull) {
    String merged =
        inRemote(
            "-c",
            "user.name=Somebody",
            "-c",
            "user.email=s@example.com",
            "commit-tree",
            inRemote("merge-tree", "--write-tree", "main", pull.branch()),
            "-p",
            "main",
            "-p",
            pull.branch(),
            "-m",
            "Merge");
    inRemote("update-ref", "refs/heads/main", merged);
    branches(PROJECT);
    forge.merge(PROJECT, pull.number());
    pull();
  }

  /** Brings the clone to the newest commit. */
  void pull() {
    inUser("fetch", "--quiet", remote(PROJECT).toString(), "main:refs/remotes/origin/main");
    inUser("merge", "--quiet", "--ff-only", "refs/remotes/origin/main");
  }

  /** Adds a commit of somebody's to a branch of the server. */
  String somebodyCommits(String branch) {
    String ref = "refs/heads/" + branch;
    String parent = inRemote("for-each-ref", ref).isEmpty() ? "refs/heads/main" : ref;
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
    branches(PROJECT);
    return commit;
  }

  /** Writes a hook of the server. */
  void hook(String name, String script) throws IOException {
    Path hook = Files.createDirectories(remote(PROJECT).resolve("hooks")).resolve(name);
    Files.writeString(hook, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Returns every file of the user's clone, git's too, with a digest of what is in it. */
  Map<String, String> snapshot() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(user())) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
        files.put(user().relativize(path).toString(), HexFormat.of().formatHex(digest));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String inUser(String... arguments) {
    return git(user(), arguments);
  }

  String inRemote(String... arguments) {
    return git(remote(PROJECT), arguments);
  }

  static String git(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(Arrays.asList(arguments));
    return new String(
            new Command(directory).run(new byte[0], command.toArray(String[]::new)), UTF_8)
        .stripTrailing();
  }

  private void pushed(String path) {
    int end = path.indexOf(".git/");
    if (path.endsWith("/git-receive-pack") && end > 0) {
      branches(path.substring(1, end));
    }
  }

  /** Tells the forge what git has. */
  private void branches(String project) {
    String refs =
        git(remote(project), "for-each-ref", "--format=%(objectname) %(refname:lstrip=2)");
    refs.lines().forEach(line -> forge.branch(project, line.substring(41), line.substring(0, 40)));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
  }

  @Override
  public void close() {
    forge.close();
    server.close();
  }
}
