package dev.untether.campaign.outcome;

import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.shard.Results;
import dev.untether.campaign.shard.Shard;
import dev.untether.text.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run came to.
 *
 * @param command apply or close
 * @param planned whether it only says what would be done
 * @param units by repository and unit; a unit of which several pull requests were open comes more
 *     than once, the one that stays first
 * @param problems what could not be read; the rest was done
 * @param resumed names of units that an earlier run had begun and not ended
 */
public record RunResult(
    String campaign,
    String command,
    boolean planned,
    List<UnitResult> units,
    List<Finding> problems,
    List<String> resumed) {

  /** Copies the lists. */
  public RunResult {
    units = List.copyOf(units);
    problems = List.copyOf(problems);
    resumed = List.copyOf(resumed);
  }

  /** Returns what a plan would do as far as the code alone tells: nobody was asked. */
  public static RunResult unasked(String campaign, Plan plan, List<PlannedUnit> wanted) {
    List<UnitResult> units =
        wanted.stream()
            .map(
                unit ->
                    new UnitResult(
                        unit.repository(),
                        unit.id(),
                        State.PLANNED,
                        "",
                        Optional.empty(),
                        "",
                        unit.content(),
                        "",
                        Optional.empty()))
            .toList();
    return new RunResult(campaign, "plan", true, units, plan.problems(), List.of());
  }

  /** Returns whether there is something to do, or was. */
  public boolean isPending() {
    return units.stream().anyMatch(unit -> unit.state().acts());
  }

  /** Returns how many units are in a state. */
  public long count(State state) {
    return units.stream().filter(unit -> unit.state() == state).count();
  }

  /** Returns whether something could not be read or done, so that a later run has to. */
  public boolean isIncomplete() {
    return !problems.isEmpty() || count(State.FAILED) > 0 || count(State.BLOCKED) > 0;
  }

  /** Returns when the first of the waiting units may start, as far as that is known. */
  public Optional<Instant> next() {
    return units.stream().flatMap(unit -> unit.until().stream()).min(Instant::compareTo);
  }

  /**
   * Returns it as shards exchange it, each unit once.
   *
   * @param digest of the campaign file
   */
  public Results results(String digest, Shard shard) {
    Map<String, Results.Unit> byName = new LinkedHashMap<>();
    for (UnitResult unit : units) {
      byName.merge(unit.repository() + "\0" + unit.unit(), exchanged(unit), RunResult::joined);
    }
    List<Results.Problem> said = new ArrayList<>();
    problems.forEach(it -> said.add(new Results.Problem(it.path(), it.message())));
    return new Results(
        campaign, command, digest, List.of(shard), List.copyOf(byName.values()), said);
  }

  private static Results.Unit exchanged(UnitResult unit) {
    return new Results.Unit(
        unit.repository(),
        unit.unit(),
        unit.state().word(),
        unit.branch(),
        unit.page().map(Object::toString).orElse(""),
        unit.base(),
        unit.content(),
        unit.reason());
  }

  private static Results.Unit joined(Results.Unit first, Results.Unit further) {
    String more = further.state() + " " + further.pullRequest() + ": " + further.reason();
    String reason =
        String.join("; ", Stream.of(first.reason(), more).filter(it -> !it.isEmpty()).toList());
    return new Results.Unit(
        first.repository(),
        first.unit(),
        first.state(),
        first.branch(),
        first.pullRequest(),
        first.base(),
        first.content(),
        reason);
  }
}
