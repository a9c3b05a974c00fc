package dev.untether.campaign.plan;

import static dev.untether.campaign.plan.PlannedRepository.shapes;
import static dev.untether.campaign.plan.PlannedRepository.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into one pull request. */
final class SplitTest {
  @TempDir Path directory;
  private PlannedRepository repository;

  @BeforeEach
  void repository() {
    repository = new PlannedRepository(directory);
  }

  private static CodeOwners owners(Map<String, List<String>> byTop) {
    return (origin, base) -> path -> byTop.getOrDefault(Paths.top(path), List.of());
  }

  @Test
  void ownersOfSeveralAreOneUnit() throws Exception {
    repository
        .module("a/one")
        .module("b/two")
        .module("c/three")
        .module("d/four")
        .split(Split.By.OWNER, 1, Split.ALL_FILES)
        .owners(
            owners(
                Map.of(
                    "a", List.of("@org/x"),
                    "b", List.of("@org/y", "@org/x"),
                    "c", List.of("@org/x"))))
        .commit();

    Plan plan = repository.plan();

    assertThat(shapes(plan))
        .containsExactly(
            "@org/x: a/one/x.go c/three/x.go", "@org/x+@org/y: b/two/x.go", "unowned: d/four/x.go");
    assertThat(unit(plan, "@org/x").command()).endsWith(" a/one c/three");
    assertThat(unit(plan, "@org/x").modules()).containsExactly("a/one", "c/three");
    assertThat(unit(plan, "@org/x+@org/y").owners()).containsExactlyInAnyOrder("@org/x", "@org/y");
    assertThat(unit(plan, "unowned").owners()).isEmpty();
  }

  @Test
  void ownersOfMostFilesComeFirst() throws Exception {
    repository
        .module("a")
        .module("z1")
        .module("z2")
        .split(Split.By.REPOSITORY, 1, Split.ALL_FILES)
        .owners((origin, base) -> path -> List.of(path.startsWith("z") ? "@many" : "@few"))
        .commit();

    assertThat(unit(repository.plan(), ".").owners()).containsExactly("@many", "@few");
  }

  @Test
  void filesOfOnePackageStayTogetherWhoeverOwnsThem() throws Exception {
    repository
        .file("p/x.go", PlannedRepository.PULLS)
        .split(Split.By.OWNER, 1, Split.ALL_FILES)
        .owners((origin, base) -> path -> List.of(path.contains("pre") ? "@old" : "@new"))
        .commit();

    assertThat(shapes(repository.plan()))
        .containsExactly("@new+@old: p/x.go p/x_go122.go p/x_pre_go122.go");
  }

  @Test
  void unitWithTooManyFilesIsCutInTheOrderOfPaths() throws Exception {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      repository.module(name);
    }
    repository.split(Split.By.REPOSITORY, 1, 2).commit();

    Plan plan = repository.plan();

    assertThat(shapes(plan))
        .containsExactly(".: a/x.go b/x.go", ".-2: c/x.go d/x.go", ".-3: e/x.go");
    assertThat(unit(plan, ".-2").command()).endsWith(" c d");
  }

  @Test
  void firstPartsStayWhenMoreIsAddedAtTheEnd() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      repository.module(name);
    }
    repository.split(Split.By.REPOSITORY, 1, 2).commit();
    PlannedUnit before = unit(repository.plan(), ".");
    repository.module("d").commit();

    assertThat(unit(repository.plan(), ".")).isEqualTo(before);
  }

  @Test
  void pairOfFilesIsNeverTorn() throws Exception {
    repository
        .file("p/x.go", PlannedRepository.PULLS)
        .file("q/x.go", PlannedRepository.PULLS)
        .split(Split.By.REPOSITORY, 1, 1)
        .commit();

    assertThat(repository.plan().units())
        .extracting(it -> it.changes().size())
        .containsExactly(3, 3);
  }

  @Test
  void furtherPartHasNoIdOfAnother() throws Exception {
    repository
        .module("p/one")
        .module("p/two")
        .module("p-2/one")
        .split(Split.By.DIRECTORY, 1, 1)
        .commit();

    assertThat(repository.plan().units())
        .extracting(PlannedUnit::id)
        .containsExactly("p", "p-2", "p-2-")
        .doesNotHaveDuplicates();
  }

  @Test
  void directoriesCountAsManyNamesAsAsked() throws Exception {
    repository
        .module("a/b/c")
        .module("a/b/d")
        .module("a/e")
        .split(Split.By.DIRECTORY, 2, Split.ALL_FILES)
        .commit();

    assertThat(shapes(repository.plan()))
        .containsExactly("a/b: a/b/c/x.go a/b/d/x.go", "a/e: a/e/x.go");
  }

  @Test
  void eachRecipeAloneIsRunOnTheBase() throws Exception {
    repository
        .module("a")
        .file(
            "a/time/t.go",
            """
            package time

            import _ "unsafe"

            //go:linkname nanotime runtime.nanotime
            func nanotime() int64

            func Now() int64 { return nanotime() }
            """)
        .recipe("fastrand-to-math-rand-v2", Map.of())
        .recipe("nanotime-to-time", Map.of())
        .split(Split.By.RECIPE, 1, Split.ALL_FILES)
        .commit();

    Plan plan = repository.plan();

    assertThat(shapes(plan))
        .containsExactly("fastrand-to-math-rand-v2: a/x.go", "nanotime-to-time: a/time/t.go");
    assertThat(unit(plan, "nanotime-to-time").command())
        .isEqualTo("untether migrate --write --recipe nanotime-to-time a");
    assertThat(plan.modules()).isEqualTo(1);
  }

  @Test
  void scriptsGoWithTheirPackagesOrWaitForThem() throws Exception {
    Campaign.Copies any = Campaign.Copies.REPORT;
    repository
        .module("m")
        .file("m/other/x.go", PlannedRepository.PULLS)
        .file("m/main.go", "package x\n")
        .file("m/Makefile", "build:\n\tgo build -ldflags=-checklinkname=0 ./...\n")
        .recipe("fastrand-to-math-rand-v2", Map.of())
        .recipe("checklinkname-flag", Map.of())
        .copies(any)
        .commit();

    assertThat(shapes(repository.plan())).containsExactly("m: m/Makefile m/other/x.go m/x.go");

    Plan split = repository.split(Split.By.DIRECTORY, 2, Split.ALL_FILES).plan();

    assertThat(shapes(split)).containsExactly("m: m/x.go", "m/other: m/other/x.go");
    assertThat(split.left().toString())
        .contains("r/m: note: m/Makefile: what changes here holds once");
  }
}
