package dev.untether.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.AccessData;
import dev.untether.access.Outcome;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.golang.Declaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.LinknameDirective;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.report.Command;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What add-build-tags promises, over every target and every release, those that are yet to come
 * among them: a function where there was one, once, and a pull only where the linker takes it.
 */
final class ReleaseFenceTest {
  private static final Path RECIPES = Path.of("recipes");
  private static final ReleaseRange RELEASES = new ReleaseRange(12, 31);

  @TempDir Path scratch;

  private record Source(GoFile file, BuildConstraint constraint) {}

  @TestFactory
  Stream<DynamicTest> everyBuildHasTheFunctionsThatItHadOnce() {
    return Stream.of("add-build-tags", "split-per-target")
        .flatMap(ReleaseFenceTest::cases)
        .map(
            directory ->
                DynamicTest.dynamicTest(
                    RECIPES.relativize(directory).toString(), () -> compare(directory)));
  }

  private static void compare(Path directory) {
    List<Source> before = sources(directory.resolve("before"));
    List<Source> after = sources(directory.resolve("after"));
    Set<String> tags = new TreeSet<>();
    before.forEach(source -> tags.addAll(source.constraint().settableTags()));
    for (int release = RELEASES.first(); release <= RELEASES.last(); release++) {
      for (Target target : Targets.known().of(ReleaseRange.only(release))) {
        for (Set<String> chosen : List.of(Set.<String>of(), tags)) {
          BuildContext context = new BuildContext(target, true, chosen, release);
          assertThat(declared(after, context))
              .as("%s", context)
              .containsExactlyInAnyOrderElementsOf(declared(before, context));
        }
      }
    }
  }

  private static List<String> declared(List<Source> sources, BuildContext context) {
    return sources.stream()
        .filter(source -> source.constraint().matches(context))
        .flatMap(source -> source.file().declarations().stream())
        .map(Declaration::name)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> noBuildHasAPullThatItsLinkerRefuses() {
    return cases("add-build-tags")
        .map(
            directory ->
                DynamicTest.dynamicTest(
                    RECIPES.relativize(directory).toString(), () -> judge(directory)));
  }

  private static void judge(Path directory) {
    for (Source source : sources(directory.resolve("after"))) {
      for (LinknameDirective directive : source.file().directives()) {
        String symbol = directive.target().orElseThrow().text();
        for (int release : AccessData.releases().tailSet(goLine(directory))) {
          AccessData data = AccessData.of(release).orElseThrow();
          for (Target target : Targets.known().of(ReleaseRange.only(release))) {
            if (source.constraint().matches(new BuildContext(target, true, Set.of(), release))) {
              assertThat(data.judge(target, true).judge(new FunctionPull("example.com/m", symbol)))
                  .as("%s in Go 1.%s on %s", symbol, release, target)
                  .returns(Outcome.ACCEPTED, verdict -> verdict.outcome());
            }
          }
        }
      }
    }
  }

  private static int goLine(Path directory) {
    String text = read(directory.resolve("before/go.mod"));
    return Integer.parseInt(text.replaceAll("(?s).*\\ngo 1\\.(\\d+).*", "$1"));
  }

  @Test
  void aProgramThatDidNotLinkDoesAndSaysWhatIsMissing() throws IOException {
    Path program = RECIPES.resolve("add-build-tags/cases/program");
    assertThat(run(program.resolve("before"), "go1.21.13")).isEqualTo("1\n");
    assertThat(run(program.resolve("after"), "go1.21.13")).isEqualTo("1\n");
    assertThat(run(program.resolve("before"), "go1.27.4"))
        .contains("invalid reference to runtime.gcount");
    for (String toolchain : List.of("go1.26.11", "go1.27.4")) {
      assertThat(run(program.resolve("after"), toolchain))
          .isEqualTo(
              "not known: example.com/m.gcount: this release of Go is not known to link"
                  + " runtime.gcount\n");
    }
  }

  /** Returns what a program of a single package prints, or the toolchain about it. */
  private String run(Path from, String toolchain) throws IOException {
    Path copy = Files.createTempDirectory(scratch, "module");
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
    // The first command that needs a toolchain says that it downloads it.
    String command =
        "export GOTOOLCHAIN="
            + toolchain
            + " GOFLAGS= GOWORK=off; go version >/dev/null 2>&1; go run . 2>&1 || true";
    byte[] printed = new Command(copy).run(new byte[0], "sh", "-c", command);
    return new String(printed, StandardCharsets.UTF_8);
  }

  private static Stream<Path> cases(String recipe) {
    try (Stream<Path> paths = Files.list(RECIPES.resolve(recipe).resolve("cases"))) {
      List<Path> found =
          paths.filter(path -> Files.isDirectory(path.resolve("after"))).sorted().toList();
      assertThat(found).isNotEmpty();
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Source> sources(Path root) {
    List<Source> sources = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(it -> it.toString().endsWith(".go")).sorted().toList()) {
        String name = root.relativize(path).toString();
        SourceText text = SourceText.of(read(path));
        sources.add(new Source(GoFile.parse(name, text), BuildConstraint.of(name, text)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
