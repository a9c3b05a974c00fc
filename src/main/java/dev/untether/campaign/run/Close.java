package dev.untether.campaign.run;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Commits;
import dev.untether.campaign.Coverage;
import dev.untether.campaign.Hosting;
import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Progress;
import dev.untether.campaign.RemoteBranch;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.Words;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.outcome.UnitResult;
import dev.untether.campaign.run.Action.Kind;
import dev.untether.forge.PullRequest;
import dev.untether.text.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ends a campaign: closes its open pull requests and deletes its branches, as far as nobody else's
 * work is on them. What people merged or closed stays as it is.
 */
public final class Close {
  private static final String REASON = "the campaign is over";

  private final Hosting hosting;
  private final Words words;
  private final Settings settings;

  /** Creates what closes campaigns. */
  public Close(Hosting hosting, Words words, Settings settings) {
    this.hosting = hosting;
    this.words = words;
    this.settings = settings;
  }

  /**
   * Returns what {@link #close} would do. Asks forges and remotes, and changes nothing.
   *
   * @param units what the campaign still wants, as far as known: their branches are ours by name
   * @throws IOException when the journal cannot be read
   */
  public RunResult plan(
      Campaign campaign, List<Origin> origins, List<PlannedUnit> units, Coverage coverage)
      throws IOException, InterruptedException {
    StateDirectory state = StateDirectory.of(settings.state(), campaign.name());
    Memory memory = JournalReader.read(state.journal());
    List<UnitResult> results =
        actions(campaign, origins, units, coverage, memory).stream()
            .map(UnitResults::planned)
            .toList();
    return result(campaign, /* planned= */ true, results, memory);
  }

  /**
   * Does it.
   *
   * @throws IOException when another run of the campaign is at work, or the state directory cannot
   *     be written to
   */
  public RunResult close(
      Campaign campaign,
      List<Origin> origins,
      List<PlannedUnit> units,
      Coverage coverage,
      Progress progress)
      throws IOException, InterruptedException {
    StateDirectory state = StateDirectory.of(settings.state(), campaign.name());
    state.make();
    try (RunLock lock = RunLock.take(state.lock(), settings.clock().instant());
        Journal journal = Journal.open(lock, state.journal(), settings.clock())) {
      Memory memory = journal.memory();
      List<Action> actions = actions(campaign, origins, units, coverage, memory);
      Map<String, Origin> byName =
          origins.stream().collect(Collectors.toMap(Origin::name, Function.identity()));
      Workers workers = new Workers(hosting, byName, UnitProver.trusting(), settings);
      Execution execution = new Execution(campaign.name(), words, Commits.one(), journal);
      List<UnitResult> results = workers.carryOut(actions, execution, progress);
      journal.resumed();
      return result(campaign, /* planned= */ false, results, memory);
    }
  }

  private static RunResult result(
      Campaign campaign, boolean planned, List<UnitResult> units, Memory memory) {
    List<Finding> none = List.of();
    return new RunResult(campaign.name(), "close", planned, units, none, memory.unfinishedNames());
  }

  private List<Action> actions(
      Campaign campaign,
      List<Origin> origins,
      List<PlannedUnit> units,
      Coverage coverage,
      Memory memory)
      throws IOException, InterruptedException {
    Observer observer =
        new Observer(hosting, words, memory, /* asksChecks= */ false, /* pushes= */ false);
    Map<String, Actual> actual = observer.look(campaign.name(), origins, units, settings);
    List<Action> actions = new ArrayList<>();
    for (Origin origin : origins) {
      Actual there = actual.get(origin.name());
      if (there instanceof Actual.Unknown unknown) {
        actions.add(action(Kind.BLOCKED, origin, "", "", Optional.empty(), unknown.why()));
      } else if (there instanceof Actual.Known known) {
        Map<String, PlannedUnit> wanted = new TreeMap<>();
        units.stream()
            .filter(unit -> unit.repository().equals(origin.name()))
            .forEach(unit -> wanted.put(unit.id(), unit));
        BranchNames names = BranchNames.of(origin, List.copyOf(wanted.values()), words);
        actions.addAll(new Ending(origin, known, names, wanted, memory, coverage).actions());
      }
    }
    return actions.stream().sorted().toList();
  }

  /** What is to be done in one origin. */
  private record Ending(
      Origin origin,
      Actual.Known actual,
      BranchNames names,
      Map<String, PlannedUnit> wanted,
      Memory memory,
      Coverage coverage) {

    List<Action> actions() {
      List<Action> actions = new ArrayList<>();
      Set<String> stay = new HashSet<>();
      Map<String, String> leftOver = new TreeMap<>();
      memory
          .branchesOf(origin.name())
          .forEach((unit, branches) -> branches.forEach(it -> leftOver.put(it, unit)));
      Set<String> closing = new TreeSet<>();
      List<PullRequest> requests =
          actual.own().stream().sorted(Comparator.comparingLong(PullRequest::number)).toList();
      for (PullRequest request : requests) {
        String unit = request.metadata().orElseThrow().unit();
        boolean ended = request.state() == PullRequest.State.MERGED || Withdrawal.marks(request);
        if (request.state() == PullRequest.State.OPEN) {
          Action action = ofOpen(unit, request, closing.add(request.branch()));
          actions.add(action);
          stay.add(request.branch());
        } else if (ended) {
          leftOver.putIfAbsent(request.branch(), unit);
        } else {
          stay.add(request.branch());
        }
      }
      leftOver.forEach(
          (branch, unit) -> {
            boolean ours = branch(branch).filter(RemoteBranch::isOurs).isPresent();
            if (ours && !stay.contains(branch)) {
              actions.add(action(Kind.CLEAN, origin, unit, branch, Optional.empty(), REASON));
            }
          });
      actions.removeIf(action -> !coverage.covers(origin.name(), action.unit()));
      return actions;
    }

    private Optional<RemoteBranch> branch(String name) {
      return Optional.ofNullable(actual.look().branches().get(name));
    }

    private Action ofOpen(String unit, PullRequest request, boolean firstOfBranch) {
      Optional<RemoteBranch> branch = branch(request.branch());
      Optional<PlannedUnit> planned = Optional.ofNullable(wanted.get(unit));
      boolean ours =
          branch.isPresent()
              ? branch.get().isOurs()
              : memory.branchesOf(origin.name(), unit).contains(request.branch())
                  || planned.filter(it -> names.isNameOf(it, request.branch())).isPresent();
      if (ours) {
        String deleted = firstOfBranch ? request.branch() : "";
        return action(Kind.CLOSE, origin, unit, deleted, Optional.of(request), REASON);
      }
      String why = branch.flatMap(RemoteBranch::foreign).orElse("a branch that we did not make");
      return action(
          Kind.IGNORE,
          origin,
          unit,
          request.branch(),
          Optional.of(request),
          why + " is on its branch; close it by hand if nobody needs it");
    }
  }

  private static Action action(
      Kind kind,
      Origin origin,
      String unit,
      String branch,
      Optional<PullRequest> request,
      String reason) {
    return new Action(
        kind, origin.name(), unit, Optional.empty(), branch, request, reason, Optional.empty());
  }
}
