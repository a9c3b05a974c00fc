package dev.untether.cli.batch;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Coverage;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Progress;
import dev.untether.campaign.Split;
import dev.untether.campaign.connect.Judgements;
import dev.untether.campaign.connect.Network;
import dev.untether.campaign.connect.OwnersFile;
import dev.untether.campaign.connect.Servers;
import dev.untether.campaign.connect.UnitWords;
import dev.untether.campaign.file.CampaignReader;
import dev.untether.campaign.plan.PlanException;
import dev.untether.campaign.plan.PlanSettings;
import dev.untether.campaign.plan.Planner;
import dev.untether.campaign.run.Order;
import dev.untether.campaign.run.Settings;
import dev.untether.campaign.shard.Shard;
import dev.untether.campaign.source.Origins;
import dev.untether.cli.option.Output;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeKind;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.module.target.UnknownTargetException;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One campaign at work: its file, the way to the world, and what it would do. */
final class BatchSession {
  private final BatchOptions options;
  private final Campaign campaign;
  private final String digest;
  private final Shard shard;
  private final Servers servers;
  private final Network network;
  private final OwnersFile owners;
  private final int jobs;

  private BatchSession(
      BatchOptions options, Campaign campaign, String digest, Servers servers, Output output) {
    this.options = options;
    this.campaign = campaign;
    this.digest = digest;
    this.shard = options.shard(System.getenv());
    this.servers = servers;
    this.network = NetworkAccess.network(servers, System.getenv(), options.servers());
    this.owners = new OwnersFile(servers);
    this.jobs = output.jobs();
  }

  /**
   * Reads the campaign.
   *
   * @param problems where mistakes in the file are added; then there is no session
   */
  static Optional<BatchSession> open(BatchOptions options, Output output, List<Finding> problems)
      throws IOException {
    CampaignReader.Result read = CampaignReader.read(options.file());
    problems.addAll(read.problems());
    if (read.campaign().isEmpty()) {
      return Optional.empty();
    }
    Servers servers;
    try {
      servers = NetworkAccess.servers(options.forge(), System.getenv());
    } catch (ForgeException e) {
      problems.add(problem(options.file().toString(), String.valueOf(e.getMessage())));
      return Optional.empty();
    }
    String digest = digest(Files.readAllBytes(options.file()));
    return Optional.of(new BatchSession(options, read.campaign().get(), digest, servers, output));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Campaign campaign() {
    return campaign;
  }

  String digest() {
    return digest;
  }

  Shard shard() {
    return shard;
  }

  Network network() {
    return network;
  }

  /** Returns how to go about it. */
  Settings settings(boolean reopen) {
    // One proof at a time: a proof builds many things at a time by itself.
    return new Settings(options.state(), InstantSource.system(), options.connections(), 1, reopen);
  }

  /** Returns the repositories, cloned where they have to be, at the newest commit. */
  Origins.Found origins() throws InterruptedException {
    return Origins.of(campaign.sources(), options.state(), network);
  }

  /** Looks at the code. */
  Plan plan(Origins.Found found, Progress progress) throws PlanException, InterruptedException {
    PlanSettings settings =
        new PlanSettings(options.cache(), Clock.systemUTC(), jobs, this::looksAt);
    Plan plan =
        new Planner(settings).plan(campaign, found.origins(), found.problems(), owners, progress);
    List<Finding> problems = new ArrayList<>(plan.problems());
    problems.addAll(owners.findings());
    return new Plan(
        plan.origins(), units(plan), plan.left(), problems, plan.modules(), plan.cached());
  }

  /** Returns the units that what is done depends on: those of others too, where waves wait. */
  private List<PlannedUnit> units(Plan plan) {
    return campaign.waves().isEmpty() ? own(plan) : plan.units();
  }

  /** Returns the units of a plan that are for this shard. */
  List<PlannedUnit> own(Plan plan) {
    return plan.units().stream().filter(unit -> covers(unit.repository(), unit.id())).toList();
  }

  /** Where units are modules, a shard need not look at those of others. */
  private boolean unitsAreModules() {
    return campaign.split().by() == Split.By.MODULE
        && campaign.split().maxFiles() == Split.ALL_FILES;
  }

  private boolean looksAt(String repository, String module) {
    return !unitsAreModules()
        || !campaign.waves().isEmpty()
        || covers(repository, module.isEmpty() ? "." : module);
  }

  private boolean covers(String repository, String unit) {
    return shard.takes(repository, unit);
  }

  /** Returns what is to be made so. */
  Order order(Plan plan) {
    Coverage coverage = this::covers;
    return new Order(campaign, plan, unread(plan), Map.of(), coverage);
  }

  /** Returns the origins of which something could not be read. */
  private static Set<String> unread(Plan plan) {
    Set<String> unread = new TreeSet<>();
    for (Origin origin : plan.origins()) {
      boolean isRead =
          plan.problems().stream()
              .filter(it -> it.severity() == Severity.ERROR)
              .noneMatch(
                  it ->
                      it.path().equals(origin.name()) || it.path().startsWith(origin.name() + "/"));
      if (!isRead) {
        unread.add(origin.name());
      }
    }
    return unread;
  }

  /** Returns how units are called and described. */
  UnitWords words(Plan plan) {
    Map<String, Origin> origins = new TreeMap<>();
    plan.origins().forEach(origin -> origins.put(origin.name(), origin));
    Judgements judgements = new Judgements(releases(), targets());
    return new UnitWords(
        campaign,
        this::kind,
        unit -> {
          Origin origin = origins.get(unit.repository());
          return origin == null ? UnitWords.Verdicts.NONE : judgements.of(origin, unit.changes());
        });
  }

  private ForgeKind kind(Origin origin) {
    try {
      return origin.project().isEmpty()
          ? ForgeKind.GITHUB
          : servers.kind(origin.project().get().server());
    } catch (ForgeException e) {
      // The shortest bodies are GitHub's: they fit everywhere.
      return ForgeKind.GITHUB;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ForgeKind.GITHUB;
    }
  }

  private static Finding problem(String path, String message) {
    return new Finding(CampaignReader.RULE, Severity.ERROR, path, Finding.WHOLE_FILE, message);
  }

  ReleaseRange releases() {
    return campaign.go().orElseGet(() -> Targets.known().releases());
  }

  /** Returns the targets; the planner has refused those that there are not. */
  SortedSet<Target> targets() {
    try {
      return campaign.targets().isEmpty()
          ? Targets.known().of(releases())
          : Targets.known().select(campaign.targets().get(), releases());
    } catch (UnknownTargetException e) {
      throw new IllegalStateException("the planner takes targets that are none", e);
    }
  }
}
