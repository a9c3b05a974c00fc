package dev.untether.campaign.run;

import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.outcome.State;
import dev.untether.campaign.outcome.UnitResult;
import dev.untether.forge.Metadata;
import dev.untether.forge.PullRequest;
import java.time.Instant;
import java.util.Optional;

/** Makes results of actions. */
final class UnitResults {
  private UnitResults() {}

  /** Returns what an action came to without anything being done: what would, if it acts. */
  static UnitResult planned(Action action) {
    State state =
        switch (action.kind()) {
          case OPEN -> State.OPENED;
          case UPDATE -> State.UPDATED;
          case NOTHING -> State.UNCHANGED;
          case WAIT -> State.WAITING;
          case SKIP -> State.SKIPPED;
          case LEAVE, IGNORE -> State.LEFT;
          case CLOSE -> State.CLOSED;
          case CLEAN -> State.CLEANED;
          case BLOCKED -> State.BLOCKED;
        };
    return of(action, state, action.reason(), action.until());
  }

  static UnitResult of(Action action, State state, String reason) {
    return of(action, state, reason, Optional.empty());
  }

  static UnitResult of(Action action, State state, String reason, Optional<Instant> until) {
    return of(action, state, reason, until, action.request());
  }

  static UnitResult of(Action action, State state, String reason, PullRequest request) {
    return of(action, state, reason, Optional.empty(), Optional.of(request));
  }

  private static UnitResult of(
      Action action,
      State state,
      String reason,
      Optional<Instant> until,
      Optional<PullRequest> request) {
    Optional<Metadata> metadata = request.flatMap(PullRequest::metadata);
    return new UnitResult(
        action.repository(),
        action.unit(),
        state,
        action.branch(),
        request.map(PullRequest::page),
        metadata.map(Metadata::base).orElse(""),
        action.planned().map(PlannedUnit::content).orElse(""),
        reason,
        until);
  }
}
