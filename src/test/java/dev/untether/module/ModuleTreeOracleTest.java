package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.GoToolchain;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares package paths with those that {@code go list} gives, over a whole GOROOT. */
final class ModuleTreeOracleTest {

  @ParameterizedTest
  @ValueSource(strings = {"local", "go1.27.4"})
  void namesThePackagesOfTheStandardLibraryAsGoListDoes(String name) throws Exception {
    GoToolchain go = GoToolchain.require(name);
    Path source = go.goroot().resolve("src").toRealPath();

    ModuleTree tree = ModuleTree.discover(source);

    Map<String, String> found = new TreeMap<>();
    for (SourceFile file : tree.files()) {
      found.put(String.valueOf(file.absolute().getParent()), file.packagePath());
    }
    Map<String, String> listed = go.packagePathsOf(source);
    assertThat(tree.problems()).isEmpty();
    assertThat(listed).hasSizeGreaterThan(400);
    assertThat(found).containsAllEntriesOf(listed);
  }
}
