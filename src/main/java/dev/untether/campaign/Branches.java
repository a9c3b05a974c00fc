package dev.untether.campaign;

import dev.untether.git.GitException;
import dev.untether.git.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The remote branches of one origin. The user's repository keeps its refs, its index and its
 * working tree: commits go to the remote without a local branch. Threads may call it at the same
 * time, for different branches.
 */
public interface Branches extends AutoCloseable {
  /**
   * Returns which of these branches are there, and whose.
   *
   * @param names without {@code refs/heads/}
   * @param known commits that an earlier run pushed: a branch that leads to its own is ours, and
   *     need not be fetched to find out
   */
  Look look(Set<String> names, Map<String, String> known) throws GitException, InterruptedException;

  /**
   * Makes the branch lead to commits of these steps on the base of the origin. A branch on which
   * not every commit is ours is left alone; one that has these very commits stays.
   */
  Push push(String branch, List<Step> steps) throws GitException, InterruptedException;

  /** Deletes a branch if every commit on it is ours; one that is not there is fine. */
  Deletion delete(String branch) throws GitException, InterruptedException;

  @Override
  void close();

  /**
   * What the remote had when it was asked.
   *
   * @param base where its base branch leads to; empty if there is none
   * @param branches those that are there, by name
   */
  record Look(Optional<String> base, Map<String, RemoteBranch> branches) {
    /** Copies the map. */
    public Look {
      branches = Map.copyOf(branches);
    }
  }

  /** What became of a push. */
  sealed interface Push {
    /**
     * The branch has the commits.
     *
     * @param tip the last of them, 40 hexadecimal digits
     * @param moved whether it did not have them before
     */
    record Done(String tip, boolean moved) implements Push {}

    /** The branch was left alone. */
    record Foreign(String why) implements Push {}

    /** The steps make nothing of the base that is not there already. */
    record Nothing() implements Push {}
  }

  /** What became of a deletion. */
  sealed interface Deletion {
    /** The branch is gone, or was not there. */
    record Done() implements Deletion {}

    /** The branch was left alone. */
    record Foreign(String why) implements Deletion {}
  }
}
