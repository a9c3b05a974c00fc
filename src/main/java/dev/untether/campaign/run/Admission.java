package dev.untether.campaign.run;

import dev.untether.campaign.Limits;
import dev.untether.campaign.pace.Decision;
import dev.untether.campaign.pace.Pace;
import dev.untether.campaign.pace.WaveUnit;
import dev.untether.campaign.pace.WaveUnit.Standing;
import dev.untether.campaign.pace.Waves;
import dev.untether.campaign.run.Action.Kind;
import dev.untether.forge.Checks;
import dev.untether.forge.PullRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lets waves and limits decide which of the pull requests that are due are opened now. */
final class Admission {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Question question;
  private final List<Instant> opened = new ArrayList<>();
  private int open;

  private Admission(Question question) {
    this.question = question;
    count();
  }

  /** Returns the actions, with those that are to open something later as waiting. */
  static List<Action> taken(Question question, List<Action> actions) {
    if (actions.stream().noneMatch(action -> action.kind() == Kind.OPEN)) {
      return actions;
    }
    Admission turns = new Admission(question);
    Waves.Readiness readiness = Waves.ready(question.campaign().waves(), turns.waveUnits(actions));
    Map<String, Action> waiting = new HashMap<>();
    Map<String, Action> due = new HashMap<>();
    for (Action action : actions) {
      boolean covered = question.coverage().covers(action.repository(), action.unit());
      if (action.kind() == Kind.OPEN && covered) {
        due.put(action.name(), action);
      }
    }
    readiness
        .held()
        .forEach(
            (name, why) -> {
              if (due.containsKey(name)) {
                waiting.put(name, waits(due.get(name), why, Optional.empty()));
              }
            });
    turns.pace(
        readiness.ready().stream().flatMap(it -> Stream.ofNullable(due.get(it))).toList(), waiting);
    return actions.stream()
        .map(it -> it.kind() == Kind.OPEN ? waiting.getOrDefault(it.name(), it) : it)
        .toList();
  }

  private void pace(List<Action> ready, Map<String, Action> waiting) {
    Limits limits = question.campaign().limits();
    boolean counted = limits.perHour() != Limits.NONE;
    Decision decision = new Decision.Now();
    for (Action action : ready) {
      // Once one has to wait, so have all after it; or a large plan would take quadratic time.
      if (decision instanceof Decision.Now) {
        decision = Pace.next(limits, question.now(), counted ? opened : List.of(), open);
      }
      if (decision instanceof Decision.At later) {
        waiting.put(action.name(), waits(action, later.why(), Optional.of(later.instant())));
      } else if (decision instanceof Decision.WhenOneCloses later) {
        waiting.put(action.name(), waits(action, later.why(), Optional.empty()));
      } else {
        opened.add(question.now());
        open++;
      }
    }
  }

  private static Action waits(Action action, String why, Optional<Instant> until) {
    return new Action(
        Kind.WAIT,
        action.repository(),
        action.unit(),
        action.planned(),
        action.branch(),
        action.request(),
        why,
        until);
  }

  /** Counts what is open, and what was opened within the hour: by the forge, or by our journal. */
  private void count() {
    Instant since = question.now().minus(HOUR);
    Set<String> seen = new HashSet<>();
    question
        .actual()
        .forEach(
            (repository, actual) -> {
              if (actual instanceof Actual.Known known) {
                for (PullRequest request : known.own()) {
                  open += request.state() == PullRequest.State.OPEN ? 1 : 0;
                  if (request.opened().isAfter(since)) {
                    opened.add(request.opened());
                    seen.add(repository + "#" + request.number());
                  }
                }
              }
            });
    for (Memory.Opened each : question.memory().opened()) {
      if (each.at().isAfter(since) && seen.add(each.repository() + "#" + each.number())) {
        opened.add(each.at());
      }
    }
  }

  private List<WaveUnit> waveUnits(List<Action> actions) {
    List<WaveUnit> units = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Action action : actions) {
      // The first action of a unit is what it comes to.
      if (action.planned().isPresent() && seen.add(action.name())) {
        standing(action)
            .ifPresent(it -> units.add(new WaveUnit(action.repository(), action.unit(), it)));
      }
    }
    question
        .actual()
        .forEach(
            (repository, actual) -> {
              if (actual instanceof Actual.Known known) {
                for (PullRequest request : known.own()) {
                  String unit = request.metadata().orElseThrow().unit();
                  boolean merged = request.state() == PullRequest.State.MERGED;
                  if (merged && seen.add(repository + "/" + unit)) {
                    units.add(new WaveUnit(repository, unit, Standing.MERGED));
                  }
                }
              }
            });
    return units;
  }

  /** Returns how far a unit that is still wanted has come; nothing if it holds nobody up. */
  private Optional<Standing> standing(Action action) {
    Optional<PullRequest> request = action.request();
    return switch (action.kind()) {
      case NOTHING, UPDATE -> request.map(it -> checked(action.repository(), it));
      case LEAVE ->
          Optional.of(
              request.map(it -> checked(action.repository(), it)).orElse(Standing.NOT_STARTED));
      case SKIP -> request.map(it -> Standing.REJECTED);
      case WAIT -> Optional.of(Standing.MERGED);
      case OPEN, BLOCKED -> Optional.of(Standing.NOT_STARTED);
      case CLOSE, CLEAN, IGNORE -> Optional.empty();
    };
  }

  private Standing checked(String repository, PullRequest request) {
    boolean passed =
        question.actual().get(repository) instanceof Actual.Known known
            && known.checks().get(request.number()) == Checks.PASSED;
    return passed ? Standing.CHECKS_PASSED : Standing.OPENED;
  }
}
