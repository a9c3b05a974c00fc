package dev.untether.forge;

/**
 * A repository on a forge.
 *
 * @param server where its interface answers, without a slash at the end: {@code
 *     https://github.com}, {@code https://code.example.com/gitlab}
 * @param path its name there: {@code owner/name}, or more groups than one on GitLab
 */
public record Project(String server, String path) {

  /** Returns the last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return server + "/" + path;
  }
}
