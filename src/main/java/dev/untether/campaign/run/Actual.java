package dev.untether.campaign.run;

import dev.untether.campaign.Branches;
import dev.untether.forge.Checks;
import dev.untether.forge.PullRequest;
import java.util.List;
import java.util.Map;

/** What there is of a campaign in one origin, as far as its forge and its remote say. */
public sealed interface Actual {
  /**
   * What there is.
   *
   * @param own pull requests whose body names the campaign, in every state, oldest first
   * @param checks what the checks of open ones say, by number, where that was asked
   */
  record Known(List<PullRequest> own, Branches.Look look, Map<Long, Checks> checks)
      implements Actual {
    /** Copies the collections. */
    public Known {
      own = List.copyOf(own);
      checks = Map.copyOf(checks);
    }
  }

  /** Nobody could tell. */
  record Unknown(String why) implements Actual {}
}
