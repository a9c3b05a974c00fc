package dev.untether.campaign.run;

import dev.untether.campaign.Hosting;
import dev.untether.campaign.Plan;
import dev.untether.campaign.Words;
import dev.untether.campaign.outcome.Standing;
import dev.untether.campaign.outcome.Standing.Progress;
import dev.untether.campaign.outcome.StatusReport;
import dev.untether.forge.Checks;
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
import org.jspecify.annotations.Nullable;

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
      String key = key(action.repository(), action.unit());
      // The first action of a unit is what it comes to.
      if (action.planned().isPresent() && !standings.containsKey(key)) {
        Optional<PullRequest> before = Optional.ofNullable(last.remove(key));
        standings.put(key, wanted(action, before, actual.get(action.repository())));
      }
    }
    last.forEach(
        (key, request) -> {
          String repository = key.substring(0, key.indexOf('\0'));
          if (order.coverage().covers(repository, unit(request))) {
            boolean read = !order.unread().contains(repository);
            standings.put(key, unwanted(repository, request, read, actual.get(repository)));
          }
        });
    return new ArrayList<>(standings.values());
  }

  private static String key(String repository, String unit) {
    return repository + "\0" + unit;
  }

  private static String unit(PullRequest request) {
    return request.metadata().map(Metadata::unit).orElseThrow();
  }

  private static Standing wanted(
      Action action, Optional<PullRequest> last, @Nullable Actual actual) {
    Optional<PullRequest> request = action.request().or(() -> last);
    boolean merged = request.filter(it -> it.state() == PullRequest.State.MERGED).isPresent();
    Progress progress =
        switch (action.kind()) {
          case NOTHING, UPDATE, CLOSE -> Progress.OPEN;
          case LEAVE -> action.request().isPresent() ? Progress.OPEN : Progress.BLOCKED;
          case SKIP -> Progress.CLOSED;
          case BLOCKED, CLEAN, IGNORE -> Progress.BLOCKED;
          case WAIT -> merged ? Progress.MERGED_NOT_MIGRATED : Progress.WAITING;
          case OPEN -> merged ? Progress.MERGED_NOT_MIGRATED : Progress.NOT_STARTED;
        };
    boolean open = progress == Progress.OPEN;
    return new Standing(
        action.repository(),
        action.unit(),
        progress,
        request.map(PullRequest::branch).orElse(action.branch()),
        request.map(PullRequest::page),
        open ? request.flatMap(it -> checks(it, actual)) : Optional.empty(),
        open && request.filter(it -> isStale(it, actual)).isPresent(),
        action.reason(),
        action.until());
  }

  /** Returns how far a unit has come that the plan does not want any more. */
  private static Standing unwanted(
      String repository, PullRequest request, boolean read, @Nullable Actual actual) {
    boolean open = request.state() == PullRequest.State.OPEN;
    String reason =
        !read
            ? "not all of the repository could be read"
            : open ? "nothing is left to do; the next run closes it" : "";
    return new Standing(
        repository,
        unit(request),
        read ? Progress.MIGRATED : open ? Progress.OPEN : Progress.BLOCKED,
        request.branch(),
        Optional.of(request.page()),
        open ? checks(request, actual) : Optional.empty(),
        open && isStale(request, actual),
        reason,
        Optional.empty());
  }

  private static Optional<Checks> checks(PullRequest request, @Nullable Actual actual) {
    return actual instanceof Actual.Known known
        ? Optional.ofNullable(known.checks().get(request.number()))
        : Optional.empty();
  }

  /** Returns whether the base branch has moved on since the branch was made. */
  private static boolean isStale(PullRequest request, @Nullable Actual actual) {
    return actual instanceof Actual.Known known
        && known.look().base().isPresent()
        && request
            .metadata()
            .filter(it -> !it.base().equals(known.look().base().get()))
            .isPresent();
  }
}
