package dev.untether.campaign.plan;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Limits;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Progress;
import dev.untether.campaign.Split;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.report.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A git repository of a test, and campaigns over it. */
final class PlannedRepository {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** A module's only file, which pulls a symbol that has an exported replacement. */
  static final String PULLS =
      """
      package x

      import _ "unsafe"

      //go:linkname fastrandn runtime.fastrandn
      func fastrandn(n uint32) uint32

      func Below(n uint32) uint32 { return fastrandn(n) }
      """;

  private final Path directory;
  private Campaign campaign = campaign(new Split(Split.By.MODULE, 1, Split.ALL_FILES));
  private List<Origin.Part> within = List.of();
  private Optional<Path> cache = Optional.empty();
  private Instant now = NOW;
  private int jobs = 2;
  private CodeOwners owners = CodeOwners.NONE;
  private final List<String> looked = new ArrayList<>();
  private final List<String> known = new ArrayList<>();

  PlannedRepository(Path directory) {
    this.directory = directory;
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.name", "Gopher");
    git("config", "user.email", "gopher@example.com");
  }

  private static Campaign campaign(Split split) {
    return new Campaign(
        "test",
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Campaign.Copies.REPORT,
        split,
        new Campaign.Wording("b", "t"),
        new Campaign.ReviewRequest(false, List.of(), false, List.of(), List.of(), false),
        new Limits(Limits.NONE, Limits.NONE, List.of()),
        List.of(),
        false,
        ".untether-ignore",
        List.of());
  }

  Path directory() {
    return directory;
  }

  PlannedRepository file(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a module whose package pulls a symbol that recipes know what to do about. */
  PlannedRepository module(String path) {
    return file(path + "/go.mod", "module example.com/" + path + "\n\ngo 1.22\n")
        .file(path + "/x.go", PULLS);
  }

  PlannedRepository copyOf(Path source, String to) {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = directory.resolve(to).resolve(source.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PlannedRepository commit() {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "-m", "Change");
    return this;
  }

  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    byte[] out = new Command(directory).run(new byte[0], command.toArray(String[]::new));
    return new String(out, StandardCharsets.UTF_8).stripTrailing();
  }

  PlannedRepository split(Split.By by, int depth, int maxFiles) {
    return with(
        c(
            campaign.recipes(),
            campaign.copies(),
            new Split(by, depth, maxFiles),
            campaign.exclude()));
  }

  PlannedRepository recipe(String id, Map<String, String> options) {
    List<Campaign.RecipeUse> recipes = new ArrayList<>(campaign.recipes());
    recipes.add(new Campaign.RecipeUse(id, options));
    return with(c(recipes, campaign.copies(), campaign.split(), campaign.exclude()));
  }

  PlannedRepository copies(Campaign.Copies copies) {
    return with(c(campaign.recipes(), copies, campaign.split(), campaign.exclude()));
  }

  PlannedRepository exclude(String... patterns) {
    return with(c(campaign.recipes(), campaign.copies(), campaign.split(), List.of(patterns)));
  }

  private Campaign c(
      List<Campaign.RecipeUse> recipes, Campaign.Copies copies, Split split, List<String> exclude) {
    return new Campaign(
        campaign.name(),
        campaign.sources(),
        recipes,
        campaign.recipeFolder(),
        campaign.go(),
        campaign.targets(),
        campaign.includeGenerated(),
        copies,
        split,
        campaign.wording(),
        campaign.review(),
        campaign.limits(),
        campaign.waves(),
        campaign.verify(),
        campaign.optOut(),
        exclude);
  }

  private PlannedRepository with(Campaign changed) {
    campaign = changed;
    return this;
  }

  PlannedRepository within(Origin.Part... parts) {
    within = List.of(parts);
    return this;
  }

  PlannedRepository cache(Path place) {
    cache = Optional.of(place);
    return this;
  }

  PlannedRepository now(Instant instant) {
    now = instant;
    return this;
  }

  PlannedRepository jobs(int number) {
    jobs = number;
    return this;
  }

  PlannedRepository owners(CodeOwners knows) {
    owners = knows;
    return this;
  }

  Origin origin(String name) throws GitException {
    try (GitRepository repository = GitRepository.containing(directory)) {
      return new Origin(
          name,
          directory,
          Optional.empty(),
          Optional.empty(),
          "main",
          repository.base(Optional.empty()),
          within);
    }
  }

  Plan plan() throws GitException, PlanException, InterruptedException {
    return plan(List.of(origin("r")));
  }

  Plan plan(List<Origin> origins) throws PlanException, InterruptedException {
    looked.clear();
    known.clear();
    PlanSettings settings = PlanSettings.of(cache, Clock.fixed(now, ZoneOffset.UTC), jobs);
    return new Planner(settings)
        .plan(
            campaign,
            origins,
            List.of(),
            owners,
            new Progress() {
              @Override
              public void total(long units) {}

              @Override
              public void done(String name, boolean cached) {
                (cached ? known : looked).add(name);
              }
            });
  }

  /** Returns the modules that the last plan ran recipes over. */
  List<String> looked() {
    return looked.stream().sorted().toList();
  }

  /** Returns the modules whose outcome the last plan knew. */
  List<String> known() {
    return known.stream().sorted().toList();
  }

  /** Returns the ids of the units of a plan, each with its files. */
  static List<String> shapes(Plan plan) {
    return plan.units().stream()
        .map(unit -> unit.id() + ": " + String.join(" ", unit.changes().keySet()))
        .toList();
  }

  static PlannedUnit unit(Plan plan, String id) {
    return plan.units().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }
}
