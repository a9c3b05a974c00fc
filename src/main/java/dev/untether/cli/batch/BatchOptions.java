package dev.untether.cli.batch;

import dev.untether.campaign.connect.ServerAddress;
import dev.untether.campaign.shard.Shard;
import dev.untether.campaign.shard.ShardVariables;
import dev.untether.cli.option.UserDirectories;
import dev.untether.forge.ForgeKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments that say which campaign, which part of it, and what is remembered where. */
final class BatchOptions {
  private static final int MAX_CONNECTIONS = 64;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The campaign")
  private Path file = Path.of("");

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Keep journals, clones and the cache in DIR (default: the user's state directory)")
  private @Nullable Path state;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Do the Ith of N parts; auto: what the variables of the job array say")
  private @Nullable String shard;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "How many parts there are, where the job array does not say")
  private @Nullable Integer shards;

  @Option(
      names = "--forge",
      paramLabel = "KIND",
      description = "What the servers run: github, gitlab or gitea (default: found out)")
  private @Nullable String forge;

  @Option(
      names = "--server",
      paramLabel = "[HOST=]URL",
      description = {
        "Where the forge answers, if not where git's addresses on HOST lead",
        "(default HOST: that of the URL)"
      })
  private List<String> servers = List.of();

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "How many things to do at a time with forges and remotes (default: 4)")
  private int connections = 4;

  @Option(names = "--no-cache", description = "Look at every module anew")
  private boolean noCache;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Write what came of each unit to FILE, for batch merge")
  private @Nullable Path results;

  Path file() {
    return file;
  }

  Path state() {
    return state == null
        ? UserDirectories.state(System.getenv()).resolve("untether")
        : state.toAbsolutePath().normalize();
  }

  Optional<Path> cache() {
    return noCache ? Optional.empty() : Optional.of(state().resolve("cache"));
  }

  Optional<Path> results() {
    return Optional.ofNullable(results);
  }

  int connections() {
    if (connections < 1 || connections > MAX_CONNECTIONS) {
      throw new ParameterException(
          spec.commandLine(),
          "--connections " + connections + ": expected 1 to " + MAX_CONNECTIONS);
    }
    return connections;
  }

  /** Returns where forges answer, as far as git's addresses do not say. */
  List<ServerAddress> servers() {
    List<ServerAddress> addresses = new ArrayList<>();
    for (String server : servers) {
      try {
        addresses.add(ServerAddress.parse(server));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "--server: " + e.getMessage(), e);
      }
    }
    return addresses;
  }

  Optional<ForgeKind> forge() {
    if (forge == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (forge.toLowerCase(Locale.ROOT)) {
          case "github" -> ForgeKind.GITHUB;
          case "gitlab" -> ForgeKind.GITLAB;
          case "gitea", "forgejo" -> ForgeKind.GITEA;
          default ->
              throw new ParameterException(
                  spec.commandLine(), "--forge " + forge + ": expected github, gitlab or gitea");
        });
  }

  /** Returns the part to do. */
  Shard shard(Map<String, String> environment) {
    OptionalInt count = shards == null ? OptionalInt.empty() : OptionalInt.of(shards);
    try {
      if (shard == null && shards == null) {
        return Shard.WHOLE;
      }
      if (shard == null || shard.equals("auto")) {
        return ShardVariables.of(environment, count);
      }
      Shard parsed = Shard.parse(shard);
      if (shards != null && shards != parsed.count()) {
        throw new IllegalArgumentException(
            "of " + parsed.count() + " parts, but --shards " + shards);
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      String said = String.valueOf(e.getMessage());
      String given = shard == null ? "--shards " + shards : "--shard " + shard;
      throw new ParameterException(
          spec.commandLine(), said.startsWith("--") ? said : given + ": " + said, e);
    }
  }
}
