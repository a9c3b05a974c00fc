package dev.untether.forge.credential;

import dev.untether.git.Secret;

/**
 * A token, and where it is from.
 *
 * @param source the name of a variable of the environment, or {@code git credential}; to be shown
 */
public record Token(Secret secret, String source) {
  static final String JOB = "CI_JOB_TOKEN";

  /**
   * Returns whether it is that of a job of GitLab's CI, which goes into the header {@code
   * JOB-TOKEN} and may do less than others.
   */
  public boolean isJobToken() {
    return source.equals(JOB);
  }
}
