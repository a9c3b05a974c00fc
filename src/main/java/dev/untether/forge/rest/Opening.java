package dev.untether.forge.rest;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.Proposal;
import dev.untether.forge.PullRequest;
import dev.untether.forge.http.Answer;
import dev.untether.forge.http.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * How a pull request is opened so that a unit never has two, whatever became of the request before.
 * The forges help: none opens a second one of the same branches.
 */
public final class Opening {
  private final Steps steps;

  /** What a forge does for it. */
  public interface Steps {
    /** Returns those of ours that are open, from branches of the project itself. */
    List<PullRequest> open() throws ForgeException, InterruptedException;

    /** Returns those that are open for the proposal's branch, whosever they are. */
    List<PullRequest> openOf(Proposal proposal) throws ForgeException, InterruptedException;

    /** Asks for a new one, once. */
    Outcome create(Proposal proposal) throws ForgeException, InterruptedException;

    /** Reads what was made, and adds what cannot be asked for at once. */
    PullRequest complete(Answer created, Proposal proposal)
        throws ForgeException, InterruptedException;

    /** Makes one that is open as the proposal says. */
    PullRequest update(PullRequest request, Proposal proposal)
        throws ForgeException, InterruptedException;
  }

  /** Creates one for a forge. */
  public Opening(Steps steps) {
    this.steps = steps;
  }

  /** Returns the one pull request for the proposal, opened or found and updated. */
  public PullRequest open(Proposal proposal) throws ForgeException, InterruptedException {
    Optional<PullRequest> before = ofUnit(steps.open(), proposal);
    if (before.isPresent()) {
      return steps.update(before.get(), proposal);
    }
    for (int tries = 1; ; tries++) {
      Outcome outcome = asked(proposal);
      if (outcome instanceof Outcome.Done done) {
        return steps.complete(done.answer(), proposal);
      }
      ForgeException why = ((Outcome.Unknown) outcome).why();
      Optional<PullRequest> there = there(proposal);
      if (there.isPresent()) {
        return steps.update(there.get(), proposal);
      }
      // Refused for another reason; or twice lost on its way.
      if (why.reason() == Reason.REFUSED || tries > 1) {
        throw why;
      }
    }
  }

  /** Returns what came of it; what is refused may be so because one is there already. */
  private Outcome asked(Proposal proposal) throws ForgeException, InterruptedException {
    try {
      return steps.create(proposal);
    } catch (ForgeException e) {
      if (e.reason() != Reason.REFUSED) {
        throw e;
      }
      return new Outcome.Unknown(e);
    }
  }

  private Optional<PullRequest> there(Proposal proposal)
      throws ForgeException, InterruptedException {
    List<PullRequest> open = steps.openOf(proposal);
    Optional<PullRequest> ours = ofUnit(open, proposal);
    if (ours.isPresent()) {
      return ours;
    }
    for (PullRequest request : open) {
      if (request.branch().equals(proposal.branch()) && request.base().equals(proposal.base())) {
        throw new ForgeException(
            Reason.REFUSED,
            "branch "
                + proposal.branch()
                + " has a pull request already that is not of this change: "
                + request.page()
                + "; close it, or choose another name for the branch");
      }
    }
    return Optional.empty();
  }

  private static Optional<PullRequest> ofUnit(List<PullRequest> open, Proposal proposal) {
    return open.stream()
        .filter(
            request ->
                request
                    .metadata()
                    .filter(metadata -> metadata.isOfSameUnit(proposal.metadata()))
                    .isPresent())
        .findFirst();
  }
}
