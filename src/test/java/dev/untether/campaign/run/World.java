package dev.untether.campaign.run;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Campaign;
import dev.untether.campaign.Coverage;
import dev.untether.campaign.Hosting;
import dev.untether.campaign.Limits;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Split;
import dev.untether.campaign.Wave;
import dev.untether.forge.Forge;
import dev.untether.forge.Project;
import dev.untether.git.AppliedRecipe;
import dev.untether.git.Bases;
import dev.untether.git.Change;
import dev.untether.text.SourceText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Repositories with their forges and remotes in memory, and the campaigns that run over them. */
final class World implements Hosting {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final String CAMPAIGN = "cut-ties";

  final Fate fate;
  final Map<String, FakeForge> forges = new TreeMap<>();
  final Map<String, FakeRemote> remotes = new TreeMap<>();
  final Map<String, String> bases = new TreeMap<>();

  World(Fate fate) {
    this.fate = fate;
  }

  /** Adds a repository whose base branch leads to a commit of that name. */
  World with(String repository, String base) {
    bases.put(repository, commit(base));
    FakeRemote remote = new FakeRemote(fate, () -> bases.getOrDefault(repository, ""));
    remotes.put(repository, remote);
    forges.put(
        repository, new FakeForge(project(repository), fate, it -> remote.tips().containsKey(it)));
    return this;
  }

  FakeForge forge(String repository) {
    return Optional.ofNullable(forges.get(repository)).orElseThrow();
  }

  FakeRemote remote(String repository) {
    return Optional.ofNullable(remotes.get(repository)).orElseThrow();
  }

  @Override
  public Optional<Forge> forge(Origin origin) {
    return Optional.ofNullable(forges.get(origin.name()));
  }

  @Override
  public Branches branches(Origin origin) {
    return remote(origin.name()).from(origin.base().id());
  }

  List<Origin> origins() {
    List<Origin> origins = new ArrayList<>();
    bases.forEach((name, base) -> origins.add(origin(name, base)));
    return origins;
  }

  Plan plan(PlannedUnit... units) {
    return new Plan(origins(), List.of(units), List.of(), List.of(), units.length, 0);
  }

  Order order(Campaign campaign, PlannedUnit... units) {
    return new Order(campaign, plan(units), Set.of(), Map.of(), Coverage.all());
  }

  static Origin origin(String name, String base) {
    return new Origin(
        name,
        Path.of("/nowhere"),
        Optional.of("https://forge.example/" + name),
        Optional.of(project(name)),
        "main",
        Bases.of(base));
  }

  static Project project(String name) {
    return new Project("https://forge.example", "org/" + name);
  }

  static PlannedUnit unit(String repository, String id, String text) {
    SourceText after = SourceText.of(text + "\n");
    TreeMap<String, Change> changes = new TreeMap<>();
    changes.put(id + "/a.go", new Change(Optional.empty(), Optional.of(after)));
    AppliedRecipe recipe =
        new AppliedRecipe(
            "replace-fastrand",
            1,
            "0".repeat(64),
            "Use math/rand/v2",
            "It is there since Go 1.22.",
            List.of(URI.create("https://go.dev/issue/67401")));
    return new PlannedUnit(
        repository,
        id,
        List.of(),
        List.of(id),
        changes,
        List.of(recipe),
        List.of(),
        List.of(),
        "untether migrate --write " + id,
        digest(text).substring(0, 16));
  }

  static Campaign campaign() {
    return campaign(new Limits(Limits.NONE, Limits.NONE, List.of()), List.of(), false);
  }

  static Campaign campaign(Limits limits, List<Wave> waves, boolean verify) {
    return new Campaign(
        CAMPAIGN,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        /* includeGenerated= */ false,
        Campaign.Copies.REPORT,
        new Split(Split.By.MODULE, 1, Split.ALL_FILES),
        new Campaign.Wording("untether/<unit>", "Cut ties in <unit>"),
        new Campaign.ReviewRequest(false, List.of(), false, List.of(), List.of(), false),
        limits,
        waves,
        verify,
        ".untether-ignore",
        List.of());
  }

  /** Returns what looks like the id of a commit, the same for the same name. */
  static String commit(String name) {
    return digest(name).substring(0, 40);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
