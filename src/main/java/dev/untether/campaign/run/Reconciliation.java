package dev.untether.campaign.run;

import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.run.Action.Kind;
import dev.untether.forge.PullRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares what a campaign wants with what is there, and says what to do. It asks nobody, and the
 * same question has the same answer: after everything was done, there is nothing to do.
 */
public final class Reconciliation {
  private Reconciliation() {}

  /** Returns the actions, in order. Each unit that the run covers has one at least. */
  public static List<Action> of(Question question) {
    List<Action> actions = new ArrayList<>();
    Map<String, List<PlannedUnit>> units = new HashMap<>();
    for (PlannedUnit unit : question.units()) {
      units.computeIfAbsent(unit.repository(), key -> new ArrayList<>()).add(unit);
    }
    for (Origin origin : question.origins()) {
      List<PlannedUnit> wanted = units.getOrDefault(origin.name(), List.of());
      Actual actual =
          question
              .actual()
              .getOrDefault(origin.name(), new Actual.Unknown("the forge was not asked"));
      if (actual instanceof Actual.Known known) {
        actions.addAll(ofOrigin(question, origin, known, wanted));
      } else if (actual instanceof Actual.Unknown unknown) {
        wanted.forEach(unit -> actions.add(blocked(unit, unknown.why())));
      }
    }
    // Waves ask how far all units are; what is done about those of others is not for this run.
    return Admission.taken(question, actions.stream().sorted().toList()).stream()
        .filter(it -> question.coverage().covers(it.repository(), it.unit()))
        .toList();
  }

  private static List<Action> ofOrigin(
      Question question, Origin origin, Actual.Known actual, List<PlannedUnit> wanted) {
    OriginView view =
        new OriginView(origin, actual, BranchNames.of(origin, wanted, question.words()));
    Map<String, Optional<PlannedUnit>> units = new TreeMap<>();
    Map<String, List<PullRequest>> requests = new HashMap<>();
    for (PullRequest request : actual.own()) {
      String unit = request.metadata().orElseThrow().unit();
      requests.computeIfAbsent(unit, key -> new ArrayList<>()).add(request);
      units.put(unit, Optional.empty());
    }
    Map<String, Set<String>> remembered = question.memory().branchesOf(origin.name());
    remembered.keySet().forEach(unit -> units.put(unit, Optional.empty()));
    wanted.forEach(unit -> units.put(unit.id(), Optional.of(unit)));
    return units.entrySet().stream()
        .flatMap(
            unit -> {
              List<PullRequest> own =
                  requests.getOrDefault(unit.getKey(), List.of()).stream()
                      .sorted(Comparator.comparingLong(PullRequest::number))
                      .toList();
              return decided(question, view, unit.getKey(), unit.getValue(), own);
            })
        .toList();
  }

  private static Stream<Action> decided(
      Question question,
      OriginView view,
      String unit,
      Optional<PlannedUnit> planned,
      List<PullRequest> own) {
    return new UnitDecision(question, view, unit, planned, own).actions().stream();
  }

  private static Action blocked(PlannedUnit unit, String why) {
    return new Action(
        Kind.BLOCKED,
        unit.repository(),
        unit.id(),
        Optional.of(unit),
        "",
        Optional.empty(),
        why,
        Optional.empty());
  }
}
