package dev.untether.campaign.run;

import dev.untether.campaign.Hosting;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Progress;
import dev.untether.campaign.Proved;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.outcome.State;
import dev.untether.campaign.outcome.UnitResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Does many things at a time: proofs, which want processors, and apart from them what waits for
 * forges and remotes. A unit goes over to these as soon as it is proven.
 */
final class Workers {
  private static final Proved NOTHING = new Proved(new TreeMap<>(), "", List.of());

  private final Hosting hosting;
  private final Map<String, Origin> origins;
  private final UnitProver prover;
  private final Settings settings;

  Workers(Hosting hosting, Map<String, Origin> origins, UnitProver prover, Settings settings) {
    this.hosting = hosting;
    this.origins = origins;
    this.prover = prover;
    this.settings = settings;
  }

  /**
   * Does them, and returns what came of each, in the order given.
   *
   * @throws IOException when the journal cannot be written to; what was under way was ended
   */
  List<UnitResult> carryOut(List<Action> actions, Execution execution, Progress progress)
      throws IOException, InterruptedException {
    progress.total(actions.stream().filter(Action::acts).count());
    // Closed from the last to the first: nobody hands on to threads that are gone.
    try (Sites sites = Sites.of(hosting, origins, actions);
        Tasks network = new Tasks(settings.connections());
        Tasks proofs = new Tasks(settings.proofs())) {
      List<Future<Handed>> begun = new ArrayList<>();
      for (Action action : actions) {
        if (action.acts()) {
          Work work = new Work(action, sites.of(action), execution, progress);
          begun.add(
              action.planned().isPresent() && pushes(action)
                  ? proofs.begin(() -> prove(work, network))
                  : known(new Handed(network.begin(() -> carryOut(work, NOTHING)))));
        } else {
          begun.add(known(Handed.known(UnitResults.planned(action))));
        }
      }
      List<UnitResult> results = new ArrayList<>();
      for (Future<Handed> each : begun) {
        results.add(Tasks.result(Tasks.result(each).result()));
      }
      return results;
    }
  }

  /** One action, and what it takes to do it. */
  private record Work(Action action, Site site, Execution execution, Progress progress) {
    UnitResult ended(UnitResult result) {
      site.done();
      progress.done(action.name(), /* cached= */ false);
      return result;
    }
  }

  /** A unit that was handed on from its proof. */
  private record Handed(Future<UnitResult> result) {
    static Handed known(UnitResult result) {
      return new Handed(Workers.known(result));
    }
  }

  private static boolean pushes(Action action) {
    return action.kind() == Action.Kind.OPEN || action.kind() == Action.Kind.UPDATE;
  }

  private static <T> Future<T> known(T value) {
    return CompletableFuture.completedFuture(value);
  }

  private Handed prove(Work work, Tasks network) throws InterruptedException {
    Action action = work.action();
    Proved proved;
    try {
      proved = prover.prove(work.site().origin(), action.planned().orElseThrow());
    } catch (IOException e) {
      String why = "not pushed, for it could not be proven: " + Faults.words(e);
      return Handed.known(work.ended(UnitResults.of(action, State.FAILED, why)));
    }
    if (proved.changes().isEmpty()) {
      String why =
          "not pushed, for the proof failed: "
              + (proved.withdrawn().isEmpty()
                  ? "no change was left of it"
                  : String.join("; ", proved.withdrawn()));
      return Handed.known(work.ended(UnitResults.of(action, State.FAILED, why)));
    }
    return new Handed(network.begin(() -> carryOut(work, proved)));
  }

  private static UnitResult carryOut(Work work, Proved proved)
      throws IOException, InterruptedException {
    return work.ended(work.execution().carryOut(work.action(), work.site(), proved));
  }
}
