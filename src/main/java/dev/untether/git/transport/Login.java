package dev.untether.git.transport;

import dev.untether.git.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Who we are to a server that is spoken to by https.
 *
 * @param user what goes with the secret; forges take any name beside a token, but for GitLab's job
 *     tokens ({@code gitlab-ci-token})
 */
public record Login(String user, Secret secret) {
  /** Returns a login by a token, which names its owner by itself. */
  public static Login token(Secret token) {
    // https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app, and
    // any name does for GitLab, Gitea and Forgejo.
    return new Login("x-access-token", token);
  }

  /** Returns a login by the token of a job of GitLab's. */
  public static Login jobToken(Secret token) {
    // https://docs.gitlab.com/ci/jobs/ci_job_token/
    return new Login("gitlab-ci-token", token);
  }

  /** Returns the header by which git is to say it. */
  String header() {
    return "Authorization: Basic " + encoded();
  }

  /** Returns all forms in which it could show up in what a program prints. */
  List<String> traces() {
    return List.of(encoded(), secret.reveal());
  }

  private String encoded() {
    byte[] both = (user + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(both);
  }
}
