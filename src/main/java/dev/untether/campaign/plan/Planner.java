package dev.untether.campaign.plan;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Progress;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.TreeListing;
import dev.untether.recipe.Recipe;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says what a campaign would do now: what recipes change in the committed state of repositories,
 * put together into what becomes pull requests. Nothing is written but the cache.
 *
 * <p>What comes out is the same for the same commits and the same campaign, whatever the number of
 * jobs and whatever the cache holds.
 */
public final class Planner {
  /** Rule id: a repository could not be read; the others were. */
  public static final String UNREADABLE = "unreadable-repository";

  private final PlanSettings settings;
  private final OutcomeCache cache;

  /** Creates one that may make several plans. */
  public Planner(PlanSettings settings) {
    this.settings = settings;
    this.cache = new OutcomeCache(settings.cache(), settings.clock());
  }

  /**
   * Returns the recipes that a campaign runs, in this order.
   *
   * @throws PlanException when there are no such recipes
   */
  public static List<Recipe> recipes(Campaign campaign) throws PlanException {
    return ChosenRecipes.of(campaign).plain();
  }

  /**
   * Returns the plan.
   *
   * @param origins the repositories, at hand
   * @param problems what was in the way of getting more repositories; part of the plan
   * @param owners knows who owns files
   * @param progress hears of each module; of each module and recipe, if the split is by recipe
   * @throws PlanException when there are no such recipes or targets
   * @throws InterruptedException when this thread is interrupted: the way to stop it
   */
  public Plan plan(
      Campaign campaign,
      Collection<Origin> origins,
      Collection<Finding> problems,
      CodeOwners owners,
      Progress progress)
      throws PlanException, InterruptedException {
    ChosenRecipes chosen = ChosenRecipes.of(campaign);
    List<Origin> sorted = origins.stream().sorted(Comparator.comparing(Origin::name)).toList();
    Counting counting = new Counting(progress);
    CopyReport copies = new CopyReport(campaign.copies());
    Optional<String> tool =
        settings.cache().isPresent() ? ToolDigest.ofThisProgram() : Optional.empty();
    List<Origin> seen = new ArrayList<>();
    List<PlannedUnit> units = new ArrayList<>();
    List<Finding> left = new ArrayList<>();
    List<Finding> wrong = new ArrayList<>(problems);
    wrong.addAll(chosen.findings());
    for (Origin origin : sorted) {
      try (GitRepository repository = GitRepository.containing(origin.place())) {
        OriginPlan plan = new OriginPlan(campaign, chosen, origin, counting, copies);
        TreeListing listing = TreeListing.of(repository, origin.base());
        plan.survey(listing, settings.share());
        plan.run(
            work -> new UnitRuns(repository, origin.base(), work, cache, tool, settings.jobs()));
        plan.split(owners.of(origin, listing));
        units.addAll(plan.units());
        left.addAll(plan.left());
        wrong.addAll(plan.problems());
        seen.add(origin);
      } catch (GitException e) {
        wrong.add(
            new Finding(
                UNREADABLE,
                Severity.ERROR,
                origin.name(),
                Finding.WHOLE_FILE,
                String.valueOf(e.getMessage())));
      }
    }
    left.addAll(copies.findings());
    cache.prune();
    return new Plan(
        seen,
        units.stream()
            .sorted(Comparator.comparing(PlannedUnit::repository).thenComparing(PlannedUnit::id))
            .toList(),
        left.stream().sorted().distinct().toList(),
        wrong.stream().sorted().distinct().toList(),
        counting.modules(),
        counting.cached());
  }

  /** Counts modules over all repositories. */
  static final class Counting {
    private final Progress progress;
    private long total;
    private int modules;
    private int cached;

    Counting(Progress progress) {
      this.progress = progress;
    }

    /** Takes in the modules of a repository, each of which is looked at some times. */
    void expect(int more, int times) {
      total += (long) more * times;
      modules += more;
      progress.total(total);
    }

    void done(String name, boolean wasCached) {
      progress.done(name, wasCached);
    }

    void cached(int more) {
      cached += more;
    }

    int modules() {
      return modules;
    }

    int cached() {
      return cached;
    }
  }
}
