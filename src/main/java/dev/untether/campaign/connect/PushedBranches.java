package dev.untether.campaign.connect;

import dev.untether.campaign.Origin;
import dev.untether.campaign.run.Branches;
import dev.untether.campaign.run.RemoteBranch;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Step;
import dev.untether.git.transport.Push.Outcome;
import dev.untether.git.transport.Remote;
import dev.untether.git.transport.RemoteBranches;
import dev.untether.git.transport.TransportOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The branches of an origin, on its remote. */
final class PushedBranches implements Branches {
  private final GitRepository repository;
  private final Origin origin;
  private final Remote remote;
  private final CommitOptions commits;
  private final TransportOptions transport;

  PushedBranches(
      GitRepository repository,
      Origin origin,
      Remote remote,
      CommitOptions commits,
      TransportOptions transport) {
    this.repository = repository;
    this.origin = origin;
    this.remote = remote;
    this.commits = commits;
    this.transport = transport;
  }

  @Override
  public Look look(Set<String> names, Map<String, String> known)
      throws GitException, InterruptedException {
    RemoteBranches seen =
        RemoteBranches.of(
            repository, origin.base(), remote, origin.baseBranch(), names, known, transport);
    Map<String, RemoteBranch> branches = new TreeMap<>();
    seen.branches()
        .forEach((name, it) -> branches.put(name, new RemoteBranch(it.tip(), it.foreign())));
    return new Look(seen.base(), branches);
  }

  @Override
  public Push push(String branch, List<Step> steps) throws GitException, InterruptedException {
    try (var push =
        dev.untether.git.transport.Push.to(
            repository, origin.base(), remote, branch, transport)) {
      var result = push.publish(push.write(steps, commits));
      return switch (result.outcome()) {
        case CREATED, UPDATED -> new Push.Done(result.commit().orElseThrow(), /* moved= */ true);
        case UNCHANGED -> new Push.Done(result.commit().orElseThrow(), /* moved= */ false);
        case FOREIGN -> new Push.Foreign(result.reason().orElse("somebody's commit is on it"));
        case NOTHING_TO_DO, DELETED, ABSENT -> new Push.Nothing();
      };
    }
  }

  @Override
  public Deletion delete(String branch) throws GitException, InterruptedException {
    try (var push =
        dev.untether.git.transport.Push.to(
            repository, origin.base(), remote, branch, transport)) {
      var result = push.delete();
      return result.outcome() == Outcome.FOREIGN
          ? new Deletion.Foreign(result.reason().orElse("somebody's commit is on it"))
          : new Deletion.Done();
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
