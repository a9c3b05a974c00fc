package dev.untether.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.AssemblyLoader;
import dev.untether.module.AssemblyUnit;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.TreeScope;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.verify.code.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real assembler accepts every case, on every architecture that builds it and with every
 * combination of the names that it tests, and what it makes of it differs by the instructions that
 * the recipe is about and by nothing else.
 */
final class AssembledCasesTest {
  private static final Pattern CONDITION = Pattern.compile("(?m)^\\s*#ifn?def\\s+(\\w+)");
  private static final int WORKERS = 2;

  @ParameterizedTest
  @CsvSource({
    "local, drop-load-g-from-crosscall2",
    "go1.27.4, drop-load-g-from-crosscall2",
    "local, inline-g-in-setg-trampoline",
    "go1.27.4, inline-g-in-setg-trampoline"
  })
  void machineCodeDiffersByTheIntendedInstructionsOnly(String toolchain, String recipe)
      throws Exception {
    Assembler assembler = Assembler.require(toolchain);
    boolean replaces = recipe.startsWith("inline-g");
    List<Build> builds = new ArrayList<>();
    for (Path folder : RecipeCase.foldersOf(Path.of("recipes", recipe))) {
      builds.addAll(buildsOf(folder));
    }
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    Map<Path, Integer> calls = new TreeMap<>();
    Set<Path> changed = new TreeSet<>();
    List<String> problems = new ArrayList<>();
    try {
      List<Future<MachineCodeDiff>> diffs = new ArrayList<>();
      for (Build build : builds) {
        diffs.add(workers.submit(() -> build.compare(assembler)));
      }
      for (int i = 0; i < builds.size(); i++) {
        MachineCodeDiff diff = diffs.get(i).get();
        Build build = builds.get(i);
        diff.problems().forEach(problem -> problems.add(build + ": " + problem));
        if ((replaces ? diff.removed() : diff.replaced()) > 0) {
          problems.add(build + ": the other recipe's change");
        }
        calls.merge(build.before(), diff.removed() + diff.replaced(), Integer::sum);
        if (Files.mismatch(build.before(), build.after()) >= 0) {
          changed.add(build.before());
        }
      }
    } finally {
      workers.shutdownNow();
    }
    assertThat(problems).isEmpty();
    assertThat(builds).hasSizeGreaterThan(50);
    assertThat(changed).isNotEmpty();
    calls.values().removeIf(count -> count == 0);
    assertThat(calls.keySet()).as("files that lose a call").isEqualTo(changed);
  }

  /** One way of building one file of a case. */
  private record Build(Path before, Path after, Target target, Set<String> defined) {

    MachineCodeDiff compare(Assembler assembler) throws IOException, InterruptedException {
      Listing old = assembler.assemble(before, target, "example.com/p", defined);
      Listing now = assembler.assemble(after, target, "example.com/p", defined);
      return MachineCodeDiff.of(old, now);
    }
  }

  private static List<Build> buildsOf(Path folder) throws IOException {
    ModuleTree tree = ModuleTree.discover(folder.resolve("before"), TreeScope.EVERYTHING);
    AssemblyLoader loader = new AssemblyLoader(tree, Targets.known().releases());
    List<Build> builds = new ArrayList<>();
    for (SourceFile file : tree.files()) {
      if (file.kind() != SourceKind.ASM) {
        continue;
      }
      AssemblyUnit unit = loader.load(file).unit().orElseThrow();
      Map<String, Target> architectures = new TreeMap<>();
      for (Target target : unit.targets()) {
        if (target.goos().equals("linux")) {
          architectures.put(target.goarch(), target);
        }
      }
      assertThat(architectures).as("architectures of %s", file).isNotEmpty();
      Path before = file.absolute();
      Path changed = folder.resolve("after").resolve(file.relative()).toAbsolutePath();
      Path after = Files.exists(changed) ? changed : before;
      for (Target target : architectures.values()) {
        for (Set<String> defined : combinationsOf(namesTestedBelow(folder))) {
          builds.add(new Build(before, after, target, defined));
        }
      }
    }
    return builds;
  }

  private static Set<String> namesTestedBelow(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder.resolve("before"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CONDITION
            .matcher(Files.readString(file, UTF_8))
            .results()
            .forEach(it -> names.add(it.group(1)));
      }
    }
    return names;
  }

  private static List<Set<String>> combinationsOf(Set<String> names) {
    List<Set<String>> combinations = new ArrayList<>();
    combinations.add(Set.of());
    for (String name : names) {
      for (Set<String> smaller : List.copyOf(combinations)) {
        Set<String> larger = new TreeSet<>(smaller);
        larger.add(name);
        combinations.add(larger);
      }
    }
    return combinations;
  }
}
