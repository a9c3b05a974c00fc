package dev.untether.campaign.run;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Origin;
import dev.untether.campaign.RemoteBranch;
import dev.untether.forge.PullRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One origin as all its units see it. */
final class OriginView {
  private final Origin origin;
  private final Actual.Known actual;
  private final BranchNames names;
  private final Map<String, String> inUse = new HashMap<>();

  OriginView(Origin origin, Actual.Known actual, BranchNames names) {
    this.origin = origin;
    this.actual = actual;
    this.names = names;
    for (PullRequest request : actual.own()) {
      if (request.state() == PullRequest.State.OPEN) {
        inUse.put(request.branch(), request.metadata().orElseThrow().unit());
      }
    }
  }

  Origin origin() {
    return origin;
  }

  BranchNames names() {
    return names;
  }

  Branches.Look look() {
    return actual.look();
  }

  /** Returns a branch, if the remote has it. */
  Optional<RemoteBranch> branch(String name) {
    return Optional.ofNullable(actual.look().branches().get(name));
  }

  /**
   * Returns whether an open pull request of another unit is for that branch, as when another shard
   * came to the same name.
   */
  boolean isOfAnother(String branch, String unit) {
    return !inUse.getOrDefault(branch, unit).equals(unit);
  }

  /** Returns whether an open pull request is for that branch. */
  boolean isInUse(String branch) {
    return inUse.containsKey(branch);
  }
}
