package dev.untether.campaign.plan;

import static dev.untether.campaign.plan.PlannedRepository.shapes;
import static dev.untether.campaign.plan.PlannedRepository.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Split;
import dev.untether.engine.ChangeSet;
import dev.untether.engine.Migration;
import dev.untether.module.ModuleTree;
import dev.untether.module.target.Targets;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.text.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan says about the committed state of a repository. */
final class PlannerTest {
  private static final Path SAMPLES = Path.of("samples");
  private static final List<String> RECIPES =
      List.of(
          "nanotime-to-time",
          "linkname-to-exported",
          "fastrand-to-math-rand-v2",
          "drop-load-g-from-crosscall2");

  @TempDir Path directory;
  private PlannedRepository repository;

  @BeforeEach
  void repository() {
    repository = new PlannedRepository(directory);
  }

  private PlannedRepository monorepo() {
    repository.copyOf(SAMPLES.resolve("monorepo"), "");
    RECIPES.forEach(id -> repository.recipe(id, Map.of()));
    return repository;
  }

  @Test
  void modulesByThemselvesChangeAsTheyDoInTheWholeTree() throws Exception {
    monorepo().copies(Campaign.Copies.MIGRATE).commit();
    ChangeSet whole = migration(directory);

    Plan plan = repository.plan();

    Map<String, String> planned = new TreeMap<>();
    plan.units()
        .forEach(
            it ->
                it.changes()
                    .forEach((path, change) -> planned.put(path, change.after().toString())));
    Map<String, String> expected = new TreeMap<>();
    whole.changes().forEach(it -> expected.put(it.path(), it.after().toString()));
    assertThat(planned).isEqualTo(expected).hasSize(4);
    List<Finding> refused = new ArrayList<>();
    plan.units().forEach(it -> refused.addAll(it.refused()));
    assertThat(refused.size() + plan.left().stream().filter(it -> it.position().line() > 0).count())
        .isEqualTo(whole.refused().size());
    assertThat(plan.problems()).isEmpty();
  }

  private static ChangeSet migration(Path root) {
    List<Recipe> recipes =
        RECIPES.stream()
            .map(id -> RecipeCatalogue.bundled().folder(id).orElseThrow().load())
            .map(loaded -> loaded.recipe().orElseThrow())
            .toList();
    return new Migration(
            ModuleTree.discover(root),
            recipes,
            Targets.known().of(Targets.known().releases()),
            false)
        .run();
  }

  @Test
  void workingTreeDoesNotMatter() throws Exception {
    monorepo().commit();
    Plan clean = repository.plan();
    repository.file("libs/rand/rand.go", "package rand\n").module("libs/new");

    assertThat(repository.plan().units()).isEqualTo(clean.units());
  }

  @Test
  void numberOfJobsDoesNotMatter() throws Exception {
    monorepo().commit();

    assertThat(repository.jobs(1).plan())
        .usingRecursiveComparison()
        .ignoringFields("origins")
        .isEqualTo(repository.jobs(4).plan());
  }

  @ParameterizedTest
  @EnumSource(Split.By.class)
  void everyChangeIsInOneUnitHoweverItIsSplit(Split.By by) throws Exception {
    monorepo().copies(Campaign.Copies.MIGRATE).split(by, 2, Split.ALL_FILES).commit();

    List<String> files = new ArrayList<>();
    repository.plan().units().forEach(it -> files.addAll(it.changes().keySet()));

    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(
            migration(directory).changes().stream().map(it -> it.path()).toList());
  }

  @ParameterizedTest
  @EnumSource(Split.By.class)
  void commandOfAUnitMakesItsChanges(Split.By by) throws Exception {
    monorepo().split(by, 1, Split.ALL_FILES).commit();
    Plan plan = repository.plan();
    assertThat(plan.units()).isNotEmpty();

    for (PlannedUnit unit : plan.units()) {
      repository.git("reset", "--quiet", "--hard");
      String[] parts = unit.command().split(" && ", 2);
      run(parts[0]);
      if (parts.length > 1) {
        repository.git(Arrays.copyOfRange(parts[1].split(" "), 1, parts[1].split(" ").length));
        repository.git("stash", "--quiet", "--keep-index");
      }
      assertThat(repository.git("diff", "HEAD", "--name-only").lines())
          .as(unit.command())
          .containsExactlyElementsOf(unit.changes().keySet());
      for (var change : unit.changes().entrySet()) {
        assertThat(Files.readString(directory.resolve(change.getKey())))
            .isEqualTo(change.getValue().after().orElseThrow().toString());
      }
    }
  }

  /** Does what the words of a command say, in the directory of the repository. */
  private void run(String command) throws Exception {
    List<String> words = List.of(command.split(" "));
    assertThat(words.subList(0, 3)).containsExactly("untether", "migrate", "--write");
    List<Recipe> recipes = new ArrayList<>();
    int i = 3;
    for (; words.get(i).equals("--recipe"); i += 2) {
      String id = words.get(i + 1);
      recipes.add(RecipeCatalogue.bundled().folder(id).orElseThrow().load().recipe().orElseThrow());
    }
    for (String path : words.subList(i, words.size())) {
      ModuleTree tree = ModuleTree.discover(directory.resolve(path));
      ChangeSet changes =
          new Migration(tree, recipes, Targets.known().of(Targets.known().releases()), false).run();
      for (var change : changes.changes()) {
        Files.write(change.absolute(), change.after().orElseThrow().bytes());
      }
    }
  }

  @Test
  void sameCommitGivesTheSameContent() throws Exception {
    monorepo().commit();
    List<String> first = repository.plan().units().stream().map(PlannedUnit::content).toList();
    repository.file("README.md", "Other words.\n").commit();

    assertThat(repository.plan().units().stream().map(PlannedUnit::content).toList())
        .isEqualTo(first)
        .doesNotHaveDuplicates();
  }

  @Test
  void recipesAndOptionsAreThoseOfTheCampaign() throws Exception {
    repository.module("a").recipe("fastrand-to-math-rand-v2", Map.of()).commit();

    PlannedUnit unit = unit(repository.plan(), "a");

    assertThat(unit.recipes()).hasSize(1);
    assertThat(unit.recipes().get(0).digest()).hasSize(64);
    assertThat(unit.command())
        .isEqualTo("untether migrate --write --recipe fastrand-to-math-rand-v2 a");
  }

  @Test
  void unknownRecipeIsNoPlanAtAll() {
    repository.module("a").recipe("fastrand-to-math-rand", Map.of()).commit();

    assertThatThrownBy(repository::plan)
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("no recipe \"fastrand-to-math-rand\"")
        .hasMessageContaining("nearest: fastrand-to-math-rand-v2");
  }

  @Test
  void unknownOptionIsNoPlanAtAll() {
    repository.module("a").recipe("fastrand-to-math-rand-v2", Map.of("speed", "high")).commit();

    assertThatThrownBy(repository::plan)
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("has no option \"speed\"");
  }

  @Test
  void moduleInsideAnotherIsNoPartOfIt() throws Exception {
    repository.module("a").module("a/b").file("a/c/x.go", PlannedRepository.PULLS).commit();

    assertThat(shapes(repository.plan())).containsExactly("a: a/c/x.go a/x.go", "a/b: a/b/x.go");
  }

  @Test
  void moduleAtTheRootGoesBesideTheOthers() throws Exception {
    repository
        .file("go.mod", "module example.com/root\n\ngo 1.22\n")
        .file("x.go", PlannedRepository.PULLS)
        .file("deep/y/x.go", PlannedRepository.PULLS)
        .module("deep/m")
        .commit();

    Plan plan = repository.plan();

    assertThat(shapes(plan)).containsExactly(".: deep/y/x.go x.go", "deep/m: deep/m/x.go");
    assertThat(unit(plan, ".").command()).endsWith(" . && git add --all -- deep/y/x.go x.go");
    assertThat(unit(plan, "deep/m").command()).endsWith(" deep/m");
  }

  @Test
  void directoriesWithoutAnyModuleAreLookedAtByTheirFirstName() throws Exception {
    repository
        .file("app/one/x.go", PlannedRepository.PULLS)
        .file("lib/x.go", PlannedRepository.PULLS)
        .file("BUILD.bazel", "")
        .file("docs/page.md", "No code.\n")
        .module("lib/modular")
        .commit();

    Plan plan = repository.plan();

    assertThat(repository.looked()).containsExactly("r/app", "r/lib", "r/lib/modular");
    assertThat(shapes(plan))
        // Without a go line each release reads them, so that older ones keep the old code.
        .containsExactly(
            "app: app/one/x.go app/one/x_go122.go app/one/x_pre_go122.go",
            "lib: lib/x.go lib/x_go122.go lib/x_pre_go122.go",
            "lib/modular: lib/modular/x.go");
  }

  @Test
  void goModInTestdataMakesNoModuleToLookAt() throws Exception {
    repository.module("a").module("a/testdata/b").module("_old").module(".hidden").commit();

    assertThat(shapes(repository.plan())).containsExactly("a: a/x.go");
  }

  @Test
  void partOfARepositoryIsAllThatIsPlanned() throws Exception {
    repository.module("a").module("b").file("b/in/x.go", PlannedRepository.PULLS).commit();
    repository.within(new Origin.Part("b/in", List.of()));

    Plan plan = repository.plan();

    assertThat(shapes(plan)).containsExactly("b: b/in/x.go");
    assertThat(unit(plan, "b").command()).endsWith(" b/in");
    assertThat(repository.looked()).containsExactly("r/b");
  }

  @Test
  void patternsChooseDirectories() throws Exception {
    repository.module("s/one").module("s/two").module("t/one").commit();
    repository.within(new Origin.Part("", List.of("*/one", "nothing")));

    assertThat(shapes(repository.plan())).containsExactly("s/one: s/one/x.go", "t/one: t/one/x.go");
  }

  @Test
  void optOutFileKeepsUsOutOfItsDirectory() throws Exception {
    repository.module("a").module("a/b").module("c").file("a/.untether-ignore", "").commit();

    Plan plan = repository.plan();

    assertThat(shapes(plan)).containsExactly("c: c/x.go");
    assertThat(plan.left().toString())
        .contains("r/a: note: left alone: a/.untether-ignore keeps us out")
        .contains("r/a/b: note: left alone");
    assertThat(repository.looked()).containsExactly("r/c");
  }

  @Test
  void optOutFileMayNamePartsOfItsDirectory() throws Exception {
    repository
        .module("a")
        .file("a/gen/x.go", PlannedRepository.PULLS)
        .file("a/deep/gen/x.go", PlannedRepository.PULLS)
        .file("a/other/x.go", PlannedRepository.PULLS)
        .file("a/.untether-ignore", "# made by a program\n\n/gen/\nother/*.go\n")
        .commit();

    Plan plan = repository.plan();

    assertThat(shapes(plan)).containsExactly("a: a/deep/gen/x.go a/x.go");
    assertThat(plan.left().stream().filter(it -> it.rule().equals("left-alone"))).hasSize(2);
    assertThat(unit(plan, "a").command()).endsWith(" a && git add --all -- a/deep/gen/x.go a/x.go");
  }

  @Test
  void excludedPathsAreLeftAlone() throws Exception {
    repository.module("a").module("old/b").exclude("old/**").commit();

    Plan plan = repository.plan();

    assertThat(shapes(plan)).containsExactly("a: a/x.go");
    assertThat(plan.left().toString()).contains("r/old/b: note: left alone: the campaign excludes");
  }

  @Test
  void oneExcludedFileKeepsItsWholePackageAsItIs() throws Exception {
    repository
        .module("a")
        .file(
            "a/y.go",
            """
            package x

            import _ "unsafe"

            //go:linkname fastrand runtime.fastrand
            func fastrand() uint32
            """)
        .exclude("y.go")
        .commit();

    assertThat(repository.plan().units()).isEmpty();
  }

  @Test
  void repositoryThatIsGoneIsAProblemAndTheOthersGoOn(@TempDir Path elsewhere) throws Exception {
    repository.module("a").commit();
    Path gone = elsewhere.resolve("gone");
    PlannedRepository other =
        new PlannedRepository(Files.createDirectory(gone)).module("z").commit();
    Origin missing = other.origin("gone");
    Origin here = repository.origin("r");
    try (var files = Files.walk(gone)) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }

    Plan plan = repository.plan(List.of(missing, here));

    assertThat(shapes(plan)).containsExactly("a: a/x.go");
    assertThat(plan.problems()).hasSize(1);
    assertThat(plan.problems().get(0).path()).isEqualTo("gone");
  }

  @Test
  void fileThatCannotBeReadIsAProblemOfItsModuleAlone() throws Exception {
    repository.module("a").module("b").file("b/bad.go", "package x\0\n").commit();

    Plan plan = repository.plan();

    assertThat(plan.units()).extracting(PlannedUnit::id).contains("a");
    assertThat(plan.problems()).extracting(Finding::path).containsExactly("r/b/bad.go");
  }

  @Test
  void interruptedPlanEnds() {
    monorepo().commit();
    Thread.currentThread().interrupt();

    assertThatThrownBy(repository::plan).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void submoduleIsNotEntered(@TempDir Path elsewhere) throws Exception {
    PlannedRepository inner = new PlannedRepository(elsewhere).module("z").commit();
    String commit = inner.git("rev-parse", "HEAD");
    repository.module("a").commit();
    repository.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",a/sub");
    repository.git("commit", "--quiet", "-m", "Submodule");

    assertThat(shapes(repository.plan())).containsExactly("a: a/x.go");
  }
}
