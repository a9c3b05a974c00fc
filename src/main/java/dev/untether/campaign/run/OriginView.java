package dev.untether.campaign.run;

import dev.untether.campaign.Origin;
import dev.untether.forge.PullRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One origin as all its units see it. */
final class OriginView {
  private final Origin origin;
  private final Actual.Known actual;
  private final BranchNames names;
  private final Set<String> inUse = new HashSet<>();

  OriginView(Origin origin, Actual.Known actual, BranchNames names) {
    this.origin = origin;
    this.actual = actual;
    this.names = names;
    for (PullRequest request : actual.own()) {
      if (request.state() == PullRequest.State.OPEN) {
        inUse.add(request.branch());
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

  /** Returns whether an open pull request is for that branch. */
  boolean isInUse(String branch) {
    return inUse.contains(branch);
  }
}
