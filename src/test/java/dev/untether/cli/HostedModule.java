package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.ChildJvm;
import dev.untether.forge.ForgeDouble;
import dev.untether.forge.gitea.GiteaStage;
import dev.untether.forge.github.GitHubDouble;
import dev.untether.forge.gitlab.GitLabStage;
import dev.untether.git.transport.GitHttpServer;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A module in a clone of a repository that a forge on this machine has: both answer at one address,
 * git at another too, and the forge hears of pushes.
 */
final class HostedModule implements AutoCloseable {
  static final String PROJECT = "acme/widgets";
  private static final String TOKEN = "UNTETHER_TOKEN_127_0_0_1";

  final ForgeDouble forge;
  final GitHttpServer git;
  final GitModule clone;
  private final Path scratch;
  private final Map<String, String> environment = new TreeMap<>();

  /** Which forge it is. */
  enum Kind {
    GITHUB,
    GITLAB,
    GITEA;

    ForgeDouble start() {
      return switch (this) {
        case GITHUB -> new GitHubDouble();
        case GITLAB -> new GitLabStage();
        case GITEA -> new GiteaStage();
      };
    }
  }

  /** What a process said. */
  record Ended(int exit, String out, String err) {}

  HostedModule(Path scratch, Kind kind) throws IOException {
    this.scratch = scratch;
    this.forge = kind.start();
    forge.project(PROJECT);
    Path root = Files.createDirectories(scratch.resolve("git"));
    git = new GitHttpServer(root).password("x-access-token", forge.token().reveal());
    git.afterwards(
        path -> {
          if (path.endsWith("/git-receive-pack")) {
            tellForge();
          }
        });
    forge.git(git::answer);
    new Command(root)
        .run(
            new byte[0],
            "git",
            "init",
            "--quiet",
            "--bare",
            "--initial-branch=main",
            PROJECT + ".git");
    inRemote("config", "http.receivepack", "true");
    clone = GitModule.in(scratch.resolve("clone"));
    // Past the web, which asks for a token that only the program has.
    clone.git("push", "--quiet", remote().toString(), "main:refs/heads/main");
    clone.git("remote", "add", "origin", forge.address() + "/" + PROJECT + ".git");
    environment.put(TOKEN, forge.token().reveal());
    tellForge();
  }

  private void tellForge() {
    for (String line :
        inRemote("for-each-ref", "--format=%(refname) %(objectname)").lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words[0].startsWith("refs/heads/")) {
        forge.branch(PROJECT, words[0].substring("refs/heads/".length()), words[1]);
      }
    }
  }

  Path remote() {
    return scratch.resolve("git").resolve(PROJECT + ".git");
  }

  String inRemote(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return new String(new Command(remote()).run(new byte[0], command.toArray(String[]::new)), UTF_8)
        .stripTrailing();
  }

  /** Pushes as a person does who has the right to. */
  void push(String refspec) {
    clone.git("push", "--quiet", "--force", remote().toString(), refspec);
    tellForge();
  }

  HostedModule withToken(String token) {
    environment.put(TOKEN, token);
    return this;
  }

  HostedModule withoutToken() {
    environment.remove(TOKEN);
    return this;
  }

  /** Runs {@code migrate --pr} on the module as a process of its own. */
  Ended open(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--pr"));
    all.addAll(List.of(arguments));
    all.add(clone.module().path());
    return run(all.toArray(String[]::new));
  }

  /** Runs {@code migrate} with these arguments and no other. */
  Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = ChildJvm.command(Main.class, "-XX:TieredStopAtLevel=1");
    command.add("migrate");
    command.addAll(List.of(arguments));
    Path home = Files.createDirectories(scratch.resolve("home"));
    Path err = scratch.resolve("err");
    Path out = scratch.resolve("out");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("GIT")
                    || name.contains("TOKEN")
                    || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().putAll(environment);
    Process process = builder.redirectError(err.toFile()).redirectOutput(out.toFile()).start();
    return new Ended(process.waitFor(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  @Override
  public void close() {
    git.close();
    forge.close();
  }
}
