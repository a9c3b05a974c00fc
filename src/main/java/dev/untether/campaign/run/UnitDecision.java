package dev.untether.campaign.run;

import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.RemoteBranch;
import dev.untether.campaign.run.Action.Kind;
import dev.untether.forge.Metadata;
import dev.untether.forge.PullRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What to do about one unit of one origin, before limits and waves have their say. */
final class UnitDecision {
  private static final int SHORT_ID = 12;

  private final Question question;
  private final OriginView view;
  private final String unit;
  private final Optional<PlannedUnit> planned;
  private final List<PullRequest> requests;
  private final List<Action> actions = new ArrayList<>();

  /**
   * @param requests those that say that they are of this unit, oldest first
   */
  UnitDecision(
      Question question,
      OriginView view,
      String unit,
      Optional<PlannedUnit> planned,
      List<PullRequest> requests) {
    this.question = question;
    this.view = view;
    this.unit = unit;
    this.planned = planned;
    this.requests = requests;
  }

  /** Returns the actions; of those one at most opens or updates something. */
  List<Action> actions() {
    List<PullRequest> ours = new ArrayList<>();
    for (PullRequest request : requests) {
      if (request.state() != PullRequest.State.OPEN) {
        continue;
      }
      if (isOurs(request)) {
        ours.add(request);
      } else {
        ignore(
            request,
            "its description has our metadata, but its branch is none of ours: somebody else's"
                + " work, left alone");
      }
    }
    Optional<PullRequest> kept = ours.stream().findFirst();
    ours.stream().skip(1).forEach(extra -> closeTwin(kept.get(), extra));
    String optOut = question.optedOut().get(name());
    if (planned.isEmpty()) {
      kept.ifPresent(this::whenGone);
    } else if (optOut != null) {
      optedOut(kept, optOut);
    } else if (kept.isPresent()) {
      compare(planned.get(), kept.get());
    } else {
      begin(planned.get());
    }
    clean();
    return actions;
  }

  private String name() {
    return view.origin().name() + "/" + unit;
  }

  private Origin origin() {
    return view.origin();
  }

  /**
   * Returns whether a pull request is ours, with or without commits of others on it: its branch has
   * nothing but our commits, or is one that we would make or did make.
   */
  private boolean isOurs(PullRequest request) {
    Optional<RemoteBranch> branch = view.branch(request.branch());
    return branch.filter(RemoteBranch::isOurs).isPresent()
        || question.memory().branchesOf(origin().name(), unit).contains(request.branch())
        || planned.isPresent() && view.names().isNameOf(planned.get(), request.branch());
  }

  private Optional<String> foreign(PullRequest request) {
    return view.branch(request.branch()).flatMap(RemoteBranch::foreign);
  }

  private void closeTwin(PullRequest kept, PullRequest extra) {
    boolean shared = kept.branch().equals(extra.branch());
    Optional<String> foreign = foreign(extra);
    if (foreign.isPresent() && !shared) {
      ignore(
          extra,
          "#" + kept.number() + " is open for the same unit, but " + foreign.get() + " is on this");
      return;
    }
    String reason = "#" + kept.number() + " is open for the same unit; this one came later";
    add(Kind.CLOSE, shared ? "" : extra.branch(), Optional.of(extra), reason, Optional.empty());
  }

  private void whenGone(PullRequest kept) {
    if (question.unread().contains(origin().name())) {
      add(
          Kind.NOTHING,
          kept.branch(),
          Optional.of(kept),
          "not all of the repository could be read, so it stays open",
          Optional.empty());
    } else {
      close(kept, "nothing is left to do");
    }
  }

  private void close(PullRequest kept, String why) {
    Optional<String> foreign = foreign(kept);
    if (foreign.isPresent()) {
      leave(kept, why + ", but " + foreign.get() + " is on its branch; close it by hand");
    } else {
      add(Kind.CLOSE, kept.branch(), Optional.of(kept), why, Optional.empty());
    }
  }

  private void optedOut(Optional<PullRequest> kept, String why) {
    if (kept.isPresent()) {
      close(kept.get(), why);
    } else {
      add(Kind.SKIP, "", Optional.empty(), why, Optional.empty());
    }
  }

  private void compare(PlannedUnit wanted, PullRequest kept) {
    Optional<String> foreign = foreign(kept);
    if (foreign.isPresent()) {
      leave(kept, foreign.get() + " is on its branch: somebody works on it, so it is left alone");
      return;
    }
    String base = origin().base().id();
    Metadata now = kept.metadata().orElseThrow();
    String reason = "";
    if (view.branch(kept.branch()).isEmpty()) {
      reason = "its branch is gone";
    } else if (!now.content().equals(wanted.content())) {
      reason = "the change is another now";
    } else if (!now.base().equals(base)) {
      reason = "the base moved from " + brief(now.base()) + " to " + brief(base);
    }
    Kind kind = reason.isEmpty() ? Kind.NOTHING : Kind.UPDATE;
    add(kind, kept.branch(), Optional.of(kept), reason, Optional.empty());
  }

  private void begin(PlannedUnit wanted) {
    Optional<PullRequest> last =
        requests.stream()
            .filter(it -> it.state() != PullRequest.State.OPEN)
            .max(Comparator.comparingLong(PullRequest::number));
    if (last.isEmpty()) {
      open(wanted, last, "");
      return;
    }
    PullRequest before = last.get();
    if (before.state() == PullRequest.State.MERGED) {
      Optional<String> tip = view.look().base();
      if (tip.isPresent() && !tip.get().equals(origin().base().id())) {
        add(
            Kind.WAIT,
            before.branch(),
            last,
            "#"
                + before.number()
                + " was merged, and the code at hand is older than the remote's "
                + origin().baseBranch()
                + "; fetch, and run again",
            Optional.empty());
      } else {
        open(wanted, last, "#" + before.number() + " was merged, and the code still needs it");
      }
    } else if (Withdrawal.marks(before)) {
      open(wanted, last, "#" + before.number() + " was closed by us, and there is work again");
    } else if (question.reopen()) {
      open(wanted, last, "#" + before.number() + " was closed; opened anew as asked");
    } else {
      add(
          Kind.SKIP,
          before.branch(),
          last,
          "#" + before.number() + " was closed without being merged; --reopen opens another",
          Optional.empty());
    }
  }

  private void open(PlannedUnit wanted, Optional<PullRequest> before, String reason) {
    Set<String> used = new TreeSet<>();
    requests.forEach(request -> used.add(request.branch()));
    String branch =
        view.names().free(wanted, name -> used.contains(name) || view.isOfAnother(name, unit));
    Optional<String> foreign = view.branch(branch).flatMap(RemoteBranch::foreign);
    if (foreign.isPresent()) {
      add(
          Kind.LEAVE,
          branch,
          Optional.empty(),
          "the branch " + branch + " exists, and " + foreign.get() + " is on it; left alone",
          Optional.empty());
    } else {
      add(Kind.OPEN, branch, before, reason, Optional.empty());
    }
  }

  /** Deletes branches of ours that nobody needs any more: all that is left of what is done. */
  private void clean() {
    if (planned.isPresent() || question.unread().contains(origin().name())) {
      return;
    }
    Set<String> names = new TreeSet<>(question.memory().branchesOf(origin().name(), unit));
    Set<String> kept = new TreeSet<>();
    for (PullRequest request : requests) {
      boolean byPeople = request.state() == PullRequest.State.CLOSED && !Withdrawal.marks(request);
      if (request.state() == PullRequest.State.OPEN || byPeople) {
        kept.add(request.branch());
      } else {
        names.add(request.branch());
      }
    }
    names.removeAll(kept);
    for (String name : names) {
      if (!view.isInUse(name) && view.branch(name).filter(RemoteBranch::isOurs).isPresent()) {
        String reason = "nothing is left to do, and no pull request needs the branch";
        add(Kind.CLEAN, name, Optional.empty(), reason, Optional.empty());
      }
    }
  }

  private void ignore(PullRequest request, String reason) {
    add(Kind.IGNORE, request.branch(), Optional.of(request), reason, Optional.empty());
  }

  private void leave(PullRequest request, String reason) {
    add(Kind.LEAVE, request.branch(), Optional.of(request), reason, Optional.empty());
  }

  private void add(
      Kind kind,
      String branch,
      Optional<PullRequest> request,
      String reason,
      Optional<Instant> until) {
    actions.add(new Action(kind, origin().name(), unit, planned, branch, request, reason, until));
  }

  private static String brief(String commit) {
    return commit.substring(0, Math.min(SHORT_ID, commit.length()));
  }
}
