package dev.untether.campaign.plan;

import static dev.untether.campaign.plan.PlannedRepository.shapes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Plan;
import dev.untether.campaign.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known from an earlier run, and above all what is not. */
final class CachedPlanTest {
  private static final String ASSEMBLY =
      """
      #include "%s"

      TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
      	BL runtime·load_g(SB)
      	RET
      """;

  @TempDir Path directory;
  @TempDir Path cache;
  private PlannedRepository repository;

  @BeforeEach
  void repository() {
    repository = new PlannedRepository(directory).cache(cache);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files
          .filter(it -> Files.isRegularFile(it) && !it.endsWith("pruned"))
          .sorted()
          .toList();
    }
  }

  /** Returns what a plan says but for how it was come by. */
  private static String content(Plan plan) {
    return plan.units() + "\n" + plan.left() + "\n" + plan.problems() + "\n" + plan.modules();
  }

  @Test
  void secondRunKnowsEverything() throws Exception {
    repository.module("a").module("b").file("c/bad.go", "package c\0").commit();
    Plan first = repository.plan();

    Plan second = repository.plan();

    assertThat(first.cached()).isZero();
    assertThat(second.cached()).isEqualTo(second.modules()).isEqualTo(3);
    assertThat(content(second)).isEqualTo(content(first));
  }

  @Test
  void changedModuleIsLookedAtAgainAndNoOther() throws Exception {
    repository.module("a").module("a/in").module("b").module("c").commit();
    repository.plan();
    repository.file("b/y.go", "package x\n").commit();

    repository.plan();

    assertThat(repository.looked()).containsExactly("r/b");
    assertThat(repository.known()).containsExactly("r/a", "r/a/in", "r/c");
  }

  @Test
  void everyFileOfAModuleCounts() throws Exception {
    for (String file :
        List.of("go.mod", "x.go", "Makefile", "vendor/modules.txt", "testdata/go.mod", ".ci.yml")) {
      repository.module("a").file("a/" + file, "module example.com/a\n").commit();
      repository.plan();
      repository.file("a/" + file, "module example.com/other\n").commit();

      repository.plan();

      assertThat(repository.looked()).as(file).containsExactly("r/a");
    }
  }

  @Test
  void modeOfAFileAndItsNameCount() throws Exception {
    repository.module("a").file("a/run.sh", "go build\n").commit();
    repository.plan();
    repository.git("update-index", "--chmod=+x", "a/run.sh");
    repository.git("commit", "--quiet", "-m", "Mode");
    repository.plan();
    assertThat(repository.looked()).containsExactly("r/a");

    repository.git("mv", "a/run.sh", "a/start.sh");
    repository.git("commit", "--quiet", "-m", "Name");
    repository.plan();
    assertThat(repository.looked()).containsExactly("r/a");
  }

  @Test
  void moduleThatAppearsInsideChangesTheOneAround() throws Exception {
    repository.module("a").file("a/in/x.go", PlannedRepository.PULLS).commit();
    assertThat(shapes(repository.plan())).containsExactly("a: a/in/x.go a/x.go");
    repository.module("a/in").commit();

    assertThat(shapes(repository.plan())).containsExactly("a: a/x.go", "a/in: a/in/x.go");
    assertThat(repository.looked()).containsExactly("r/a", "r/a/in");
  }

  @Test
  void moduleThatAppearsAroundDoesNotMatterToThoseInside() throws Exception {
    repository.module("a/in").commit();
    repository.plan();
    repository.module("a").commit();

    repository.plan();

    assertThat(repository.looked()).containsExactly("r/a");
  }

  @Test
  void sameModuleAtAnotherPlaceIsAnother() throws Exception {
    repository.module("a").commit();
    repository.plan();
    repository.git("mv", "a", "b");
    repository.git("commit", "--quiet", "-m", "Move");

    Plan plan = repository.plan();

    assertThat(repository.looked()).containsExactly("r/b");
    assertThat(shapes(plan)).containsExactly("b: b/x.go");
  }

  @Test
  void recipesAndTheirOptionsCount() throws Exception {
    repository.module("a").recipe("fastrand-to-math-rand-v2", Map.of()).commit();
    repository.plan();

    repository.recipe("nanotime-to-time", Map.of()).plan();

    assertThat(repository.looked()).containsExactly("r/a");
  }

  @Test
  void howChangesAreSplitDoesNotCount() throws Exception {
    repository.module("a").commit();
    repository.plan();

    repository.split(Split.By.REPOSITORY, 1, 1).exclude("nothing").plan();

    assertThat(repository.looked()).isEmpty();
  }

  @Test
  void attributesAboveAModuleCount() throws Exception {
    repository.module("s/a").module("t/b").commit();
    repository.plan();
    repository.file("s/.gitattributes", "x.go filter=lfs\n").commit();

    Plan plan = repository.plan();

    assertThat(repository.looked()).containsExactly("r/s/a");
    assertThat(plan.problems()).extracting(it -> it.rule()).containsExactly("git-filtered-file");
  }

  @Test
  void headerOfAModuleInsideIsSeenAndItsUserNotKept() throws Exception {
    repository
        .file("a/go.mod", "module example.com/a\n\ngo 1.22\n")
        .file("a/in/go.mod", "module example.com/a/in\n\ngo 1.22\n")
        .file("a/in/defs.h", "#define NOSPLIT 4\n#define NOFRAME 512\n")
        .file("a/asm_arm64.s", ASSEMBLY.formatted("in/defs.h"))
        .file("a/a.go", "package a\n")
        .commit();
    Plan first = repository.plan();
    repository.file("a/in/defs.h", "#define NOSPLIT 4\n#define NOFRAME 513\n").commit();

    Plan second = repository.plan();

    assertThat(repository.looked()).containsExactly("r/a", "r/a/in");
    assertThat(repository.plan().cached()).isEqualTo(1);
    assertThat(first.problems()).isEmpty();
    assertThat(second.problems()).isEmpty();
  }

  @Test
  void headerThatIsNotThereYetIsWaitedFor() throws Exception {
    repository
        .file("lib/asm_arm64.s", ASSEMBLY.formatted("../defs/defs.h"))
        .file("lib/a.go", "package a\n")
        .commit();
    repository.plan();
    repository.file("defs/defs.h", "#define NOSPLIT 4\n").commit();

    repository.plan();

    assertThat(repository.looked()).containsExactly("r/lib");
  }

  @Test
  void moduleCannotSeeHeadersOutsideSoTheyDoNotMatter() throws Exception {
    repository
        .file("lib/go.mod", "module example.com/lib\n\ngo 1.22\n")
        .file("lib/asm_arm64.s", ASSEMBLY.formatted("../defs/defs.h"))
        .file("lib/a.go", "package a\n")
        .file("defs/defs.h", "#define NOSPLIT 4\n")
        .commit();
    repository.plan();
    repository.file("defs/defs.h", "#define NOSPLIT 5\n").commit();

    repository.plan();

    assertThat(repository.looked()).isEmpty();
  }

  @Test
  void linkToAnotherModuleIsFollowedAndNotKept() throws Exception {
    repository.module("a").module("b").commit();
    Files.createSymbolicLink(directory.resolve("a/y.go"), Path.of("../b/y.go"));
    repository.file("b/y.go", "package x\n").commit();
    repository.plan();
    repository.file("b/y.go", "package x // changed\n").commit();

    repository.plan();

    assertThat(repository.looked()).containsExactly("r/a", "r/b");
  }

  @Test
  void linkWithinAModuleIsKept() throws Exception {
    repository.module("a").file("a/in/y.go", "package x\n");
    Files.createSymbolicLink(directory.resolve("a/y.go"), Path.of("in/y.go"));
    repository.commit();
    repository.plan();

    repository.plan();

    assertThat(repository.looked()).isEmpty();
  }

  @Test
  void damagedEntriesAreMadeAgain() throws Exception {
    repository.module("a").module("b").module("c").commit();
    String fresh = content(repository.plan());
    List<Path> entries = entries();
    byte[] cut = Files.readAllBytes(entries.get(0));
    Files.write(entries.get(0), Arrays.copyOf(cut, cut.length - 1));
    byte[] flipped = Files.readAllBytes(entries.get(1));
    flipped[flipped.length / 2] ^= 1;
    Files.write(entries.get(1), flipped);
    Files.copy(entries.get(2), entries.get(0), StandardCopyOption.REPLACE_EXISTING);
    Files.write(entries.get(2), new byte[0]);

    String again = content(repository.plan());

    assertThat(repository.looked()).hasSize(3);
    assertThat(again).isEqualTo(fresh);
    assertThat(repository.plan().cached()).isEqualTo(3);
  }

  @Test
  void directoryMayBeDeletedAtAnyTime() throws Exception {
    repository.module("a").commit();
    String fresh = content(repository.plan());
    for (Path entry : entries()) {
      Files.delete(entry);
    }

    assertThat(content(repository.plan())).isEqualTo(fresh);
  }

  @Test
  void directoryThatCannotBeMadeIsNoError(@TempDir Path elsewhere) throws Exception {
    Path file = Files.createFile(elsewhere.resolve("file"));
    repository.module("a").cache(file.resolve("below")).commit();

    assertThat(shapes(repository.plan())).containsExactly("a: a/x.go");
    assertThat(shapes(repository.plan())).containsExactly("a: a/x.go");
  }

  @Test
  void whatNobodyAsksForGoes() throws Exception {
    repository.module("a").module("b").commit();
    repository.plan();
    repository.git("rm", "-r", "--quiet", "b");
    repository.git("commit", "--quiet", "-m", "Remove");
    assertThat(entries()).hasSize(2);

    repository.now(PlannedRepository.NOW.plus(Duration.ofDays(20))).plan();
    assertThat(entries()).hasSize(2);
    repository.now(PlannedRepository.NOW.plus(Duration.ofDays(40))).plan();

    assertThat(entries()).hasSize(1);
    assertThat(repository.looked()).isEmpty();
  }
}
