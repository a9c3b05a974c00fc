package dev.untether.module.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares build lists of made-up modules, with all that real ones rarely have, with those that the
 * go command makes of them. The proxy is a directory, so that no network is needed.
 */
final class RandomBuildListOracleTest {
  private static final int SEEDS = 20;

  @TempDir private Path temporary;

  @Test
  void singleModulesHaveTheVersionsThatTheGoCommandSelects() throws Exception {
    Tally tally = new Tally();
    for (int seed = 0; seed < SEEDS; seed++) {
      Path root = temporary.toRealPath().resolve("single" + seed);
      RandomModules modules = new RandomModules(seed, root.resolve("proxy"));
      modules.publish(List.of("example.com/main"));
      modules.main("example.com/main", root.resolve("main"), /* replaces= */ true);
      compare(seed, root, root.resolve("main"), tally);
    }
    assertThat(tally.modules).isGreaterThan(4 * SEEDS);
    assertThat(tally.inconsistent).isBetween(1, SEEDS - 1);
  }

  @Test
  void workspacesHaveTheVersionsThatTheGoCommandSelects() throws Exception {
    Tally tally = new Tally();
    for (int seed = 1000; seed < 1000 + SEEDS; seed++) {
      Path root = temporary.toRealPath().resolve("work" + seed);
      RandomModules modules = new RandomModules(seed, root.resolve("proxy"));
      modules.publish(List.of("example.com/one", "example.com/two"));
      modules.main("example.com/one", root.resolve("one"), /* replaces= */ true);
      modules.main("example.com/two", root.resolve("two"), /* replaces= */ false);
      Files.writeString(root.resolve("go.work"), "go 1.21.0\nuse ./one\nuse (\n\t./two\n)\n");
      compare(seed, root, root.resolve("two"), tally);
    }
    assertThat(tally.modules).isGreaterThan(4 * SEEDS);
  }

  /** What the cases were like: they must not all be trivial. */
  private static final class Tally {
    private int modules;
    private int inconsistent;
  }

  private void compare(int seed, Path root, Path directory, Tally tally) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("GOPROXY", root.resolve("proxy").toUri().toString());
    settings.put("GOMODCACHE", root.resolve("cache").toString());
    settings.put("GONOSUMDB", "*");
    settings.put("GOFLAGS", "-modcacherw");
    GoCommand go = GoCommand.require(settings);

    List<String> listed = new ArrayList<>();
    for (ListedModule module : go.list(directory)) {
      assertThat(module.error()).isEmpty();
      listed.add(
          module.path() + "@" + module.version() + " " + module.indirect() + module.replace());
    }
    BuildList list = BuildList.read(directory, go.environment());

    List<String> read = new ArrayList<>();
    for (BuildModule module : list.modules()) {
      read.add(
          module.path()
              + "@"
              + module.module().version()
              + " "
              + module.isIndirect()
              + module.replacement());
      assertThat(module.why()).as("seed %d", seed).endsWith(module.module());
    }
    assertThat(read).as("seed %d", seed).isEqualTo(listed);
    // The cache holds the go.mod files that the go command read: this must want no others.
    assertThat(list.problems())
        .as("seed %d", seed)
        .noneMatch(problem -> problem.message().contains("a go.mod that is not downloaded"));
    tally.modules += read.size();
    tally.inconsistent +=
        list.problems().stream().anyMatch(p -> p.rule().equals(BuildList.MODULE_GRAPH)) ? 1 : 0;
  }
}
