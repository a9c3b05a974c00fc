package dev.untether.campaign.plan;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Split;
import dev.untether.git.GitException;
import dev.untether.git.TreeListing;
import dev.untether.module.GoWork;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The plan for one repository, step by step. */
final class OriginPlan {
  /** Rule id: somebody asked us to stay out, or a campaign does not want it. */
  static final String LEFT = "left-alone";

  /** Rule id: changes that are planned once others are merged. */
  static final String WAITING = "waiting-change";

  private static final int MAX_WORKSPACE_BYTES = 1 << 20;

  private final Campaign campaign;
  private final ChosenRecipes chosen;
  private final Origin origin;
  private final Planner.Counting counting;
  private final CopyReport copies;
  private final List<PlannedUnit> units = new ArrayList<>();
  private final List<Finding> left = new ArrayList<>();
  private final List<Finding> problems = new ArrayList<>();
  private final List<Round> rounds = new ArrayList<>();
  private final List<WorkUnit> work = new ArrayList<>();
  private final Set<String> unknown = new TreeSet<>();
  private final Set<String> modules = new HashSet<>();
  private final Map<String, String> stands = new TreeMap<>();
  private @Nullable LeftAlone leftAlone;
  private @Nullable WorkUnits all;
  private @Nullable VendorLists vendored;

  /** What some recipes make of the repository. */
  private record Round(
      ChosenRecipes chosen, Optional<String> recipe, SortedMap<String, Outcome> outcomes) {}

  /** Makes the runs over some work units. */
  @FunctionalInterface
  interface Runs {
    UnitRuns over(WorkUnits units);
  }

  OriginPlan(
      Campaign campaign,
      ChosenRecipes chosen,
      Origin origin,
      Planner.Counting counting,
      CopyReport copies) {
    this.campaign = campaign;
    this.chosen = chosen;
    this.origin = origin;
    this.counting = counting;
    this.copies = copies;
  }

  /** Finds out what there is to look at. */
  void survey(TreeListing listing, BiPredicate<String, String> share) throws GitException {
    WorkUnits found = WorkUnits.of(origin, listing, campaign.optOut());
    all = found;
    LeftAlone rules = LeftAlone.of(campaign.exclude(), found.optOuts(), listing);
    leftAlone = rules;
    vendored = new VendorLists(listing);
    readWorkspace(listing, stands);
    for (WorkUnit unit : found.all()) {
      if (unit.isModule()) {
        modules.add(unit.directory());
      }
      // Not those of the root alone: their directory is everything.
      boolean whole = unit.isModule() || !unit.directory().isEmpty();
      Optional<String> reason = whole ? rules.reason(unit.directory()) : Optional.empty();
      if (reason.isPresent()) {
        left.add(note(LEFT, unit.directory(), "left alone: " + reason.get()));
        unknown.add(unit.directory());
      } else if (!share.test(origin.name(), Paths.shown(unit.directory()))) {
        unknown.add(unit.directory());
      } else {
        work.add(unit);
      }
    }
  }

  /** Reads which directories the workspace at the root takes modules from. */
  private static void readWorkspace(TreeListing listing, Map<String, String> stands)
      throws GitException {
    Optional<byte[]> file = listing.content("go.work", MAX_WORKSPACE_BYTES);
    if (file.isEmpty()) {
      return;
    }
    for (var replace : GoWork.parse("go.work", SourceText.of(file.get())).replacements()) {
      LocalReplacements.directory("", replace).ifPresent(it -> stands.put(it, replace.path()));
    }
  }

  /** Runs the recipes. */
  void run(Runs runs) throws GitException, InterruptedException {
    boolean byRecipe = campaign.split().by() == Split.By.RECIPE;
    List<ChosenRecipes> sets =
        byRecipe ? chosen.recipes().stream().map(chosen::only).toList() : List.of(chosen);
    counting.expect(work.size(), sets.size());
    Map<String, Integer> cached = new HashMap<>();
    for (ChosenRecipes set : sets) {
      SortedMap<String, Outcome> outcomes =
          runs.over(all())
              .outcomes(
                  work,
                  set,
                  campaign.includeGenerated(),
                  (unit, outcome, wasCached) -> {
                    counting.done(
                        Paths.in(origin.name(), Paths.shown(unit.directory())), wasCached);
                    cached.merge(unit.directory(), wasCached ? 1 : 0, Integer::sum);
                  });
      Optional<String> recipe =
          byRecipe ? Optional.of(set.recipes().get(0).recipe().id()) : Optional.empty();
      rounds.add(new Round(set, recipe, outcomes));
    }
    counting.cached((int) cached.values().stream().filter(it -> it == sets.size()).count());
  }

  /** Puts the changes together. */
  void split(Function<String, List<String>> owners) throws GitException {
    rounds.forEach(round -> round.outcomes().values().forEach(it -> stands.putAll(it.stands())));
    Map<String, Sketch> sketches = new TreeMap<>();
    for (Round round : rounds) {
      round
          .outcomes()
          .values()
          .forEach(it -> it.sketches().forEach(one -> sketches.put(one.directory(), one)));
      split(round, owners);
    }
    for (Sketch sketch : sketches.values()) {
      if (origin.covers(sketch.directory()) && reason(sketch.directory()).isEmpty()) {
        copies.add(new CopyGroups.Member(origin.name(), sketch, originOf(sketch)));
      }
    }
  }

  private Optional<String> originOf(Sketch sketch) throws GitException {
    VendorLists lists = vendored;
    Optional<String> listed = lists == null ? Optional.empty() : lists.originOf(sketch.directory());
    if (listed.isPresent()) {
      return listed;
    }
    for (String at = sketch.directory(); !at.isEmpty(); at = Paths.parent(at)) {
      String module = stands.get(at);
      if (module != null) {
        return Optional.of(module);
      }
    }
    return Optional.empty();
  }

  private void split(Round round, Function<String, List<String>> owners) {
    List<ChangeGroup> groups = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    Map<String, List<Finding>> refused = new TreeMap<>();
    Map<String, List<Finding>> notes = new TreeMap<>();
    round
        .outcomes()
        .forEach(
            (unit, outcome) -> {
              outcome.changes().forEach(edit -> changed.add(edit.path()));
              ChangeGroup.of(unit, outcome.changes()).stream()
                  .filter(this::isWanted)
                  .forEach(groups::add);
              refused.put(unit, kept(outcome.refused()));
              notes.put(unit, kept(outcome.notes()));
              outcome.problems().stream()
                  .filter(this::isCovered)
                  .forEach(it -> problems.add(in(it)));
            });
    Splitter splitter =
        new Splitter(
            origin.name(),
            campaign.split(),
            round.chosen(),
            round.recipe(),
            owners,
            new ReproducingWords(changed, unknown, modules));
    Splitter.Parts parts = splitter.split(groups, refused, notes);
    units.addAll(parts.units());
    for (ChangeGroup waiting : parts.waiting()) {
      left.add(
          note(
              WAITING,
              waiting.unit(),
              String.join(", ", waiting.paths())
                  + ": what changes here holds once the packages of the module are migrated, and"
                  + " these are in several units; it is planned when they are merged"));
    }
    parts.unplaced().forEach(it -> left.add(in(it)));
  }

  private boolean isWanted(ChangeGroup group) {
    if (!group.paths().stream().allMatch(origin::covers)) {
      return false;
    }
    for (String path : group.paths()) {
      Optional<String> reason = reason(path);
      if (reason.isPresent()) {
        String rest = group.edits().size() > 1 ? ", and what changes with it" : "";
        left.add(note(LEFT, path, "left alone" + rest + ": " + reason.get()));
        return false;
      }
    }
    if (copies.leaves(group.directory())) {
      copies.leave(origin.name(), group);
      return false;
    }
    return true;
  }

  private List<Finding> kept(List<Finding> findings) {
    return findings.stream()
        .filter(
            it ->
                isCovered(it)
                    && reason(it.path()).isEmpty()
                    && !copies.leaves(Paths.parent(it.path())))
        .toList();
  }

  private boolean isCovered(Finding finding) {
    return origin.covers(finding.path());
  }

  private Optional<String> reason(String path) {
    LeftAlone rules = leftAlone;
    return rules == null ? Optional.empty() : rules.reason(path);
  }

  private WorkUnits all() {
    WorkUnits found = all;
    if (found == null) {
      throw new IllegalStateException("survey comes first");
    }
    return found;
  }

  private Finding note(String rule, String directory, String message) {
    return new Finding(
        rule,
        Severity.NOTE,
        Paths.in(origin.name(), Paths.shown(directory)),
        Finding.WHOLE_FILE,
        message);
  }

  /** Returns a finding with the repository before its path. */
  private Finding in(Finding it) {
    return new Finding(
        it.rule(), it.severity(), Paths.in(origin.name(), it.path()), it.position(), it.message());
  }

  List<PlannedUnit> units() {
    return units;
  }

  List<Finding> left() {
    return left;
  }

  List<Finding> problems() {
    return problems;
  }
}
