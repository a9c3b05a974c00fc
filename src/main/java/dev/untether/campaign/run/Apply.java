package dev.untether.campaign.run;

import dev.untether.campaign.Commits;
import dev.untether.campaign.Hosting;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.Progress;
import dev.untether.campaign.UnitProver;
import dev.untether.campaign.Words;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.outcome.UnitResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a plan so. What one unit meets with is its own: the others go on. Run again, it does what
 * is left to do, and nothing if nothing is.
 */
public final class Apply {
  private final Hosting hosting;
  private final Words words;
  private final UnitProver prover;
  private final Commits commits;
  private final Settings settings;

  /**
   * Makes one commit of each unit.
   *
   * @param prover asked about each unit before it is pushed, if the campaign wants that
   */
  public Apply(Hosting hosting, Words words, UnitProver prover, Settings settings) {
    this(hosting, words, prover, Commits.one(), settings);
  }

  /**
   * @param prover asked about each unit before it is pushed, if the campaign wants that
   * @param commits what each unit is pushed as
   */
  public Apply(
      Hosting hosting, Words words, UnitProver prover, Commits commits, Settings settings) {
    this.hosting = hosting;
    this.words = words;
    this.prover = prover;
    this.commits = commits;
    this.settings = settings;
  }

  /**
   * Returns what {@link #apply} would do. Asks forges and remotes, and changes nothing.
   *
   * @throws IOException when the journal cannot be read
   */
  public RunResult plan(Order order) throws IOException, InterruptedException {
    StateDirectory state = StateDirectory.of(settings.state(), order.campaign().name());
    Memory memory = JournalReader.read(state.journal());
    List<UnitResult> units = actions(order, memory).stream().map(UnitResults::planned).toList();
    return result(order, /* planned= */ true, units, memory);
  }

  /**
   * Does it.
   *
   * @throws IOException when another run of the campaign is at work, or the state directory cannot
   *     be written to
   */
  public RunResult apply(Order order, Progress progress) throws IOException, InterruptedException {
    StateDirectory state = StateDirectory.of(settings.state(), order.campaign().name());
    state.make();
    try (RunLock lock = RunLock.take(state.lock(), settings.clock().instant());
        Journal journal = Journal.open(lock, state.journal(), settings.clock())) {
      Memory memory = journal.memory();
      List<Action> actions = actions(order, memory);
      Workers workers = new Workers(hosting, origins(order.plan()), prover(order), settings);
      Execution execution = new Execution(order.campaign().name(), words, commits, journal);
      List<UnitResult> units = workers.carryOut(actions, execution, progress);
      journal.resumed();
      return result(order, /* planned= */ false, units, memory);
    }
  }

  /** Returns origins by name. */
  static Map<String, Origin> origins(Plan plan) {
    return plan.origins().stream().collect(Collectors.toMap(Origin::name, Function.identity()));
  }

  private UnitProver prover(Order order) {
    return order.campaign().verify() ? prover : UnitProver.trusting();
  }

  private List<Action> actions(Order order, Memory memory)
      throws IOException, InterruptedException {
    Plan plan = order.plan();
    boolean checks = Observer.waitsForChecks(order.campaign());
    Observer observer = new Observer(hosting, words, memory, checks, /* pushes= */ true);
    Question question =
        new Question(
            order.campaign(),
            plan.origins(),
            plan.units(),
            order.unread(),
            order.optedOut(),
            order.coverage(),
            observer.look(order.campaign().name(), plan.origins(), plan.units(), settings),
            words,
            memory,
            settings.clock().instant(),
            settings.reopen());
    return Reconciliation.of(question);
  }

  private static RunResult result(
      Order order, boolean planned, List<UnitResult> units, Memory memory) {
    return new RunResult(
        order.campaign().name(),
        "apply",
        planned,
        units,
        order.plan().problems(),
        memory.unfinishedNames());
  }
}
