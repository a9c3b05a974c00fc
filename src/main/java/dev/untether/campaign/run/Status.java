package dev.untether.campaign.run;

import dev.untether.campaign.Plan;
import dev.untether.campaign.run.Standing.Progress;
import dev.untether.forge.Metadata;
import dev.untether.forge.PullRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says how far a campaign has come. Merged is not migrated: what the plan, made of the newest code,
 * still wants is not done, whatever forges say.
 */
public final class Status {
  private final Hosting hosting;
  private final Words words;
  private final Settings settings;

  /** Creates what looks; it changes nothing. */
  public Status(Hosting hosting, Words words, Settings settings) {
    this.hosting = hosting;
    this.words = words;
    this.settings = settings;
  }

  /**
   * Returns how far each unit has come.
   *
   * @param order with a plan of the newest code
   * @throws IOException when the journal cannot be read
   */
  public StatusReport of(Order order) throws IOException, InterruptedException {
    Plan plan = order.plan();
    StateDirectory state = StateDirectory.of(settings.state(), order.campaign().name());
    Memory memory = JournalReader.read(state.journal());
    Map<String, Actual> actual =
        new Observer(hosting, words, memory, /* asksChecks= */ true, /* pushes= */ false)
            .look(order.campaign().name(), plan.origins(), plan.units(), settings);
    List<Action> actions =
        Reconciliation.of(
            new Question(
                order.campaign(),
                plan.origins(),
                plan.units(),
                order.unread(),
                order.optedOut(),
                order.coverage(),
                actual,
                words,
                memory,
                settings.clock().instant(),
                settings.reopen()));
    return new StatusReport(
        order.campaign().name(), standings(order, actual, actions), plan.problems());
  }

  private static List<Standing> standings(
      Order order, Map<String, Actual> actual, List<Action> actions) {
    Map<String, Standing> standings = new TreeMap<>();
    Map<String, PullRequest> last = new HashMap<>();
    actual.forEach(
        (repository, there) -> {
          if (there instanceof Actual.Known known) {
            known.own().stream()
                .sorted(Comparator.comparingLong(PullRequest::number))
                .forEach(it -> last.put(key(repository, unit(it)), it));
          }
        });
    for (Action action : actions) {
      if (action.planned().isPresent()) {
        String key = key(action.repository(), action.unit());
        Optional<PullRequest> before = Optional.ofNullable(last.remove(key));
        Standing standing = wanted(action, before, actual);
        // The first action of a unit may be about a further pull request of it.
        standings.merge(key, standing, (one, other) -> isOpen(one) ? one : other);
      }
    }
    actions.stream()
        .filter(action -> action.planned().isPresent())
        .forEach(action -> last.remove(key(action.repository(), action.unit())));
    last.forEach(
        (key, request) -> {
          String repository = key.substring(0, key.indexOf('\0'));
          if (order.coverage().covers(repository, unit(request))) {
            boolean read = !order.unread().contains(repository);
            standings.put(key, unwanted(repository, request, read));
          }
        });
    return new ArrayList<>(standings.values());
  }

  private static boolean isOpen(Standing standing) {
    return standing.progress() == Progress.OPEN;
  }

  private static String key(String repository, String unit) {
    return repository + "\0" + unit;
  }

  private static String unit(PullRequest request) {
    return request.metadata().map(Metadata::unit).orElseThrow();
  }

  private static Standing wanted(
      Action action, Optional<PullRequest> last, Map<String, Actual> actual) {
    Optional<PullRequest> request = action.request().or(() -> last);
    boolean merged =
        request.filter(it -> it.state() == PullRequest.State.MERGED).isPresent();
    Progress progress =
        switch (action.kind()) {
          case NOTHING, UPDATE, CLOSE, CLEAN -> Progress.OPEN;
          case LEAVE -> action.request().isPresent() ? Progress.OPEN : Progress.BLOCKED;
          case SKIP -> Progress.CLOSED;
          case BLOCKED -> Progress.BLOCKED;
          case WAIT -> merged ? Progress.MERGED_NOT_MIGRATED : Progress.WAITING;
          case OPEN -> merged ? Progress.MERGED_NOT_MIGRATED : Progress.NOT_STARTED;
        };
    boolean open = progress == Progress.OPEN;
    boolean stale =
        open && action.kind() == Action.Kind.UPDATE
            || open && request.filter(it -> isStale(it, actual.get(action.repository()))).isPresent();
    return new Standing(
        action.repository(),
        action.unit(),
        progress,
        request.map(PullRequest::branch).orElse(action.branch()),
        request.map(PullRequest::page),
        open
            ? request.flatMap(it -> checks(it, actual.get(action.repository())))
            : Optional.empty(),
        stale,
        action.reason(),
        action.until());
  }
}
