package dev.untether.campaign.run;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Campaign;
import dev.untether.campaign.Hosting;
import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Wave;
import dev.untether.campaign.Words;
import dev.untether.forge.Checks;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.PullRequest;
import dev.untether.git.GitException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Asks forges and remotes what is there. Changes nothing. */
final class Observer {
  private final Hosting hosting;
  private final Words words;
  private final Memory memory;
  private final boolean asksChecks;
  private final boolean pushes;

  /**
   * @param asksChecks whether what the checks of open pull requests say is of interest
   * @param pushes whether something is to be pushed, so that one has to be allowed to
   */
  Observer(Hosting hosting, Words words, Memory memory, boolean asksChecks, boolean pushes) {
    this.hosting = hosting;
    this.words = words;
    this.memory = memory;
    this.asksChecks = asksChecks;
    this.pushes = pushes;
  }

  /** Returns whether a campaign has a wave that waits for checks. */
  static boolean waitsForChecks(Campaign campaign) {
    return campaign.waves().stream().anyMatch(it -> it.gate() == Wave.Gate.CHECKS_PASSED);
  }

  /** Returns what is there, by name of the origin; several origins at a time. */
  Map<String, Actual> look(
      String campaign, List<Origin> origins, List<PlannedUnit> units, Settings settings)
      throws IOException, InterruptedException {
    Map<String, List<PlannedUnit>> byOrigin = new HashMap<>();
    for (PlannedUnit unit : units) {
      byOrigin.computeIfAbsent(unit.repository(), key -> new ArrayList<>()).add(unit);
    }
    List<Callable<Actual>> looks = new ArrayList<>();
    for (Origin origin : origins) {
      List<PlannedUnit> wanted = byOrigin.getOrDefault(origin.name(), List.of());
      looks.add(() -> lookAt(campaign, origin, wanted));
    }
    List<Actual> answers;
    try (Tasks tasks = new Tasks(settings.connections())) {
      answers = tasks.all(looks);
    }
    Map<String, Actual> actual = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      actual.put(origins.get(i).name(), answers.get(i));
    }
    return actual;
  }

  private Actual lookAt(String campaign, Origin origin, List<PlannedUnit> wanted)
      throws InterruptedException {
    try {
      Optional<Forge> found = hosting.forge(origin);
      if (found.isEmpty()) {
        return new Actual.Unknown(noForge(origin));
      }
      Forge forge = found.get();
      if (pushes && !wanted.isEmpty() && !forge.mayPush()) {
        return new Actual.Unknown(
            forge.project()
                + ": the token may not push branches there; give it write access, or exclude the"
                + " repository");
      }
      List<PullRequest> own =
          forge.own(campaign).stream().filter(it -> it.metadata().isPresent()).toList();
      return new Actual.Known(own, branches(origin, wanted, own), checks(forge, own));
    } catch (ForgeException | GitException | IllegalArgumentException e) {
      // The last: a name that somebody gave a directory makes no name of a branch.
      return new Actual.Unknown(Faults.words(e));
    }
  }

  private static String noForge(Origin origin) {
    return origin.name()
        + (origin.remote().isEmpty()
            ? ": has no remote to push to; add one with `git remote add`"
            : ": its remote is no forge that we know; name one with --forge, or use"
                + " `untether migrate --branch`");
  }

  private Branches.Look branches(Origin origin, List<PlannedUnit> wanted, List<PullRequest> own)
      throws GitException, InterruptedException {
    Set<String> names = new TreeSet<>();
    BranchNames ofUnits = BranchNames.of(origin, wanted, words);
    wanted.forEach(unit -> ofUnits.first(unit.id()).ifPresent(names::add));
    own.forEach(request -> names.add(request.branch()));
    memory.branchesOf(origin.name()).values().forEach(names::addAll);
    try (Branches branches = hosting.branches(origin)) {
      return branches.look(names, memory.tipsOf(origin.name()));
    }
  }

  private Map<Long, Checks> checks(Forge forge, List<PullRequest> own)
      throws ForgeException, InterruptedException {
    Map<Long, Checks> checks = new HashMap<>();
    for (PullRequest request : own) {
      if (asksChecks && request.state() == PullRequest.State.OPEN) {
        checks.put(request.number(), forge.checks(request));
      }
    }
    return checks;
  }
}
