package dev.untether.git.transport;

import dev.untether.git.Base;
import dev.untether.git.Branch;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Ownership;
import dev.untether.git.Series;
import dev.untether.git.Step;
import dev.untether.process.ChildProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A branch of a remote that is ours to make, to make anew or to delete. No ref and no object of the
 * user's repository changes: what is fetched and made lies in a private one beside it, which goes
 * when this is closed.
 *
 * <p>The remote is looked at when this is made, and what is done later is done only if the branch
 * still is where it was: either all of it happens or nothing. Whoever kills us in between loses
 * nothing, and a second run goes on.
 */
public final class Push implements AutoCloseable {
  private static final String HEADS = "refs/heads/";

  private final GitRepository borrowing;
  private final PrivateRepository mine;
  private final Base base;
  private final Remote remote;
  private final String name;
  // Where the branch is; empty for one that is not there.
  private final Optional<String> seen;
  private final Ownership ownership;
  private final boolean published;

  private Push(
      GitRepository borrowing,
      PrivateRepository mine,
      Base base,
      Remote remote,
      String name,
      Optional<String> seen,
      Ownership ownership,
      boolean published) {
    this.borrowing = borrowing;
    this.mine = mine;
    this.base = base;
    this.remote = remote;
    this.name = name;
    this.seen = seen;
    this.ownership = ownership;
    this.published = published;
  }

  /** What became of the branch. */
  public enum Outcome {
    /** It is new. */
    CREATED,
    /** It was ours, and has other commits now. */
    UPDATED,
    /** It has these very changes already, on this base. */
    UNCHANGED,
    /** It was ours, and is no more. */
    DELETED,
    /** There is no such branch. */
    ABSENT,
    /** Somebody's commit is on it; it was left alone. */
    FOREIGN,
    /** There is nothing to change; the branch, if there is one, was left alone. */
    NOTHING_TO_DO,
  }

  /**
   * What was done.
   *
   * @param commit where the branch leads now, 40 hexadecimal digits; empty when there is none
   * @param reason whose commit is on it, in words, if it is foreign
   */
  public record Result(Outcome outcome, Optional<String> commit, Optional<String> reason) {}

  /**
   * Looks at a branch of a remote.
   *
   * @param place a repository that has the base; it is read only
   * @param name without {@code refs/heads/}
   * @throws GitException when the name will not do, the branch is the default one, or the remote
   *     does not answer
   */
  public static Push to(
      GitRepository place, Base base, Remote remote, String name, TransportOptions options)
      throws GitException, InterruptedException {
    Optional<String> refusal = Branch.refusal(name);
    if (refusal.isPresent()) {
      throw new GitException(GitException.Reason.LOCAL, "branch " + name + ": " + refusal.get());
    }
    remote.requireOutside(place);
    PrivateRepository mine = PrivateRepository.beside(place, options);
    boolean done = false;
    try {
      RemoteRefs refs = RemoteRefs.read(mine, remote.push(), List.of("HEAD", HEADS + name));
      if (refs.defaultBranch().equals(Optional.of(name))) {
        throw new GitException(
            GitException.Reason.PROTECTED,
            remote
                + ": "
                + name
                + " is its default branch, which is never pushed to; choose another");
      }
      GitRepository borrowing = place.withObjectsIn(mine.directory());
      Push push = looked(borrowing, mine, base, remote, name, refs);
      done = true;
      return push;
    } finally {
      if (!done) {
        mine.close();
      }
    }
  }

  private static Push looked(
      GitRepository borrowing,
      PrivateRepository mine,
      Base base,
      Remote remote,
      String name,
      RemoteRefs refs)
      throws GitException, InterruptedException {
    boolean done = false;
    try {
      Optional<String> seen = refs.id(HEADS + name);
      Ownership ownership =
          seen.isEmpty()
              ? Ownership.none()
              : new RemoteHistory(mine, borrowing, base, remote.push())
                  .owner(name, seen.get(), refs);
      boolean published =
          borrowing.isReachable(
              base, List.copyOf(refs.ids().values()), "refs/remotes/" + remote.name() + "/");
      Push push = new Push(borrowing, mine, base, remote, name, seen, ownership, published);
      done = true;
      return push;
    } finally {
      if (!done) {
        borrowing.close();
      }
    }
  }

  /**
   * Makes a branch of a remote lead to a series, whether it is there or not.
   *
   * @param place where the series was written, or a repository that has its base
   */
  public static Result of(
      GitRepository place, Series series, Remote remote, String name, TransportOptions options)
      throws GitException, InterruptedException {
    try (Push push = to(place, series.base(), remote, name, options)) {
      return push.publish(series);
    }
  }

  /** Returns whose commit is on the branch, in words, if it is not ours alone. */
  public Optional<String> foreign() {
    return ownership.foreign();
  }

  /**
   * Returns whether the remote is known to have the base. If not, a push may take along commits of
   * the user's that nobody else has seen yet.
   */
  public boolean isBasePublished() {
    return published;
  }

  /** Returns where the branch leads, if it is there: 40 hexadecimal digits. */
  public Optional<String> commit() {
    return seen;
  }

  /**
   * Makes commits of the steps; those that the branch has already, if they are the same. Nothing
   * leads to them yet.
   *
   * @throws GitException when the people are not known, or the signature fails
   */
  public Series write(List<Step> steps, CommitOptions options) throws GitException {
    return Series.write(borrowing, base, steps, options, ownership.present(), number -> List.of());
  }

  /**
   * Makes the branch lead to a series.
   *
   * @throws GitException when the remote does not let us, or somebody pushed since we looked
   */
  public Result publish(Series series) throws GitException, InterruptedException {
    if (series.size() == 0) {
      return new Result(Outcome.NOTHING_TO_DO, seen, Optional.empty());
    }
    if (foreign().isPresent()) {
      return new Result(Outcome.FOREIGN, seen, foreign());
    }
    List<ObjectId> present = ownership.present();
    boolean same = seen.equals(Optional.of(series.head()));
    if (same || !present.isEmpty() && series.isSameAs(borrowing, present)) {
      return new Result(Outcome.UNCHANGED, seen, Optional.empty());
    }
    mine.borrow(series.objects());
    move(series.head());
    Outcome outcome = seen.isEmpty() ? Outcome.CREATED : Outcome.UPDATED;
    return new Result(outcome, Optional.of(series.head()), Optional.empty());
  }

  /**
   * Deletes the branch, if it is there and ours alone.
   *
   * @throws GitException when the remote does not let us, or somebody pushed since we looked
   */
  public Result delete() throws GitException, InterruptedException {
    if (seen.isEmpty()) {
      return new Result(Outcome.ABSENT, seen, Optional.empty());
    }
    if (foreign().isPresent()) {
      return new Result(Outcome.FOREIGN, seen, foreign());
    }
    move("");
    return new Result(Outcome.DELETED, Optional.empty(), Optional.empty());
  }

  /** Moves the branch from where it was seen. */
  private void move(String commit) throws GitException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("push", "--porcelain", "--no-verify"));
    command.add("--force-with-lease=" + HEADS + name + ":" + seen.orElse(""));
    command.add("--");
    command.add(remote.push().text());
    command.add(commit + ":" + HEADS + name);
    ChildProcess.Result result = mine.talk(remote.push(), command);
    if (result.isFine()) {
      return;
    }
    String doing =
        remote
            + ": the branch "
            + name
            + (commit.isEmpty() ? " could not be deleted" : " could not be pushed");
    GitException complaint = mine.complaint(doing, remote.push(), result);
    // A connection that breaks says nothing of whether the server has acted.
    if (complaint.reason() != GitException.Reason.UNREACHABLE || !isAt(commit)) {
      throw complaint;
    }
  }

  private boolean isAt(String commit) throws InterruptedException {
    try {
      RemoteRefs refs = RemoteRefs.read(mine, remote.push(), List.of(HEADS + name));
      return refs.id(HEADS + name).orElse("").equals(commit);
    } catch (GitException e) {
      // Still no answer: what happened first is what is told.
      return false;
    }
  }

  @Override
  public void close() {
    borrowing.close();
    mine.close();
  }
}
