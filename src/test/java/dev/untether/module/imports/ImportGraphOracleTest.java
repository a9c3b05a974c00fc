package dev.untether.module.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.ModuleTree;
import dev.untether.module.imports.Reach.By;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.GoToolchain;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares imports and what is reached through them with what {@code go list -deps} says. */
final class ImportGraphOracleTest {
  private static final Path MODULE =
      Path.of("src/test/resources/imports/several-programs").toAbsolutePath();

  // Of what cgo adds to a package, the go command tells nothing in .Imports.
  private static final String FORMAT =
      "{{.ImportPath}}|{{join .Imports \"|\"}}{{if .CgoFiles}}|unsafe|runtime/cgo|syscall{{end}}";

  @TempDir private Path scratch;

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, true, ''",
    "linux/amd64, false, ''",
    "windows/arm64, false, ''",
    "darwin/arm64, true, special",
    "js/wasm, false, special",
    "plan9/386, false, ''"
  })
  void programsAndTestsOfAModuleReachWhatGoSays(String target, boolean cgo, String tags)
      throws IOException, InterruptedException {
    GoToolchain go = GoToolchain.require("local");
    BuildContext context = context(go, target, cgo, tags);

    agree(go, copyOf(MODULE), context, "./...");
  }

  @ParameterizedTest
  @CsvSource({"linux/amd64, true", "windows/386, false", "aix/ppc64, true", "wasip1/wasm, false"})
  void programsAndTestsOfARealModuleReachWhatGoSays(String target, boolean cgo)
      throws IOException, InterruptedException {
    GoToolchain go = GoToolchain.require("local");
    int modules = 0;
    for (String name : List.of("golang.org/x/sys", "golang.org/x/tools", "golang.org/x/arch")) {
      Optional<Path> module = inModuleCache(go, name);
      if (module.isPresent()) {
        agree(go, module.get(), context(go, target, cgo, ""), "./...");
        modules++;
      }
    }
    Assumptions.assumeTrue(modules > 0, "no golang.org/x module is in the module cache");
  }

  @ParameterizedTest
  @CsvSource({"linux/amd64, true", "windows/arm64, false", "js/wasm, false"})
  void importsOfTheStandardLibraryAreThoseOfGo(String target, boolean cgo)
      throws IOException, InterruptedException {
    GoToolchain go = GoToolchain.require("local");
    BuildContext context = context(go, target, cgo, "");
    Path source = go.goroot().resolve("src");
    ImportGraph graph = ImportGraph.of(ModuleTree.discover(source));

    assertThat(imports(graph, go, source, context, "std")).isGreaterThan(200);
  }

  @ParameterizedTest
  @CsvSource({"linux/amd64, false", "linux/amd64, true", "windows/amd64, false"})
  void aProgramIsLinkedWithThePackagesThatGoSays(String target, boolean cgo)
      throws IOException, InterruptedException {
    GoToolchain go = GoToolchain.require("local");
    BuildContext context = context(go, target, cgo, "");
    Path module = copyOf(MODULE);
    ImportGraph graph =
        ImportGraph.of(ModuleTree.discover(module), List.of(), Optional.of(go.goroot()));

    SortedSet<String> linked = graph.linked(Set.of("example.com/several/cmd/app"), context);

    assertThat(linked)
        .isEqualTo(
            new TreeSet<>(go.list(module, context, "-deps", "-f", "{{.ImportPath}}", "./cmd/app")));
  }

  private static void agree(GoToolchain go, Path module, BuildContext context, String pattern)
      throws IOException, InterruptedException {
    ImportGraph graph = ImportGraph.of(ModuleTree.discover(module));
    Map<String, String> names = new TreeMap<>();
    for (String line : go.list(module, context, "-f", "{{.ImportPath}}|{{.Name}}", pattern)) {
      String[] fields = line.split("\\|", -1);
      names.put(fields[0], fields[1]);
    }
    Set<String> programs = new TreeSet<>();
    String[] mains =
        Stream.concat(
                Stream.of("-deps", "-f", "{{.ImportPath}}"),
                names.keySet().stream().filter(path -> "main".equals(names.get(path))))
            .toArray(String[]::new);
    if (mains.length > 3) {
      programs.addAll(go.list(module, context, mains));
    }
    Set<String> tests = new TreeSet<>();
    for (String line :
        go.list(
            module,
            context,
            "-deps",
            "-test",
            "-f",
            "{{if .ForTest}}{{.ImportPath}}{{end}}",
            pattern)) {
      tests.add(line.replaceAll(" \\[.*", ""));
    }

    Reach reach = graph.reach(context);

    Map<String, By> expected = new TreeMap<>();
    Set<String> ofTests = closureOfTests(go, module, context, pattern);
    for (String path : names.keySet()) {
      if (programs.contains(path)) {
        expected.put(path, By.PROGRAM);
      } else if (ofTests.contains(path)) {
        expected.put(path, By.TEST);
      }
    }
    for (String path : tests) {
      if (path.endsWith("_test")) {
        expected.put(path, By.TEST);
      }
    }
    assertThat(reach.packages()).as(module + " on " + context).isEqualTo(expected);
    imports(graph, go, module, context, pattern);
  }

  /** Returns what the test binaries of a module are linked from. */
  private static Set<String> closureOfTests(
      GoToolchain go, Path module, BuildContext context, String pattern)
      throws IOException, InterruptedException {
    Map<String, List<String>> deps = new HashMap<>();
    for (String line :
        go.list(module, context, "-test", "-f", "{{.ImportPath}}|{{join .Deps \"|\"}}", pattern)) {
      String[] fields = line.split("\\|", -1);
      deps.put(fields[0], Arrays.asList(fields).subList(1, fields.length));
    }
    Set<String> reached = new TreeSet<>();
    deps.forEach(
        (path, all) -> {
          if (path.endsWith(".test")) {
            all.forEach(one -> reached.add(one.replaceAll(" \\[.*", "")));
          }
        });
    return reached;
  }

  /** Compares the imports of every package; returns how many there were. */
  private static int imports(
      ImportGraph graph, GoToolchain go, Path module, BuildContext context, String pattern)
      throws IOException, InterruptedException {
    List<String> lines = go.list(module, context, "-f", FORMAT, pattern);
    for (String line : lines) {
      SortedSet<String> expected = new TreeSet<>(Arrays.asList(line.split("\\|", -1)));
      String path = line.substring(0, line.indexOf('|'));
      expected.removeAll(Set.of(path, "C", ""));
      if (Set.of("runtime/cgo", "runtime/race", "runtime/msan", "runtime/asan").contains(path)) {
        expected.remove("syscall");
      }
      assertThat(graph.imports(path, context)).as(path + " on " + context).isEqualTo(expected);
    }
    return lines.size();
  }

  private static BuildContext context(GoToolchain go, String target, boolean cgo, String tags)
      throws IOException, InterruptedException {
    Set<String> set = tags.isEmpty() ? Set.of() : Set.of(tags);
    return new BuildContext(Target.parse(target), cgo, set, go.release());
  }

  private static Optional<Path> inModuleCache(GoToolchain go, String name)
      throws IOException, InterruptedException {
    Path cache = Path.of(go.moduleCache()).resolve(name);
    if (!Files.isDirectory(cache.resolveSibling(""))) {
      return Optional.empty();
    }
    String prefix = cache.getFileName() + "@";
    try (Stream<Path> paths = Files.list(cache.resolveSibling(""))) {
      return paths
          .filter(path -> path.getFileName().toString().startsWith(prefix))
          .filter(path -> Files.isRegularFile(path.resolve("go.mod")))
          .max(Path::compareTo);
    }
  }

  private Path copyOf(Path module) throws IOException {
    Path copy = scratch.resolve("module");
    try (Stream<Path> paths = Files.walk(module)) {
      for (Path path : paths.collect(Collectors.toList())) {
        Path to = copy.resolve(module.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(to);
        } else {
          Files.copy(path, to);
        }
      }
    }
    return copy;
  }
}
