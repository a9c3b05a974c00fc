package dev.untether.campaign.run;

import dev.untether.campaign.PlannedUnit;
import dev.untether.forge.PullRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What is to be done about one unit, or was decided not to be.
 *
 * @param repository the name of its origin
 * @param unit its id
 * @param planned the unit as it is wanted; empty when the plan has it no more
 * @param branch the branch that this is about; empty if there is none
 * @param request the pull request that this is about
 * @param reason one sentence for people
 * @param until when waiting ends, as far as that is known
 */
public record Action(
    Kind kind,
    String repository,
    String unit,
    Optional<PlannedUnit> planned,
    String branch,
    Optional<PullRequest> request,
    String reason,
    Optional<Instant> until)
    implements Comparable<Action> {

  private static final Comparator<Action> ORDER =
      Comparator.comparing(Action::repository)
          .thenComparing(Action::unit)
          .thenComparing(it -> it.kind().rank)
          .thenComparing(it -> it.request().map(PullRequest::number).orElse(0L))
          .thenComparing(Action::kind)
          .thenComparing(Action::branch);

  /** What there is to do. */
  public enum Kind {
    /** Push a branch and open a pull request for it. */
    OPEN(0),
    /** Make the branch anew, on the newest base, and update its pull request. */
    UPDATE(0),
    /** The pull request is as it should be. */
    NOTHING(0),
    /** Not now: a limit, a wave, a base that is not at hand yet. */
    WAIT(0),
    /** Not at all: people said no. */
    SKIP(0),
    /** Somebody else's work is where ours would go. */
    LEAVE(0),
    /** It cannot be done; the reason says what to do about it. */
    BLOCKED(0),
    /** Close the pull request, and delete its branch. */
    CLOSE(1),
    /** Delete a branch of ours whose pull request was closed. */
    CLEAN(2),
    /** A pull request that says to be of this unit, and is not for us to touch. */
    IGNORE(2);

    // What a unit comes to, before what else is found of it.
    private final int rank;

    Kind(int rank) {
      this.rank = rank;
    }
  }

  /** Orders by repository and unit; what the unit comes to is the first of its actions. */
  @Override
  public int compareTo(Action other) {
    return ORDER.compare(this, other);
  }

  /** Returns what tells the unit from all others of the campaign. */
  public String name() {
    return repository + "/" + unit;
  }

  /** Returns whether something is done, or was only decided. */
  public boolean acts() {
    return switch (kind) {
      case OPEN, UPDATE, CLOSE, CLEAN -> true;
      case NOTHING, WAIT, SKIP, LEAVE, BLOCKED, IGNORE -> false;
    };
  }
}
