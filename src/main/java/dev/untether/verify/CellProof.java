package dev.untether.verify;

import dev.untether.verify.code.CodeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is proven about one cell.
 *
 * @param cell the cell
 * @param go the version of the toolchain; empty if there is none
 * @param state the result
 * @param reason why, where the state alone does not say it; may have several lines
 * @param linked how many things linked at the end
 * @param failing what does not link, or did not before
 * @param code how machine code differs
 * @param objections what {@code go vet} says that it did not say before, and what machine code does
 *     beyond what the recipes declare
 * @param runs the commands
 */
public record CellProof(
    Cell cell,
    Optional<String> go,
    State state,
    String reason,
    int linked,
    List<UnitProof> failing,
    List<CodeChange> code,
    List<String> objections,
    List<CommandRun> runs) {

  /** Copies the lists. */
  public CellProof {
    failing = List.copyOf(failing);
    code = List.copyOf(code);
    objections = List.copyOf(objections);
    runs = List.copyOf(runs);
  }

  static CellProof notProven(
      Cell cell, Optional<Toolchain> go, String reason, List<CommandRun> runs) {
    return new CellProof(
        cell,
        go.map(Toolchain::version),
        State.NOT_PROVEN,
        reason,
        0,
        List.of(),
        List.of(),
        List.of(),
        runs);
  }

  /** Returns how long its commands took together, in milliseconds. */
  public long millis() {
    return runs.stream().mapToLong(CommandRun::millis).sum();
  }

  /** Returns whether nothing is known because the port cannot be linked without a C compiler. */
  public boolean needsCompiler() {
    return state == State.NOT_PROVEN && BuildMessages.needsCompiler(reason);
  }

  /** Returns what is known when nothing was changed. */
  static CellProof of(Cell cell, Toolchain go, CellBuild build) {
    List<CommandRun> runs = runs(build, /* changed= */ false);
    if (build.notProven().isPresent()) {
      return notProven(cell, Optional.of(go), build.notProven().get(), runs);
    }
    List<UnitProof> failing = failing(build, build);
    Optional<String> undecided = undecided(failing);
    State state =
        undecided.isPresent()
            ? State.NOT_PROVEN
            : failing.stream().anyMatch(it -> it.before().status() == LinkResult.Status.FAILED)
                ? State.FAILS
                : State.LINKS;
    return new CellProof(
        cell,
        Optional.of(go.version()),
        state,
        undecided.orElse(messages(failing)),
        linked(build),
        failing,
        List.of(),
        build.vet(),
        runs);
  }

  /**
   * Returns what is known about a change.
   *
   * @param code how machine code differs
   * @param beyond what it does beyond what is declared
   */
  static CellProof of(
      Cell cell,
      Toolchain go,
      CellBuild before,
      CellBuild after,
      List<CodeChange> code,
      List<String> beyond) {
    List<CommandRun> runs = new ArrayList<>(runs(before, /* changed= */ false));
    if (!before.equals(after)) {
      runs.addAll(runs(after, /* changed= */ true));
    }
    Optional<String> unknown = after.notProven().or(before::notProven);
    boolean lost = before.notProven().isEmpty() && after.notProven().isPresent();
    if (unknown.isPresent() && !lost) {
      return notProven(cell, Optional.of(go), unknown.get(), runs);
    }
    List<UnitProof> failing = failing(before, after);
    List<String> objections = new ArrayList<>(after.vet());
    before.vet().forEach(objections::remove);
    objections.replaceAll(each -> "go vet: " + each);
    objections.addAll(beyond);
    if (lost) {
      objections.add(unknown.get());
    }
    Optional<String> undecided = undecided(failing);
    State state = state(failing, objections, undecided);
    String reason =
        state == State.NOT_PROVEN
            ? undecided.orElse("")
            : state == State.BROKEN ? broken(failing, objections) : messages(failing);
    return new CellProof(
        cell,
        Optional.of(go.version()),
        state,
        reason,
        linked(after),
        failing,
        code,
        objections,
        runs);
  }

  private static State state(
      List<UnitProof> failing, List<String> objections, Optional<String> undecided) {
    if (!objections.isEmpty() || failing.stream().anyMatch(CellProof::isBroken)) {
      return State.BROKEN;
    }
    if (undecided.isPresent()) {
      return State.NOT_PROVEN;
    }
    if (failing.stream().anyMatch(it -> it.after().status() == LinkResult.Status.FAILED)) {
      return State.STILL_FAILING;
    }
    boolean isFixed = failing.stream().anyMatch(it -> it.after().isLinked());
    return isFixed ? State.FIXED : State.SAME;
  }

  private static boolean isBroken(UnitProof unit) {
    return unit.before().isLinked() && !unit.after().isLinked();
  }

  private static String broken(List<UnitProof> failing, List<String> objections) {
    List<String> lines = new ArrayList<>();
    failing.stream()
        .filter(CellProof::isBroken)
        .forEach(it -> lines.add(it.unit() + ": " + it.after().message()));
    lines.addAll(objections);
    return String.join("\n", lines);
  }

  private static String messages(List<UnitProof> failing) {
    List<String> lines = new ArrayList<>();
    for (UnitProof each : failing) {
      LinkResult worse = each.after().isLinked() ? each.before() : each.after();
      lines.add(each.unit() + ": " + worse.message());
    }
    return String.join("\n", lines);
  }

  /** Tests whose own dependencies are missing say nothing about the package; all else counts. */
  private static Optional<String> undecided(List<UnitProof> failing) {
    return failing.stream()
        .filter(it -> it.after().status() == LinkResult.Status.UNDECIDED)
        .filter(it -> !it.unit().endsWith(CellBuild.TEST))
        .findFirst()
        .map(it -> it.unit() + ": " + it.after().message());
  }

  private static int linked(CellBuild build) {
    return (int) build.units().values().stream().filter(LinkResult::isLinked).count();
  }

  private static List<UnitProof> failing(CellBuild before, CellBuild after) {
    TreeSet<String> names = new TreeSet<>(before.units().keySet());
    names.addAll(after.units().keySet());
    List<UnitProof> failing = new ArrayList<>();
    for (String name : names) {
      LinkResult old = outcome(before.units(), name);
      LinkResult now = outcome(after.units(), name);
      if (!old.isLinked() || !now.isLinked()) {
        failing.add(new UnitProof(name, old, now));
      }
    }
    return failing;
  }

  private static LinkResult outcome(Map<String, LinkResult> units, String name) {
    // What a change adds or takes away was not there to fail.
    return units.getOrDefault(name, LinkResult.LINKED);
  }

  private static List<CommandRun> runs(CellBuild build, boolean changed) {
    return build.runs().stream()
        .map(run -> new CommandRun(run.shown(), changed, run.exit(), run.millis()))
        .toList();
  }
}
