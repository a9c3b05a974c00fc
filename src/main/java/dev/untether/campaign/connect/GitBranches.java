package dev.untether.campaign.connect;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Origin;
import dev.untether.campaign.RemoteBranch;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Step;
import dev.untether.git.transport.Push.Outcome;
import dev.untether.git.transport.Push.Result;
import dev.untether.git.transport.Remote;
import dev.untether.git.transport.RemoteBranches;
import dev.untether.git.transport.TransportOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The remote branches of an origin, by the user's git. */
public final class GitBranches implements Branches {
  private final Origin origin;
  private final GitRepository place;
  private final Remote remote;
  private final TransportOptions transport;
  private final CommitOptions commits;

  private GitBranches(
      Origin origin,
      GitRepository place,
      Remote remote,
      TransportOptions transport,
      CommitOptions commits) {
    this.origin = origin;
    this.place = place;
    this.remote = remote;
    this.transport = transport;
    this.commits = commits;
  }

  /**
   * Returns the remote branches of an origin; nothing is asked yet.
   *
   * @param commits how commits are made
   * @throws GitException when it has no remote, or one that git is not to be given
   */
  public static GitBranches of(Origin origin, TransportOptions transport, CommitOptions commits)
      throws GitException {
    if (origin.remote().isEmpty()) {
      throw new GitException(
          GitException.Reason.LOCAL,
          origin.name() + ": has no remote to push to; add one with `git remote add origin URL`");
    }
    Remote remote = Remote.at(origin.remote().get());
    GitRepository place = GitRepository.containing(origin.place());
    return new GitBranches(origin, place, remote, transport, commits);
  }

  @Override
  public Look look(Set<String> names, Map<String, String> known)
      throws GitException, InterruptedException {
    RemoteBranches there =
        RemoteBranches.read(
            place, origin.base(), remote, origin.baseBranch(), names, known, transport);
    Map<String, RemoteBranch> branches = new TreeMap<>();
    there
        .branches()
        .forEach(
            (name, found) ->
                branches.put(
                    name,
                    new RemoteBranch(
                        found.commit(), found.foreign().map(said -> "commit " + said))));
    return new Look(there.target(), branches);
  }

  @Override
  public Push push(String branch, List<Step> steps) throws GitException, InterruptedException {
    try (var push = open(branch)) {
      Result result = push.publish(push.write(steps, commits));
      return switch (result.outcome()) {
        case CREATED, UPDATED -> new Push.Done(result.commit().orElse(""), /* moved= */ true);
        case UNCHANGED -> new Push.Done(result.commit().orElse(""), /* moved= */ false);
        case NOTHING_TO_DO -> new Push.Nothing();
        case FOREIGN, DELETED, ABSENT ->
            new Push.Foreign(
                "commit " + result.reason().orElse("of somebody") + " is on " + branch);
      };
    }
  }

  @Override
  public Deletion delete(String branch) throws GitException, InterruptedException {
    try (var push = open(branch)) {
      Result result = push.delete();
      return result.outcome() == Outcome.FOREIGN
          ? new Deletion.Foreign(
              "commit " + result.reason().orElse("of somebody") + " is on " + branch)
          : new Deletion.Done();
    }
  }

  private dev.untether.git.transport.Push open(String branch)
      throws GitException, InterruptedException {
    return dev.untether.git.transport.Push.to(place, origin.base(), remote, branch, transport);
  }

  @Override
  public void close() {
    place.close();
  }
}
