package dev.untether.campaign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where repositories of a campaign come from. */
public sealed interface Source {
  /**
   * Repositories on this machine.
   *
   * @param path a directory in one, or above several; absolute
   * @param include patterns of directories below it, {@code **} among them; all, if empty
   */
  record Local(Path path, List<String> include) implements Source {
    /** Copies the list. */
    public Local {
      include = List.copyOf(include);
    }
  }

  /**
   * One repository to clone.
   *
   * @param url what {@code git clone} takes
   * @param branch the branch to start from; the default branch, if empty
   */
  record Remote(String url, Optional<String> branch) implements Source {}

  /**
   * All repositories of an organisation or group that are neither archived nor forks.
   *
   * @param server such as {@code https://github.com}
   * @param forge github, gitlab, gitea or forgejo; told by the server, if empty
   * @param include patterns of names; all, if empty
   */
  record Organisation(String server, Optional<String> forge, String name, List<String> include)
      implements Source {
    /** Copies the list. */
    public Organisation {
      include = List.copyOf(include);
    }
  }
}
