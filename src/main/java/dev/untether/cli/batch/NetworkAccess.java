package dev.untether.cli.batch;

import dev.untether.campaign.connect.Network;
import dev.untether.campaign.connect.ServerAddress;
import dev.untether.campaign.connect.Servers;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.connect.Forges;
import dev.untether.forge.credential.Tokens;
import dev.untether.forge.http.HttpTransport;
import dev.untether.forge.http.Patience;
import dev.untether.forge.http.Proxies;
import dev.untether.forge.http.Timing;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.Secret;
import dev.untether.git.transport.Credentials;
import dev.untether.git.transport.TransportOptions;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way to forges and remotes from this machine, with the tokens that it has. */
public final class NetworkAccess {
  /** How long one command of git's may take: the clone of something very large does. */
  private static final Duration GIT_LIMIT = Duration.ofMinutes(30);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);

  private NetworkAccess() {}

  /**
   * Returns the servers.
   *
   * @param stated what the user says that they run
   * @param environment the variables, some of which hold tokens
   * @throws ForgeException when a variable names a proxy that cannot be used
   */
  public static Servers servers(Optional<ForgeKind> stated, Map<String, String> environment)
      throws ForgeException {
    Forges forges =
        new Forges(
            new HttpTransport(CONNECT_LIMIT, Proxies.of(environment, ProxySelector.getDefault())),
            Timing.real(Patience.usual()),
            /* plainAllowed= */ false);
    return new Servers(
        forges, new Tokens(environment, server -> ofHelpers(server, environment)), stated);
  }

  private static Optional<Secret> ofHelpers(String server, Map<String, String> environment) {
    try {
      return Credentials.fill(server, transport(environment));
    } catch (GitException e) {
      // Without a helper that answers there is no token; the forge will say what it thinks of that.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Returns the network that a campaign reaches.
   *
   * @param addresses where forges answer, as far as git's addresses do not say
   */
  public static Network network(
      Servers servers, Map<String, String> environment, List<ServerAddress> addresses) {
    CommitOptions commits =
        new CommitOptions(
            /* signOff= */ false,
            /* sign= */ false,
            Instant.now(),
            ZoneId.systemDefault(),
            environment);
    return new Network(servers, transport(environment), commits, addresses);
  }

  /** Returns how git reaches other repositories. */
  public static TransportOptions transport(Map<String, String> environment) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    return new TransportOptions(environment, temporary, GIT_LIMIT, Optional.empty());
  }
}
