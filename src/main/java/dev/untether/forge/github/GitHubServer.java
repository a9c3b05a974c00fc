package dev.untether.forge.github;

import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.ListedRepository;
import dev.untether.forge.Project;
import dev.untether.forge.http.Credential;
import dev.untether.forge.http.Endpoint;
import dev.untether.forge.http.ForgeClient;
import dev.untether.forge.http.Timing;
import dev.untether.forge.http.Transport;
import dev.untether.forge.http.UriPart;
import dev.untether.git.Secret;
import dev.untether.report.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** GitHub, or an installation of GitHub Enterprise. */
public final class GitHubServer implements ForgeServer {
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28");

  // docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  private final String server;
  private final ForgeClient client;
  private final String rest;

  private GitHubServer(String server, ForgeClient client, String rest) {
    this.server = server;
    this.client = client;
    this.rest = rest;
  }

  /**
   * Returns the server where people find it at {@code server}, such as {@code https://github.com}.
   *
   * @param token the token to show; without one, only what is public can be read
   * @param plainAllowed whether the token may travel unencrypted to another machine
   * @throws ForgeException when address or token cannot be used; nothing is asked yet
   */
  public static GitHubServer at(
      String server,
      Optional<Secret> token,
      Transport transport,
      Timing timing,
      boolean plainAllowed)
      throws ForgeException {
    String bare = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    Optional<String> ownHost = interfaceHost(bare);
    Endpoint endpoint =
        Endpoint.of("GitHub", ownHost.orElse(bare + "/api"), HEADERS, BETWEEN_WRITES, plainAllowed);
    Optional<Credential> credential =
        token.isPresent() ? Optional.of(Credential.bearer(token.get())) : Optional.empty();
    ForgeClient client = new ForgeClient(endpoint, credential, transport, timing);
    return new GitHubServer(bare, client, ownHost.isPresent() ? "" : "/v3");
  }

  /** Returns where the interface of a server that GitHub runs is; Enterprise has it in a path. */
  private static Optional<String> interfaceHost(String server) {
    String lower = server.toLowerCase(Locale.ROOT);
    if (lower.equals("https://github.com") || lower.equals("https://www.github.com")) {
      return Optional.of("https://api.github.com");
    }
    // docs.github.com/enterprise-cloud@latest/admin/data-residency
    return lower.startsWith("https://") && lower.endsWith(".ghe.com")
        ? Optional.of("https://api." + lower.substring("https://".length()))
        : Optional.empty();
  }

  @Override
  public Forge project(String path) {
    return new GitHubForge(new Project(server, path), client, rest);
  }

  /**
   * {@inheritDoc} A user's are those that are public.
   *
   * @param organisation an organisation or a user
   */
  @Override
  public List<ListedRepository> repositories(String organisation)
      throws ForgeException, InterruptedException {
    String name = UriPart.encoded(organisation);
    List<Json> listed;
    try {
      listed = client.pages(rest + "/orgs/" + name + "/repos?type=all&per_page=100");
    } catch (ForgeException e) {
      if (e.reason() != ForgeException.Reason.NOT_FOUND) {
        throw e;
      }
      listed = client.pages(rest + "/users/" + name + "/repos?type=owner&per_page=100");
    }
    List<ListedRepository> repositories = new ArrayList<>();
    for (Json repository : listed) {
      repository.at("full_name").text().ifPresent(path -> repositories.add(read(path, repository)));
    }
    repositories.sort(Comparator.comparing(repository -> repository.project().path()));
    return repositories;
  }

  private ListedRepository read(String path, Json repository) {
    Project project = new Project(server, path);
    return new ListedRepository(
        project,
        project + ".git",
        repository.at("default_branch").text().orElse(""),
        repository.at("archived").isTrue(),
        repository.at("fork").isTrue());
  }
}
