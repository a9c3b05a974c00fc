package dev.untether.forge.gitlab;

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

/** An installation of GitLab, such as gitlab.com. */
public final class GitLabServer implements ForgeServer {
  /** Sixty notes a minute is what gitlab.com takes: docs.gitlab.com/security/rate_limits. */
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  private final String server;
  private final ForgeClient client;

  private GitLabServer(String server, ForgeClient client) {
    this.server = server;
    this.client = client;
  }

  /**
   * Returns the server where people find it at {@code server}, such as {@code https://gitlab.com}.
   *
   * @param token a token of a person, a project, a group, an application or a CI job; without one,
   *     only what is public can be read
   * @param plainAllowed whether the token may travel unencrypted to another machine
   * @throws ForgeException when address or token cannot be used; nothing is asked yet
   */
  public static GitLabServer at(
      String server,
      Optional<Secret> token,
      Transport transport,
      Timing timing,
      boolean plainAllowed)
      throws ForgeException {
    String bare = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    Endpoint endpoint =
        Endpoint.of("GitLab", bare + "/api/v4", Map.of(), BETWEEN_WRITES, plainAllowed);
    Optional<Credential> credential =
        token.isPresent() ? Optional.of(credential(token.get())) : Optional.empty();
    return new GitLabServer(bare, new ForgeClient(endpoint, credential, transport, timing));
  }

  /**
   * Returns the header that a token goes in. Bearer serves the tokens of people and of
   * applications, whatever their prefix, which an administrator may change; those of jobs have a
   * header of their own. See docs.gitlab.com/api/rest/authentication.
   */
  private static Credential credential(Secret token) throws ForgeException {
    return token.reveal().strip().startsWith("glcbt-")
        ? Credential.of("JOB-TOKEN", "", token)
        : Credential.bearer(token);
  }

  @Override
  public Forge project(String path) {
    return new GitLabForge(new Project(server, path), client);
  }

  /**
   * {@inheritDoc} Those without a commit, and those that another group only shares, are left out.
   *
   * @param organisation the full path of a group, or the name of a user
   */
  @Override
  public List<ListedRepository> repositories(String organisation)
      throws ForgeException, InterruptedException {
    String name = UriPart.encoded(organisation);
    List<Json> listed;
    try {
      listed =
          NumberedPages.of(
              client,
              "/groups/"
                  + name
                  + "/projects?include_subgroups=true&with_shared=false"
                  + "&order_by=id&sort=asc&per_page=100");
    } catch (ForgeException e) {
      if (e.reason() != Reason.NOT_FOUND) {
        throw e;
      }
      listed =
          NumberedPages.of(
              client, "/users/" + name + "/projects?order_by=id&sort=asc&per_page=100");
    }
    List<ListedRepository> repositories = new ArrayList<>();
    for (Json project : listed) {
      Optional<String> path = project.at("path_with_namespace").text();
      Optional<String> branch = project.at("default_branch").text();
      if (path.isPresent() && branch.isPresent()) {
        Project is = new Project(server, path.get());
        repositories.add(
            new ListedRepository(
                is,
                is + ".git",
                branch.get(),
                project.at("archived").isTrue(),
                project.at("forked_from_project").at("id").number().isPresent()));
      }
    }
    repositories.sort(Comparator.comparing(repository -> repository.project().path()));
    return repositories;
  }
}
