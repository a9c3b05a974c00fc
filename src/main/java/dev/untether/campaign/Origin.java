package dev.untether.campaign;

import dev.untether.forge.Project;
import dev.untether.git.Base;
import dev.untether.module.PathPattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A repository of a campaign, at hand.
 *
 * @param name what people know it by, unique within a campaign: its path on the forge, or the name
 *     of its directory
 * @param place somewhere in it on this machine
 * @param remote the address that branches are pushed to; empty for one without a remote
 * @param project where its pull requests are; empty when the remote is no forge that we know
 * @param baseBranch the branch that changes are meant for
 * @param base the commit that everything starts from
 * @param within the parts of it that the campaign is about; all of it, if empty
 */
public record Origin(
    String name,
    Path place,
    Optional<String> remote,
    Optional<Project> project,
    String baseBranch,
    Base base,
    List<Part> within) {

  /** Copies the list. */
  public Origin {
    within = List.copyOf(within);
  }

  /** Creates one that the campaign is about as a whole. */
  public Origin(
      String name,
      Path place,
      Optional<String> remote,
      Optional<Project> project,
      String baseBranch,
      Base base) {
    this(name, place, remote, project, baseBranch, base, List.of());
  }

  /** Returns whether the campaign is about a file or directory, given its path below the root. */
  public boolean covers(String path) {
    return within.isEmpty() || within.stream().anyMatch(part -> part.covers(path));
  }

  /**
   * A part of a repository.
   *
   * @param directory below the root; the root, if empty
   * @param include patterns of directories below it; all of it, if empty
   */
  public record Part(String directory, List<String> include) {
    /** Copies the list. */
    public Part {
      include = List.copyOf(include);
    }

    /** Returns whether a path is that of the directory, or below it and below one of a pattern. */
    boolean covers(String path) {
      boolean below =
          directory.isEmpty() || path.equals(directory) || path.startsWith(directory + "/");
      if (!below || include.isEmpty()) {
        return below;
      }
      String relative =
          directory.isEmpty() || path.equals(directory)
              ? path.substring(directory.length())
              : path.substring(directory.length() + 1);
      for (String glob : include) {
        PathPattern pattern = PathPattern.of(glob);
        for (int end = relative.length(); end >= 0; end = relative.lastIndexOf('/', end - 1)) {
          if (pattern.matches(relative.substring(0, end))) {
            return true;
          }
          if (end == 0) {
            break;
          }
        }
      }
      return false;
    }
  }
}
