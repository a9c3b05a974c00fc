package dev.untether.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A branch that is ours to make or to make anew. One that holds work of somebody else, or that
 * somebody has checked out, is not.
 */
public final class Branch {
  private static final String LOCK_HINT =
      "; another git may be at work: run untether again, and if it stays, see whether "
          + "a *.lock file is left in the repository";

  private final GitRepository place;
  private final Base base;
  private final String name;
  // Where the branch is now; zero for one that is not there.
  private final ObjectId tip;
  // Our commits on it, the first one first, if they start at the base.
  private final List<ObjectId> present;

  private Branch(
      GitRepository place, Base base, String name, ObjectId tip, List<ObjectId> present) {
    this.place = place;
    this.base = base;
    this.name = name;
    this.tip = tip;
    this.present = List.copyOf(present);
  }

  /** What became of the branch. */
  public enum Outcome {
    /** It is new. */
    CREATED,
    /** It was ours, and has other commits now. */
    UPDATED,
    /** It has these very changes already. */
    UNCHANGED,
    /** There is nothing to change; the branch, if there is one, was left alone. */
    NOTHING_TO_DO,
  }

  /** Returns why a branch cannot have a name, if so. */
  public static Optional<String> refusal(String name) {
    if (name.startsWith(Constants.R_REFS)) {
      return Optional.of("expected the name of a branch without refs/heads/");
    }
    boolean valid =
        !name.startsWith("-")
            && !name.equals(Constants.HEAD)
            && Repository.isValidRefName(Constants.R_HEADS + name);
    return valid
        ? Optional.empty()
        : Optional.of("git takes no such name; see `git help check-ref-format`");
  }

  /**
   * Returns the branch of that name, after making sure that nobody's work is on it.
   *
   * @throws GitException when the branch is somebody's, and says whose
   */
  public static Branch of(GitRepository place, Base base, String name) throws GitException {
    Repository repository = place.repository();
    String ref = Constants.R_HEADS + name;
    try {
      refuseCheckedOut(repository, name);
      refuseDefault(repository, name);
      Collection<String> conflicting = repository.getRefDatabase().getConflictingNames(ref);
      if (!conflicting.isEmpty()) {
        throw new GitException(
            "--branch "
                + name
                + ": cannot be beside "
                + conflicting.iterator().next()
                + ", for git keeps branches as files; choose another name");
      }
      Ref found = repository.exactRef(ref);
      if (found != null && found.isSymbolic()) {
        throw new GitException(
            "--branch "
                + name
                + ": is another name of "
                + found.getTarget().getName()
                + ", which would be moved; choose another name");
      }
      if (found == null || found.getObjectId() == null) {
        return new Branch(place, base, name, ObjectId.zeroId(), List.of());
      }
      List<ObjectId> ours = ours(repository, base, name, found);
      return new Branch(place, base, name, found.getObjectId(), ours);
    } catch (MissingObjectException e) {
      throw place.missing(e);
    } catch (IOException e) {
      throw GitException.of(place.root() + ": the branch " + name + " cannot be read", e);
    }
  }

  private static void refuseCheckedOut(Repository repository, String name)
      throws IOException, GitException {
    if ((Constants.R_HEADS + name).equals(repository.getFullBranch())) {
      throw current(name, repository.getDirectory().toPath());
    }
    List<Path> directories = new ArrayList<>();
    Path common = repository.getCommonDirectory().toPath();
    directories.add(common);
    directories.add(repository.getDirectory().toPath());
    Path others = common.resolve("worktrees");
    if (Files.isDirectory(others)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(others)) {
        entries.forEach(directories::add);
      }
    }
    for (Path directory : directories) {
      for (String file : List.of("HEAD", "rebase-merge/head-name", "rebase-apply/head-name")) {
        Path head = directory.resolve(file);
        if (Files.isRegularFile(head) && Files.size(head) < 4096) {
          String said = new String(Files.readAllBytes(head), StandardCharsets.UTF_8).strip();
          if (said.equals("ref: refs/heads/" + name) || said.equals("refs/heads/" + name)) {
            throw current(name, directory);
          }
        }
      }
    }
  }

  private static GitException current(String name, Path directory) {
    return new GitException(
        "--branch "
            + name
            + ": is the current branch of "
            + directory
            + ", and current branches are never touched; choose another name");
  }

  private static void refuseDefault(Repository repository, String name)
      throws IOException, GitException {
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
      if (!ref.isSymbolic() || !ref.getName().endsWith("/" + Constants.HEAD)) {
        continue;
      }
      String remote = ref.getName().substring(0, ref.getName().length() - "HEAD".length());
      if (ref.getTarget().getName().equals(remote + name)) {
        throw new GitException(
            "--branch "
                + name
                + ": is the default branch of the remote "
                + remote.substring(Constants.R_REMOTES.length(), remote.length() - 1)
                + "; choose another name");
      }
    }
  }

  private static List<ObjectId> ours(Repository repository, Base base, String name, Ref found)
      throws IOException, GitException {
    List<ObjectId> others = new ArrayList<>();
    for (Ref ref : repository.getRefDatabase().getRefs()) {
      ObjectId id = ref.getObjectId();
      if (id != null && !ref.getLeaf().getName().equals(found.getName())) {
        others.add(id);
      }
    }
    Ownership ownership = Ownership.of(repository, base, found.getObjectId(), others);
    if (ownership.foreign().isPresent()) {
      throw new GitException(
          "--branch "
              + name
              + ": exists, and its commit "
              + ownership.foreign().get()
              + " is not ours as we made it; the branch is left alone. Choose another name, or"
              + " delete it with `git branch -D "
              + name
              + "` if nobody needs it");
    }
    return ownership.present();
  }

  /** Returns the name, without {@code refs/heads/}. */
  public String name() {
    return name;
  }

  /**
   * Makes commits of the steps. The branch does not have them yet.
   *
   * @throws GitException when the people are not known, or the signature fails
   */
  public Series write(List<Step> steps, CommitOptions options) throws GitException {
    return Series.write(place, base, steps, options, present, number -> List.of());
  }

  /**
   * Makes the branch lead to a series, in one step that either happens or does not.
   *
   * @throws GitException when somebody else has moved or locked the branch meanwhile
   */
  public Outcome publish(Series series) throws GitException {
    if (series.size() == 0) {
      return Outcome.NOTHING_TO_DO;
    }
    if (series.tip().equals(tip)) {
      return Outcome.UNCHANGED;
    }
    try {
      RefUpdate update = place.repository().updateRef(Constants.R_HEADS + name);
      update.setNewObjectId(series.tip());
      update.setExpectedOldObjectId(tip);
      update.setForceUpdate(true);
      update.setRefLogMessage("untether migrate", /* appendStatus= */ false);
      try (RevWalk walk = new RevWalk(place.repository())) {
        update.setRefLogIdent(walk.parseCommit(series.tip()).getCommitterIdent());
      }
      RefUpdate.Result result = update.update();
      return switch (result) {
        case NEW -> Outcome.CREATED;
        case FORCED, FAST_FORWARD, NO_CHANGE -> Outcome.UPDATED;
        default ->
            throw new GitException(
                "--branch " + name + ": could not be moved (" + result + ")" + LOCK_HINT);
      };
    } catch (IOException e) {
      throw new GitException(
          "--branch " + name + ": could not be moved: " + e.getMessage() + LOCK_HINT, e);
    }
  }
}
