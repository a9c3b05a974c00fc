package dev.untether.campaign.plan;

import dev.untether.campaign.Campaign;
import dev.untether.git.AppliedRecipe;
import dev.untether.module.target.NearestWords;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.module.target.UnknownTargetException;
import dev.untether.recipe.Option;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.Composition;
import dev.untether.recipe.folder.LoadedRecipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a campaign runs: recipes in their order, with their options, for which targets. */
final class ChosenRecipes {
  private static final String RULE = "campaign-recipe";
  private static final String ALL = "all";

  private final Campaign campaign;
  private final List<Chosen> recipes;
  private final SortedSet<Target> targets;
  private final List<Finding> findings;

  private ChosenRecipes(
      Campaign campaign, List<Chosen> recipes, SortedSet<Target> targets, List<Finding> findings) {
    this.campaign = campaign;
    this.recipes = List.copyOf(recipes);
    this.targets = targets;
    this.findings = List.copyOf(findings);
  }

  /**
   * One recipe.
   *
   * @param options those that the campaign sets
   * @param digest tells versions of its folder apart
   */
  record Chosen(Recipe recipe, Map<String, String> options, String digest) {
    AppliedRecipe applied() {
      return new AppliedRecipe(
          recipe.id(),
          recipe.version(),
          digest,
          recipe.title(),
          recipe.description(),
          recipe.why());
    }
  }

  /** Returns what a campaign runs, from the recipes of the jar and of its own folder. */
  static ChosenRecipes of(Campaign campaign) throws PlanException {
    RecipeCatalogue bundled = RecipeCatalogue.bundled();
    RecipeCatalogue catalogue =
        campaign
            .recipeFolder()
            .map(folder -> bundled.with(RecipeCatalogue.inDirectory(folder)))
            .orElse(bundled);
    return new Choice(campaign, catalogue).choose();
  }

  List<Chosen> recipes() {
    return recipes;
  }

  /** Returns the recipes themselves. */
  List<Recipe> plain() {
    return recipes.stream().map(Chosen::recipe).toList();
  }

  SortedSet<Target> targets() {
    return targets;
  }

  /** Returns what is odd about recipe folders, though not about those that run. */
  List<Finding> findings() {
    return findings;
  }

  /** Returns the same campaign with one of its recipes alone. */
  ChosenRecipes only(Chosen one) {
    return new ChosenRecipes(campaign, List.of(one), targets, findings);
  }

  /** Returns what tells this from whatever else could be run over a tree. */
  String digest() {
    Hash hash = new Hash();
    for (Chosen chosen : recipes) {
      hash.add(chosen.recipe().id()).add(chosen.digest());
      new TreeMap<>(chosen.recipe().optionValues())
          .forEach((name, value) -> hash.add(name).add(String.valueOf(value)));
      hash.add("");
    }
    targets.forEach(target -> hash.add(target.toString()));
    return hash.add(campaign.includeGenerated() ? "generated" : "").hex();
  }

  /** Returns the words of the command that runs some of the recipes, without paths. */
  List<String> command(Collection<Chosen> some) {
    List<String> words = new ArrayList<>(List.of("untether", "migrate", "--write"));
    for (Chosen chosen : some) {
      words.add("--recipe");
      words.add(chosen.recipe().id());
    }
    Optional<Path> folder = campaign.recipeFolder();
    if (folder.isPresent()) {
      words.add("--recipes");
      words.add(folder.get().toString());
    }
    for (Chosen chosen : some) {
      new TreeMap<>(chosen.options())
          .forEach(
              (name, value) -> {
                words.add("--option");
                words.add(chosen.recipe().id() + "." + name + "=" + value);
              });
    }
    campaign.go().ifPresent(range -> words.addAll(List.of("--go", range.toString())));
    campaign.targets().ifPresent(list -> words.addAll(List.of("--target", list)));
    if (campaign.includeGenerated()) {
      words.add("--include-generated");
    }
    return words;
  }

  /** One reading of a campaign. */
  private static final class Choice {
    private final Campaign campaign;
    private final RecipeCatalogue catalogue;
    private final ReleaseRange releases;
    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Chosen> chosen = new LinkedHashMap<>();

    Choice(Campaign campaign, RecipeCatalogue catalogue) {
      this.campaign = campaign;
      this.catalogue = catalogue;
      this.releases = campaign.go().orElse(Targets.known().releases());
      findings.addAll(catalogue.findings());
    }

    ChosenRecipes choose() throws PlanException {
      if (campaign.recipes().isEmpty()) {
        chooseRecommended();
      }
      for (Campaign.RecipeUse use : campaign.recipes()) {
        catalogue
            .folder(use.id())
            .ifPresentOrElse(folder -> choose(use, folder), () -> unknown(use.id()));
      }
      SortedSet<Target> targets = targets();
      if (wrong.isEmpty() && chosen.isEmpty()) {
        wrong("no recipe is for Go " + releases + "; name other releases or recipes");
      }
      if (!wrong.isEmpty()) {
        throw new PlanException(wrong);
      }
      return new ChosenRecipes(campaign, List.copyOf(chosen.values()), targets, findings);
    }

    private SortedSet<Target> targets() throws PlanException {
      try {
        return Targets.known().select(campaign.targets().orElse(ALL), releases);
      } catch (UnknownTargetException e) {
        wrong("targets: " + e.getMessage());
        throw new PlanException(wrong);
      }
    }

    private void chooseRecommended() {
      Composition composition = new Composition(catalogue);
      for (RecipeFolder folder : catalogue.folders()) {
        LoadedRecipe loaded = folder.load();
        findings.addAll(loaded.findings());
        if (loaded.recipe().filter(it -> it.recommended() && isWanted(it)).isPresent()) {
          composition.add(folder);
        }
      }
      findings.addAll(composition.findings());
      composition.recipes().forEach(recipe -> add(recipe, Map.of()));
    }

    private void choose(Campaign.RecipeUse use, RecipeFolder folder) {
      Optional<Recipe> loaded = folder.load().recipe();
      if (loaded.isEmpty()) {
        folder.load().findings().forEach(it -> wrong(it.path() + ": " + it.message()));
        return;
      }
      if (!isWanted(loaded.get())) {
        wrong(use.id() + " is for Go " + loaded.get().releases() + ", not for " + releases);
        return;
      }
      Composition composition = new Composition(catalogue);
      composition.add(folder);
      composition.findings().forEach(it -> wrong(it.path() + ": " + it.message()));
      for (String name : use.options().keySet()) {
        if (composition.recipes().stream().noneMatch(it -> it.option(name).isPresent())) {
          wrong(
              "recipe "
                  + use.id()
                  + " has no option \""
                  + name
                  + "\"; `untether recipes show "
                  + use.id()
                  + "` lists them");
        }
      }
      composition.recipes().forEach(recipe -> add(recipe, use.options()));
    }

    private void add(Recipe recipe, Map<String, String> options) {
      if (!isWanted(recipe)) {
        return;
      }
      Map<String, String> own = new TreeMap<>(options);
      Map<String, Option> has = recipe.options();
      own.keySet().retainAll(has.keySet());
      try {
        String digest = catalogue.folder(recipe.id()).map(RecipeFolder::digest).orElse("");
        chosen.putIfAbsent(recipe.id(), new Chosen(recipe.with(own), own, digest));
      } catch (IllegalArgumentException e) {
        wrong("recipe " + recipe.id() + ": " + e.getMessage());
      }
    }

    private boolean isWanted(Recipe recipe) {
      return IntStream.rangeClosed(releases.first(), releases.last())
          .anyMatch(
              minor ->
                  recipe
                      .releases()
                      .contains(new dev.untether.recipe.ReleaseRange.Release(1, minor)));
    }

    private void unknown(String id) {
      List<String> ids = catalogue.folders().stream().map(RecipeFolder::id).toList();
      wrong(
          "no recipe \""
              + id
              + "\"; nearest: "
              + String.join(", ", NearestWords.to(id, ids))
              + " (`untether recipes list` shows all)");
    }

    private void wrong(String message) {
      wrong.add(new Finding(RULE, Severity.ERROR, campaign.name(), Finding.WHOLE_FILE, message));
    }
  }
}
