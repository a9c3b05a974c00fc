package dev.untether.campaign.connect;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Campaign;
import dev.untether.campaign.Hosting;
import dev.untether.campaign.Limits;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Progress;
import dev.untether.campaign.Proved;
import dev.untether.campaign.Split;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.plan.CodeOwners;
import dev.untether.campaign.plan.ContentDigest;
import dev.untether.campaign.run.Apply;
import dev.untether.campaign.run.Order;
import dev.untether.campaign.run.Settings;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.Project;
import dev.untether.forge.PullRequest;
import dev.untether.forge.credential.Tokens;
import dev.untether.forge.description.Naming;
import dev.untether.forge.remote.RemoteUrl;
import dev.untether.git.AppliedRecipe;
import dev.untether.git.Change;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Step;
import dev.untether.git.TreeListing;
import dev.untether.git.transport.Remote;
import dev.untether.git.transport.TransportOptions;
import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One branch and one pull request that no campaign file asks for. It is reconciled with what is
 * there as the units of campaigns are, by the same code: a campaign of one origin and at most one
 * unit, which decides about no other unit of the repository.
 */
public final class LoneUnit {
  /** The name of the campaign that all of them are of. */
  public static final String CAMPAIGN = "migrate";

  private static final String PREFIX = "untether/";
  private static final String TITLE = "Cut ties to the insides of Go's standard library";

  private final Site site;
  private final Wanted wanted;
  private final Judgements judgements;
  private final OwnersFile owners;

  /**
   * Where it goes.
   *
   * @param origin has a remote and a project
   * @param remote the same remote, with all that its address says
   * @param kind what runs at the project's server
   * @param transport how git reaches the remote
   * @param commits how commits are made
   */
  public record Site(
      Origin origin,
      Remote remote,
      ForgeKind kind,
      Servers servers,
      TransportOptions transport,
      CommitOptions commits) {}

  /**
   * What it is to be.
   *
   * @param id tells it from other units of the repository, and stays the same from run to run
   * @param branch the name of its branch; made of what was done, if empty
   * @param title of the pull request; made of what was done, if empty
   * @param review who is asked to look, and how
   * @param modules paths below the root of the repository
   * @param steps the commits, none if there is nothing to do; the last one has all of it
   * @param label what the branch is called after when several recipes did something
   * @param evidence what the real toolchain says, as Markdown; may be empty
   * @param whole whether everything was read and nothing was taken back: else a pull request that
   *     is open is not closed for want of something to do
   * @param reopen whether one that people closed is opened anew
   */
  public record Wanted(
      String id,
      Optional<String> branch,
      Optional<String> title,
      Campaign.ReviewRequest review,
      List<String> modules,
      List<Step> steps,
      String label,
      List<Finding> refused,
      List<Finding> notes,
      String evidence,
      boolean whole,
      boolean reopen) {
    /** Copies the lists. */
    public Wanted {
      modules = List.copyOf(modules);
      steps = List.copyOf(steps);
      refused = List.copyOf(refused);
      notes = List.copyOf(notes);
    }

    /** Returns the recipes that did something, in their order. */
    List<AppliedRecipe> recipes() {
      return steps.stream().flatMap(step -> step.recipes().stream()).toList();
    }
  }

  /**
   * @param judgements what is said of the code before and after
   */
  public LoneUnit(Site site, Wanted wanted, Judgements judgements) {
    this.site = site;
    this.wanted = wanted;
    this.judgements = judgements;
    this.owners = new OwnersFile(site.servers());
  }

  /**
   * Makes it so. What it meets with is in the result.
   *
   * @param state a private directory: nothing has to be remembered from run to run
   * @throws ForgeException when there is no token, or nothing is to be done and the forge does not
   *     say whether something of ours is open
   * @throws GitException when the base cannot be read
   */
  public RunResult publish(Path state, InstantSource clock)
      throws IOException, ForgeException, GitException, InterruptedException {
    List<PlannedUnit> units = wanted.steps().isEmpty() ? List.of() : List.of(unit());
    if (units.isEmpty() && !isOpen()) {
      return new RunResult(
          CAMPAIGN, "apply", /* planned= */ false, List.of(), List.of(), List.of());
    }
    requireToken(units);
    Origin origin = site.origin();
    Plan plan = new Plan(List.of(origin), units, List.of(), owners.findings(), units.size(), 0);
    Order order =
        new Order(
            campaign(),
            plan,
            wanted.whole() ? Set.of() : Set.of(origin.name()),
            Map.of(),
            (repository, unit) -> unit.equals(wanted.id()));
    UnitWords words =
        new UnitWords(
            order.campaign(),
            new Names(),
            it -> site.kind(),
            it -> judgements.of(origin, it.changes()));
    Apply apply =
        new Apply(
            new Here(),
            words,
            (it, unit) -> new Proved(unit.changes(), wanted.evidence(), List.of()),
            (unit, proved) -> wanted.steps(),
            new Settings(state, clock, 1, 1, wanted.reopen()));
    return apply.apply(order, Progress.silent());
  }

  private Forge forge() throws ForgeException {
    Project project = site.origin().project().orElseThrow();
    return site.servers().server(site.kind(), project.server()).project(project.path());
  }

  /** Says at once what forges would say by and by, and in other words each. */
  private void requireToken(List<PlannedUnit> units) throws ForgeException {
    String server = site.origin().project().orElseThrow().server();
    if (units.isEmpty() || site.servers().token(server, site.kind()).isPresent()) {
      return;
    }
    String variable =
        RemoteUrl.hostOf(server).flatMap(Tokens::variable).map(name -> name + ", or ").orElse("");
    throw new ForgeException(
        ForgeException.Reason.UNAUTHENTICATED,
        server
            + ": there is no token for it, and without one no pull request can be opened; put one"
            + " into "
            + variable
            + "where `git credential fill` finds it. Nothing was pushed");
  }

  private boolean isOpen() throws ForgeException, InterruptedException {
    return forge().own(CAMPAIGN).stream()
        .filter(it -> it.state() == PullRequest.State.OPEN)
        .anyMatch(it -> it.metadata().filter(data -> data.unit().equals(wanted.id())).isPresent());
  }

  private PlannedUnit unit() throws GitException {
    Step last = wanted.steps().get(wanted.steps().size() - 1);
    SortedMap<String, Change> changes = new TreeMap<>(last.changes());
    return new PlannedUnit(
        site.origin().name(),
        wanted.id(),
        wanted.review().owners() ? owners(changes.keySet()) : List.of(),
        wanted.modules(),
        changes,
        wanted.recipes(),
        wanted.refused(),
        wanted.notes(),
        last.command(),
        ContentDigest.of(changes));
  }

  private List<String> owners(Collection<String> paths) throws GitException {
    Origin origin = site.origin();
    try (GitRepository repository = GitRepository.containing(origin.place())) {
      Function<String, List<String>> of =
          owners.of(origin, TreeListing.of(repository, origin.base()));
      return CodeOwners.most(of, paths);
    }
  }

  private Campaign campaign() {
    return new Campaign(
        CAMPAIGN,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        /* includeGenerated= */ false,
        Campaign.Copies.MIGRATE,
        new Split(Split.By.REPOSITORY, 1, Split.ALL_FILES),
        new Campaign.Wording(PREFIX + "<unit>", TITLE),
        wanted.review(),
        new Limits(Limits.NONE, Limits.NONE, List.of()),
        List.of(),
        /* verify= */ !wanted.evidence().isEmpty(),
        /* optOut= */ "",
        List.of());
  }

  /** Returns the branch that it gets. */
  static String branch(Wanted wanted) {
    if (wanted.branch().isPresent()) {
      return wanted.branch().get();
    }
    List<String> ids = wanted.recipes().stream().map(AppliedRecipe::id).toList();
    String what = ids.size() == 1 ? ids.get(0) : wanted.label();
    String name = wanted.id().equals(".") ? what : what + "-" + wanted.id();
    Naming.Unit named = new Naming.Unit(CAMPAIGN, name, "", "", ids);
    return Naming.of(PREFIX + "<unit>", TITLE).branches(List.of(named)).get(0);
  }

  /** Branch and title as the user wants them, or as what was done suggests. */
  private final class Names implements UnitWords.Names {
    @Override
    public List<String> branches(List<PlannedUnit> units) {
      return units.stream().map(unit -> branch(wanted)).toList();
    }

    @Override
    public String title(PlannedUnit unit) {
      if (wanted.title().isPresent()) {
        return wanted.title().get();
      }
      String what = unit.recipes().size() == 1 ? unit.recipes().get(0).title() : TITLE;
      return unit.id().equals(".") ? what : what + " (" + unit.id() + ")";
    }
  }

  /** The one repository that this is about. */
  private final class Here implements Hosting {
    @Override
    public Optional<Forge> forge(Origin origin) throws ForgeException {
      return Optional.of(LoneUnit.this.forge());
    }

    @Override
    public Branches branches(Origin origin) throws GitException {
      return GitBranches.of(origin, site.remote(), site.transport(), site.commits());
    }
  }
}
