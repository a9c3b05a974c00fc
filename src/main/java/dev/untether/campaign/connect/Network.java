package dev.untether.campaign.connect;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Hosting;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Source;
import dev.untether.campaign.source.Connections;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.Project;
import dev.untether.forge.credential.Tokens;
import dev.untether.forge.remote.RemoteUrl;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.transport.Clone;
import dev.untether.git.transport.Login;
import dev.untether.git.transport.Remote;
import dev.untether.git.transport.TransportOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Forges and remotes as they are, over the network or in the file system. */
public final class Network implements Hosting, Connections {
  private final Servers servers;
  private final TransportOptions transport;
  private final CommitOptions commits;
  private final List<ServerAddress> addresses;

  /**
   * @param transport how git reaches other repositories, without a login
   * @param addresses where forges answer, as far as git's addresses do not say
   */
  public Network(
      Servers servers,
      TransportOptions transport,
      CommitOptions commits,
      List<ServerAddress> addresses) {
    this.addresses = List.copyOf(addresses);
    this.servers = servers;
    this.transport = transport;
    this.commits = commits;
  }

  @Override
  public Optional<Forge> forge(Origin origin) throws ForgeException, InterruptedException {
    if (origin.project().isEmpty()) {
      return Optional.empty();
    }
    Project project = origin.project().get();
    return Optional.of(servers.server(project.server()).project(project.path()));
  }

  @Override
  public Branches branches(Origin origin) throws GitException, InterruptedException {
    TransportOptions options =
        origin.remote().isEmpty() ? transport : transportFor(origin.remote().get());
    return GitBranches.of(origin, options, commits);
  }

  @Override
  public Cloned cloned(Path directory, String url, Optional<String> branch)
      throws GitException, InterruptedException {
    Clone clone = Clone.refresh(directory, url, branch, transportFor(url));
    return new Cloned(clone.directory(), clone.branch());
  }

  @Override
  public Optional<String> remote(GitRepository repository)
      throws GitException, InterruptedException {
    return Remote.isAny(repository, transport)
        ? Optional.of(Remote.of(repository, Optional.empty(), transport).address())
        : Optional.empty();
  }

  @Override
  public Optional<Project> project(String url) {
    return RemoteUrl.of(url).map(this::project);
  }

  private Project project(RemoteUrl url) {
    return addresses.stream()
        .flatMap(each -> each.project(url).stream())
        .findFirst()
        .orElseGet(url::project);
  }

  @Override
  public ForgeServer server(Source.Organisation organisation)
      throws ForgeException, InterruptedException {
    Optional<ForgeKind> kind =
        organisation
            .forge()
            .map(word -> word.equals("forgejo") ? "gitea" : word)
            .map(word -> ForgeKind.valueOf(word.toUpperCase(Locale.ROOT)));
    return kind.isPresent()
        ? servers.server(kind.get(), organisation.server())
        : servers.server(organisation.server());
  }

  /**
   * Returns how git reaches an address: with the token that a variable has for its host, else as
   * the user's own git does.
   */
  private TransportOptions transportFor(String url) throws InterruptedException {
    Optional<RemoteUrl> parsed = RemoteUrl.of(url);
    if (parsed.isEmpty() || !url.startsWith("http")) {
      return transport;
    }
    String server = parsed.get().server();
    try {
      Optional<Login> login =
          servers
              .token(server, servers.kind(project(parsed.get()).server()))
              .filter(token -> !token.source().equals(Tokens.OTHER))
              .map(
                  token ->
                      token.isJobToken()
                          ? Login.jobToken(token.secret())
                          : Login.token(token.secret()));
      return new TransportOptions(
          transport.environment(), transport.temporary(), transport.limit(), login);
    } catch (ForgeException e) {
      // No forge that we know; the user's helpers may know it.
      return transport;
    }
  }
}
