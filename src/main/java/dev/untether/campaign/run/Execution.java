package dev.untether.campaign.run;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Commits;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Proved;
import dev.untether.campaign.Words;
import dev.untether.campaign.outcome.State;
import dev.untether.campaign.outcome.UnitResult;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.Metadata;
import dev.untether.forge.Proposal;
import dev.untether.forge.PullRequest;
import dev.untether.git.GitException;
import dev.untether.git.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does what was decided, unit by unit. Each step leaves things such that a later run, which asks
 * again what is there, goes on from there: a branch comes before its pull request, the mark of a
 * withdrawal before the closing, and the closing before the branch goes.
 */
final class Execution {
  private final String campaign;
  private final Words words;
  private final Commits commits;
  private final Journal journal;
  private final CircuitBreaker breaker = new CircuitBreaker();

  Execution(String campaign, Words words, Commits commits, Journal journal) {
    this.campaign = campaign;
    this.words = words;
    this.commits = commits;
    this.journal = journal;
  }

  /**
   * Does it.
   *
   * @param proved what of the unit may be pushed, for actions that push
   * @throws IOException when the journal cannot be written; then nothing more is to be done
   */
  UnitResult carryOut(Action action, Site site, Proved proved)
      throws IOException, InterruptedException {
    String server = site.origin().project().map(it -> it.server()).orElse("");
    Optional<ForgeException> useless = breaker.why(server);
    if (useless.isPresent()) {
      return refused(action, useless.get());
    }
    journal.begun(action);
    UnitResult result;
    try {
      result =
          switch (action.kind()) {
            case OPEN, UPDATE -> publish(action, site, proved);
            case CLOSE -> close(action, site);
            case CLEAN -> clean(action, site);
            default -> throw new IllegalArgumentException(action.kind() + " does nothing");
          };
      breaker.answered(server);
    } catch (ForgeException e) {
      breaker.failed(server, e);
      result = refused(action, e);
    } catch (GitException e) {
      result = UnitResults.of(action, State.FAILED, Faults.words(e));
    }
    journal.ended(action, result.state());
    return result;
  }

  private static UnitResult refused(Action action, ForgeException fault) {
    Optional<Instant> again = fault.again();
    boolean later = fault.reason() == ForgeException.Reason.LIMITED;
    return UnitResults.of(
        action,
        later ? State.WAITING : State.FAILED,
        Faults.words(fault),
        later ? again : Optional.empty());
  }

  private UnitResult publish(Action action, Site site, Proved proved)
      throws IOException, ForgeException, GitException, InterruptedException {
    PlannedUnit unit = action.planned().orElseThrow();
    String branch = action.branch();
    Metadata metadata = metadata(unit, site);
    Proposal proposal;
    try {
      proposal = words.proposal(site.origin(), unit, branch, proved, metadata);
    } catch (IllegalArgumentException e) {
      // What it is called comes from the repository, and may be too long for any description.
      return UnitResults.of(action, State.FAILED, Faults.words(e));
    }
    Forge forge = site.forge();
    List<Step> steps = commits.of(unit, proved);
    Branches.Push push = site.branches().push(branch, steps);
    if (push instanceof Branches.Push.Foreign foreign) {
      return UnitResults.of(action, State.LEFT, foreign.why());
    }
    if (push instanceof Branches.Push.Nothing) {
      return UnitResults.of(
          action,
          State.FAILED,
          "the base has these changes already, so the plan is none of it; run again");
    }
    if (push instanceof Branches.Push.Done done) {
      journal.pushed(action, branch, done.tip());
    }
    boolean opens = action.kind() == Action.Kind.OPEN;
    PullRequest request =
        opens ? forge.open(proposal) : forge.update(action.request().orElseThrow(), proposal);
    if (!request.branch().equals(branch)) {
      return UnitResults.of(
          action,
          State.FAILED,
          "the forge answered with #" + request.number() + ", whose branch is " + request.branch());
    }
    if (opens) {
      journal.opened(action, request.number());
    }
    String reason = withdrawn(action.reason(), proved);
    return UnitResults.of(action, opens ? State.OPENED : State.UPDATED, reason, request);
  }

  private static String withdrawn(String reason, Proved proved) {
    if (proved.withdrawn().isEmpty()) {
      return reason;
    }
    String taken = "taken back after the proof: " + String.join("; ", proved.withdrawn());
    return reason.isEmpty() ? taken : reason + "; " + taken;
  }

  /**
   * Returns what the pull request says to programs. The content is that of the plan, not of what
   * the proof left of it: by that a later plan knows that nothing changed.
   */
  private Metadata metadata(PlannedUnit unit, Site site) {
    List<String> recipes = unit.recipes().stream().map(it -> it.id() + "@" + it.version()).toList();
    return new Metadata(campaign, unit.id(), site.origin().base().id(), unit.content(), recipes);
  }

  private UnitResult close(Action action, Site site)
      throws IOException, ForgeException, GitException, InterruptedException {
    PullRequest request = action.request().orElseThrow();
    Forge forge = site.forge();
    PullRequest marked = request;
    if (!Withdrawal.marks(request)) {
      Metadata mark = Withdrawal.of(request.metadata().orElseThrow());
      marked = forge.update(request, withdrawn(request, mark));
    }
    forge.close(marked, comment(action));
    if (!action.branch().isEmpty()) {
      Branches.Deletion deletion = site.branches().delete(action.branch());
      if (deletion instanceof Branches.Deletion.Foreign foreign) {
        return UnitResults.of(
            action, State.CLOSED, action.reason() + "; its branch was left: " + foreign.why());
      }
      journal.deleted(action, action.branch());
    }
    return UnitResults.of(action, State.CLOSED, action.reason());
  }

  private Proposal withdrawn(PullRequest request, Metadata mark) {
    return new Proposal(
        request.branch(),
        request.base(),
        request.title(),
        words.body(request.body(), mark),
        mark,
        request.draft(),
        List.of(),
        List.of(),
        List.of(),
        /* autoMerge= */ false);
  }

  private static String comment(Action action) {
    return "Closed by Untether: " + action.reason() + ".";
  }

  private UnitResult clean(Action action, Site site)
      throws IOException, GitException, InterruptedException {
    Branches.Deletion deletion = site.branches().delete(action.branch());
    if (deletion instanceof Branches.Deletion.Foreign foreign) {
      return UnitResults.of(action, State.LEFT, foreign.why());
    }
    journal.deleted(action, action.branch());
    return UnitResults.of(action, State.CLEANED, action.reason());
  }
}
