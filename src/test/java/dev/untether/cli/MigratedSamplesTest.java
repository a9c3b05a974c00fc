package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.untether.cli.option.ExitCode;
import dev.untether.engine.GoProject;
import dev.untether.engine.GoProject.Result;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.Composition;
import dev.untether.recipe.folder.RecipeCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The samples, migrated from end to end with what Go 1.27 asks for: real toolchains build them,
 * their own tests pass, and there is nothing left to do.
 */
final class MigratedSamplesTest {
  private static final String RELEASE = "release/go1.27";
  private static final String NEWEST = "go1.27.4";

  @TempDir Path directory;

  private Path sample = Path.of("");

  @BeforeEach
  void oneDirectory() {
    sample = directory.resolve("sample");
  }

  @ParameterizedTest
  @CsvSource({
    "fastrand, go1.21.13",
    "fastrand, go1.22.12",
    "fastrand, go1.26.11",
    "fastrand, go1.27.4",
    "legacy-linknames, go1.21.13",
    "legacy-linknames, go1.22.12",
    "legacy-linknames, go1.26.11",
    "legacy-linknames, go1.27.4",
    "monorepo, go1.22.12",
    "monorepo, go1.26.11",
    "monorepo, go1.27.4"
  })
  void theMigratedModulesPassTheirTests(String name, String toolchain) throws Exception {
    migrate(name);

    for (Path module : modules()) {
      GoProject project = GoProject.require(module, toolchain);
      Result result = project.go("amd64", "test", "./...");
      assertThat(result.exit()).as("%s: %s", module, result.output()).isZero();
      assertThat(project.go("amd64", "vet", "./...").exit()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fastrand, amd64",
    "legacy-linknames, 386",
    "legacy-linknames, amd64",
    "legacy-linknames, arm64",
    "legacy-linknames, riscv64",
    "monorepo, amd64",
    "monorepo, arm64"
  })
  void theMigratedModulesLinkForEachTargetThatTheyHaveAssemblyFor(String name, String goarch)
      throws Exception {
    migrate(name);

    for (Path module : modules()) {
      // Only what is linked meets the linker: a program, or the binary of a package's tests.
      GoProject project = GoProject.require(module, NEWEST);
      Result result = project.go(goarch, "test", "-exec", "true", "./...");
      assertThat(result.exit()).as("%s: %s", module, result.output()).isZero();
      if (!project.go(goarch, "list", "-f", "{{.Name}}", "./...").output().contains("main\n")) {
        continue;
      }
      Result built = project.go(goarch, "build", "-o", directory.toString() + "/bin/", "./...");
      assertThat(built.exit()).as("%s: %s", module, built.output()).isZero();
    }
  }

  @Test
  void theModuleThatDidNotLinkDoes() throws Exception {
    GoProject before = GoProject.require(Path.of("samples/legacy-linknames"), NEWEST);
    String binary = directory.resolve("binary").toString();

    assertThat(before.go("amd64", "build", "-o", binary, ".").output())
        .contains("invalid reference to");

    migrate("legacy-linknames");
    Result after = new GoProject(sample, NEWEST).go("amd64", "build", "-o", binary, ".");
    assertThat(after.exit()).as(after.output()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fastrand", "legacy-linknames", "monorepo"})
  void aSecondRunChangesNothing(String name) {
    CommandRun.copy(Path.of("samples", name), sample);
    write();

    CommandRun again = CommandRun.of("migrate", "--check", "--recipe", RELEASE, sample.toString());

    assertThat(again.out()).isEmpty();
    assertThat(again.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void theAssemblyOfTheModuleIsGone() throws IOException {
    CommandRun.copy(Path.of("samples/legacy-linknames"), sample);
    write();

    try (Stream<Path> files = Files.walk(sample)) {
      assertThat(files.filter(file -> file.toString().endsWith(".s"))).isEmpty();
    }
  }

  @Test
  void vendoredAndGeneratedFilesAreReportedAndStay() throws Exception {
    CommandRun.copy(Path.of("samples/monorepo"), sample);
    CommandRun run = write();

    for (String file : List.of("vendor/example.org/ticker/ticker.go", "tools/gen/tick/tick.go")) {
      assertThat(sample.resolve(file))
          .hasSameBinaryContentAs(Path.of("samples/monorepo").resolve(file));
      assumeCutsPulls("nanotime-to-time");
      assertThat(run.err()).contains(file);
    }
  }

  private void migrate(String name) {
    if (name.equals("legacy-linknames")) {
      assumeCutsPulls("linkname-to-exported", "memhash-to-maphash", "pure-go-replacements");
    }
    CommandRun.copy(Path.of("samples", name), sample);
    write();
  }

  private CommandRun write() {
    CommandRun run = CommandRun.of("migrate", "--write", "--recipe", RELEASE, sample.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    return run;
  }

  /** Skips where the composite does not name recipes that the sample cannot do without. */
  private static void assumeCutsPulls(String... recipes) {
    RecipeCatalogue catalogue = RecipeCatalogue.inDirectory(Path.of("recipes"));
    Composition parts = new Composition(catalogue);
    parts.add(catalogue.folder(RELEASE).orElseThrow());
    List<String> ids = parts.recipes().stream().map(Recipe::id).toList();
    if (!ids.containsAll(List.of(recipes))) {
      System.err.println("SKIPPED, NOT PROVEN: " + RELEASE + " lacks one of " + List.of(recipes));
    }
    assumeTrue(ids.containsAll(List.of(recipes)));
  }

  private List<Path> modules() throws IOException {
    try (Stream<Path> files = Files.walk(sample)) {
      return files
          .filter(file -> file.endsWith("go.mod") && !file.toString().contains("/vendor/"))
          .map(Path::getParent)
          .filter(module -> !module.toString().contains("/third_party/"))
          .sorted()
          .toList();
    }
  }
}
