package dev.untether.forge.connect;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.gitea.GiteaServer;
import dev.untether.forge.github.GitHubServer;
import dev.untether.forge.gitlab.GitLabServer;
import dev.untether.forge.http.Timing;
import dev.untether.forge.http.Transport;
import dev.untether.git.Secret;
import java.util.Optional;

/**
 * The forges there are, and how each is spoken to.
 *
 * @param transport what requests travel by
 * @param timing how long we wait for whom
 * @param plainAllowed whether tokens may travel unencrypted to other machines
 */
public record Forges(Transport transport, Timing timing, boolean plainAllowed) {

  /**
   * Returns the server at an address. Gerrit has none: a push to {@code refs/for/BRANCH} is the
   * change, the commit's {@code Change-Id} says which one, and package {@code git} makes both.
   *
   * @param address where people find it, such as {@code https://code.example.com/gitlab}
   * @param token the token to show; without one, only what is public can be read
   * @throws ForgeException when address or token cannot be used, or the forge is Gerrit; nothing is
   *     asked yet
   */
  public ForgeServer server(ForgeKind kind, String address, Optional<Secret> token)
      throws ForgeException {
    return switch (kind) {
      case GITHUB -> GitHubServer.at(address, token, transport, timing, plainAllowed);
      case GITLAB -> GitLabServer.at(address, token, transport, timing, plainAllowed);
      case GITEA -> GiteaServer.at(address, token, transport, timing, plainAllowed);
      case GERRIT ->
          throw new ForgeException(
              Reason.REFUSED,
              "Gerrit has no pull requests to open: a push to refs/for/BRANCH is the change;"
                  + " push it there, or name another forge with --forge github|gitlab|gitea");
    };
  }

  /**
   * Returns which forge is at an address: well-known servers by name, others by what they answer to
   * three harmless questions, which show no token.
   *
   * @throws ForgeException when it cannot be told; the message says how to say it
   */
  public ForgeKind kind(String address) throws ForgeException, InterruptedException {
    return new Guess(transport, plainAllowed).kind(address);
  }
}
