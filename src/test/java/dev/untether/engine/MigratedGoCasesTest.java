package dev.untether.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.golang.Declaration;
import dev.untether.golang.GoFile;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What recipes make of Go code is Go code: formatted, compiled by the real toolchains on each
 * target that some file is for, with one declaration of each name in every build, and as the tests
 * in it say. New recipe folders are found by themselves.
 */
final class MigratedGoCasesTest {
  private static final Path RECIPES = Path.of("recipes");
  private static final List<String> TOOLCHAINS = List.of("go1.26.11", "go1.27.4");

  /** The last release before most replacements: it builds the halves that keep their directive. */
  private static final String OLD_TOOLCHAIN = "go1.21.13";

  private static final int OLD_RELEASE = 21;
  private static final Target HOST = Target.parse("linux/amd64");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> theResultIsFormattedAsGofmtDoes() {
    return cases()
        .map(
            directory ->
                test(
                    directory,
                    () -> {
                      List<String> command = new ArrayList<>(List.of("gofmt", "-l"));
                      goFiles(directory.resolve("after")).stream()
                          .filter(file -> !text(file).contains("\r"))
                          .forEach(file -> command.add(file.toAbsolutePath().toString()));
                      assertThat(run(scratch, command)).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyBuildDeclaresWhatItDidOnce() {
    return cases().map(directory -> test(directory, () -> compareBuilds(directory)));
  }

  @TestFactory
  Stream<DynamicTest> theResultCompilesOnEveryTargetThatAFileIsFor() {
    return cases().map(directory -> test(directory, () -> compile(directory)));
  }

  private static DynamicTest test(Path directory, Executable executable) {
    return DynamicTest.dynamicTest(RECIPES.relativize(directory).toString(), executable);
  }

  private static void compareBuilds(Path directory) {
    Map<String, GoSource> before = sources(directory.resolve("before"));
    Map<String, GoSource> after = sources(directory.resolve("after"));
    Set<String> tags = new TreeSet<>();
    after.values().forEach(source -> tags.addAll(source.constraint().settableTags()));
    for (int release : List.of(18, 21, 22, 23, 24, 25, 26, 27)) {
      for (Target target : Targets.known().of(ReleaseRange.only(release))) {
        for (Set<String> chosen : List.of(Set.<String>of(), tags)) {
          for (boolean cgo : List.of(false, true)) {
            BuildContext context = new BuildContext(target, cgo, chosen, release);
            List<String> names = declared(after, context);
            assertThat(names).as("%s", context).containsAll(declared(before, context));
            assertThat(names).as("%s", context).doesNotHaveDuplicates();
          }
        }
      }
    }
  }

  private record GoSource(String directory, GoFile file, BuildConstraint constraint) {}

  private static Map<String, GoSource> sources(Path root) {
    Map<String, GoSource> sources = new TreeMap<>();
    for (Path path : goFiles(root)) {
      String name = root.relativize(path).toString();
      SourceText text = SourceText.of(text(path));
      String directory = name.substring(0, name.lastIndexOf('/') + 1);
      sources.put(
          name, new GoSource(directory, GoFile.parse(name, text), BuildConstraint.of(name, text)));
    }
    return sources;
  }

  private static List<String> declared(Map<String, GoSource> sources, BuildContext context) {
    List<String> names = new ArrayList<>();
    for (GoSource source : sources.values()) {
      if (source.constraint().matches(context)) {
        String place =
            source.directory() + source.file().packageClause().map(it -> it.name()).orElse("");
        source.file().declarations().stream()
            .filter(Declaration::isLinkable)
            .forEach(declaration -> names.add(place + "." + declaration.name()));
      }
    }
    return names;
  }

  private void compile(Path directory) throws IOException {
    Path copy = Files.createTempDirectory(scratch, "module");
    copy(directory.resolve("after"), copy);
    Path goMod = copy.resolve("go.mod");
    if (!Files.exists(goMod)) {
      Files.writeString(goMod, "module example.com/m\n");
    }
    for (Target target : targets(copy)) {
      for (String toolchain : TOOLCHAINS) {
        build(copy, target, toolchain);
      }
      if (text(goMod).matches("(?s).*\ngo 1\\.(1[0-9]|20|21)\n.*")) {
        build(copy, target, OLD_TOOLCHAIN);
      }
    }
  }

  private void build(Path module, Target target, String toolchain) {
    String cgo = target.equals(HOST) ? "1" : "0";
    List<String> settings =
        List.of(
            "env",
            "GOTOOLCHAIN=" + toolchain,
            "GOOS=" + target.goos(),
            "GOARCH=" + target.goarch(),
            "CGO_ENABLED=" + cgo,
            "GOFLAGS=",
            "GOWORK=off");
    List<List<String>> commands = new ArrayList<>();
    commands.add(List.of("go", "build", "./..."));
    commands.add(List.of("go", "vet", "./..."));
    boolean hasTests =
        goFiles(module).stream().anyMatch(file -> file.toString().endsWith("_test.go"));
    // What old releases link, only their linker knows; tests are about the new code.
    if (hasTests && target.equals(HOST) && !toolchain.equals(OLD_TOOLCHAIN)) {
      commands.add(List.of("go", "test", "./..."));
    }
    for (List<String> command : commands) {
      List<String> whole = new ArrayList<>(settings);
      whole.addAll(command);
      run(module, whole);
    }
  }

  /** Returns the host, and for each file that it does not build one target that does. */
  private static Set<Target> targets(Path module) {
    Set<Target> targets = new LinkedHashSet<>(Set.of(HOST));
    ReleaseRange releases = new ReleaseRange(OLD_RELEASE, Targets.known().releases().last());
    for (GoSource source : sources(module).values()) {
      SortedSet<Target> its = source.constraint().targets(Targets.known(), releases);
      if (!its.isEmpty() && its.stream().noneMatch(targets::contains)) {
        targets.add(its.stream().filter(it -> !needsCgo(it)).findFirst().orElse(its.first()));
      }
    }
    return targets;
  }

  /** Returns whether the go command refuses to do anything for a target without a C compiler. */
  private static boolean needsCgo(Target target) {
    return Set.of("android", "ios").contains(target.goos());
  }

  private static String run(Path directory, List<String> command) {
    byte[] printed = new Command(directory).run(new byte[0], command.toArray(String[]::new));
    return new String(printed, StandardCharsets.UTF_8);
  }

  /** Returns the cases of all recipes in which Go files change. */
  private static Stream<Path> cases() {
    try (Stream<Path> paths = Files.walk(RECIPES, /* maxDepth= */ 5)) {
      return paths
          .filter(path -> path.endsWith("after") && !goFiles(path).isEmpty())
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> goFiles(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> path.toString().endsWith(".go")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path place = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(place);
        } else {
          Files.copy(path, place);
        }
      }
    }
  }
}
