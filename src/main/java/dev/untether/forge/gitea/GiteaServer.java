package dev.untether.forge.gitea;

import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.ListedRepository;
import dev.untether.forge.Project;
import dev.untether.forge.http.Credential;
import dev.untether.forge.http.Endpoint;
import dev.untether.forge.http.ForgeClient;
import dev.untether.forge.http.Timing;
import dev.untether.forge.http.Transport;
import dev.untether.forge.http.UriPart;
import dev.untether.forge.rest.NumberedPages;
import dev.untether.git.Secret;
import dev.untether.report.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An installation of Gitea or Forgejo, such as codeberg.org. */
public final class GiteaServer implements ForgeServer {
  /** No release states a limit; the machines are small, so that we go easy on them. */
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  private final String server;
  private final ForgeClient client;

  private GiteaServer(String server, ForgeClient client) {
    this.server = server;
    this.client = client;
  }

  /**
   * Returns the server where people find it at {@code server}, such as {@code
   * https://codeberg.org}.
   *
   * @param token the token to show; without one, only what is public can be read
   * @param plainAllowed whether the token may travel unencrypted to another machine
   * @throws ForgeException when address or token cannot be used; nothing is asked yet
   */
  public static GiteaServer at(
      String server,
      Optional<Secret> token,
      Transport transport,
      Timing timing,
      boolean plainAllowed)
      throws ForgeException {
    String bare = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    Endpoint endpoint =
        Endpoint.of("Gitea", bare + "/api/v1", Map.of(), BETWEEN_WRITES, plainAllowed);
    Optional<Credential> credential =
        token.isPresent()
            ? Optional.of(Credential.of("Authorization", "token ", token.get()))
            : Optional.empty();
    return new GiteaServer(bare, new ForgeClient(endpoint, credential, transport, timing));
  }

  @Override
  public Forge project(String path) {
    return new GiteaForge(new Project(server, path), client);
  }

  /**
   * {@inheritDoc} Those without a commit are left out.
   *
   * @param organisation an organisation or a user
   */
  @Override
  public List<ListedRepository> repositories(String organisation)
      throws ForgeException, InterruptedException {
    String name = UriPart.encoded(organisation);
    List<Json> listed;
    try {
      listed = NumberedPages.of(client, "/orgs/" + name + "/repos?limit=50");
    } catch (ForgeException e) {
      if (e.reason() != Reason.NOT_FOUND) {
        throw e;
      }
      listed = NumberedPages.of(client, "/users/" + name + "/repos?limit=50");
    }
    List<ListedRepository> repositories = new ArrayList<>();
    for (Json repository : listed) {
      Optional<String> path = repository.at("full_name").text();
      if (path.isPresent() && !repository.at("empty").isTrue()) {
        Project is = new Project(server, path.get());
        repositories.add(
            new ListedRepository(
                is,
                is + ".git",
                repository.at("default_branch").text().orElse(""),
                repository.at("archived").isTrue(),
                repository.at("fork").isTrue()));
      }
    }
    repositories.sort(Comparator.comparing(repository -> repository.project().path()));
    return repositories;
  }
}
