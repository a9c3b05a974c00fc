package dev.untether.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Whose the commits are that a branch ends with. Ours carry a seal over tree and message; one that
 * somebody has made, amended or reworded does not have it, or has a broken one.
 */
public final class Ownership {
  private final List<ObjectId> present;
  private final Optional<String> foreign;

  private Ownership(List<ObjectId> present, Optional<String> foreign) {
    this.present = List.copyOf(present);
    this.foreign = foreign;
  }

  /** Returns that of a branch that is not there. */
  public static Ownership none() {
    return new Ownership(List.of(), Optional.empty());
  }

  /**
   * Looks at the commits of a branch.
   *
   * @param tip the commit that the branch leads to
   * @param kept commits that stay reachable whatever becomes of the branch; the base always does
   * @throws GitException when a commit is not at hand
   */
  public static Ownership of(GitRepository place, Base base, String tip, Collection<String> kept)
      throws GitException {
    List<ObjectId> others = kept.stream().map(ObjectId::fromString).toList();
    try {
      return of(place.repository(), base, ObjectId.fromString(tip), others);
    } catch (MissingObjectException e) {
      throw place.missing(e);
    } catch (IOException e) {
      throw GitException.of(place.root() + ": the commit " + tip + " cannot be read", e);
    }
  }

  static Ownership of(Repository repository, Base base, ObjectId tip, Collection<ObjectId> kept)
      throws IOException {
    List<ObjectId> ours = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit at = walk.parseCommit(tip);
      Optional<RevCommit> lowest = Optional.empty();
      while (isOurs(at) && !at.equals(base.commit())) {
        ours.add(0, at.copy());
        lowest = Optional.of(at);
        at = walk.parseCommit(at.getParent(0));
      }
      boolean onlyOurs = !ours.isEmpty() || isOurs(at);
      if (!onlyOurs || isNeededFrom(repository, at, base, kept)) {
        boolean stated =
            lowest.isPresent()
                && CommitMessage.statesBase(lowest.get().getFullMessage(), at.name());
        // In a clone without history nobody can tell what leads to what; the seal can.
        if (!stated || repository.getObjectDatabase().getShallowCommits().isEmpty()) {
          return new Ownership(List.of(), Optional.of(description(at)));
        }
      }
      return new Ownership(at.equals(base.commit()) ? ours : List.of(), Optional.empty());
    }
  }

  private static String description(RevCommit commit) {
    return commit.abbreviate(12).name()
        + " (\""
        + commit.getShortMessage()
        + "\" by "
        + commit.getAuthorIdent().getName()
        + ")";
  }

  private static boolean isOurs(RevCommit commit) {
    return commit.getParentCount() == 1
        && CommitMessage.isSealed(commit.getFullMessage(), commit.getTree().getId());
  }

  /** Returns whether a commit would be lost with the branch: nothing else leads to it. */
  private static boolean isNeededFrom(
      Repository repository, RevCommit commit, Base base, Collection<ObjectId> kept)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(commit));
      walk.markUninteresting(walk.parseCommit(base.commit()));
      for (ObjectId id : kept) {
        if (walk.peel(walk.parseAny(id)) instanceof RevCommit tip) {
          walk.markUninteresting(tip);
        }
      }
      return walk.next() != null;
    }
  }

  /** Returns our commits on the base, the first one first; none if they start elsewhere. */
  public List<ObjectId> present() {
    return present;
  }

  /** Returns the first commit on the way down that is somebody's, in words, if there is one. */
  public Optional<String> foreign() {
    return foreign;
  }
}
