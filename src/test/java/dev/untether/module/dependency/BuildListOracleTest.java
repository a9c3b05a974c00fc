package dev.untether.module.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares build lists of real modules with those that the go command makes of them. */
final class BuildListOracleTest {
  private static final Path SAMPLES = Path.of("src/test/resources/module/dependency");

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource({
    "pruned, .",
    "unpruned, .",
    "replaced, .",
    "workspace, .",
    "workspace, app",
    "workspace, lib"
  })
  void equalsWhatTheGoCommandLists(String sample, String below) throws Exception {
    GoCommand go = GoCommand.require(Map.of());
    Path directory = copy(sample).resolve(below).normalize();
    go.download(directory, "mod", "download");
    go.download(directory, "list", "-m", "-json", "all");

    List<ListedModule> listed = go.list(directory);
    BuildList list = BuildList.read(directory, go.environment());

    assertThat(list.modules()).hasSizeGreaterThan(4);
    assertThat(described(list)).isEqualTo(listed.stream().map(this::described).toList());
    assertThat(list.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pruned", "unpruned", "replaced", "workspace"})
  void isTheSameFromTheOutputOfTheGoCommand(String sample) throws Exception {
    GoCommand go = GoCommand.require(Map.of());
    Path directory = copy(sample);
    go.download(directory, "mod", "download");

    BuildList listed = BuildList.fromGoList(directory, go.list(directory));
    BuildList read = BuildList.read(directory, go.environment());

    assertThat(listed.origin()).isEqualTo(BuildList.Origin.GO_LIST);
    assertThat(described(listed)).isEqualTo(described(read));
    assertThat(listed.problems()).isEmpty();
    for (BuildModule module : read.modules()) {
      BuildModule other = listed.module(module.path()).orElseThrow();
      assertThat(other.why()).as(module.path()).isEqualTo(module.why());
      assertThat(other.isRelevant()).as(module.path()).isEqualTo(module.isRelevant());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pruned", "unpruned", "replaced"})
  void chainsAreMadeOfRequirementsThatTheGoCommandKnows(String sample) throws Exception {
    GoCommand go = GoCommand.require(Map.of());
    Path directory = copy(sample);
    go.download(directory, "mod", "download");
    TreeSet<String> edges = new TreeSet<>();
    for (String line : go.run(directory, "mod", "graph").lines().toList()) {
      edges.add(line.replaceAll("@[^ ]*$", ""));
    }

    BuildList list = BuildList.read(directory, go.environment());

    for (BuildModule module : list.modules()) {
      List<ModuleVersion> why = module.why();
      assertThat(why).as(module.path()).endsWith(module.module());
      assertThat(list.modules().get(0).module()).isEqualTo(why.get(0));
      for (int i = 1; i < why.size(); i++) {
        assertThat(edges).contains(why.get(i - 1) + " " + why.get(i).path());
      }
    }
  }

  @Test
  void chainsTellWhoNeedsWhatOnlyAnIndirectLineNames() throws Exception {
    GoCommand go = GoCommand.require(Map.of());
    Path directory = copy("pruned");
    go.download(directory, "mod", "download");

    BuildList list = BuildList.read(directory, go.environment());

    assertThat(list.module("github.com/cloudwego/iasm").orElseThrow().why())
        .extracting(ModuleVersion::path)
        .containsExactly(
            "example.com/pruned",
            "github.com/bytedance/sonic",
            "github.com/bytedance/sonic/loader",
            "github.com/cloudwego/iasm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pruned", "replaced"})
  void takesVersionsAndPlacesOfVendoredModulesFromTheirList(String sample) throws Exception {
    GoCommand go = GoCommand.require(Map.of());
    Path directory = copy(sample);
    go.download(directory, "mod", "vendor");
    BuildList vendored = BuildList.read(directory, go.environment());
    TreeSet<String> built = new TreeSet<>();
    String format = "{{with .Module}}{{.Path}}{{end}}";
    go.run(directory, "list", "-deps", "-f", format, "./...")
        .lines()
        .filter(line -> !line.isEmpty())
        .forEach(built::add);

    assertThat(vendored.origin()).isEqualTo(BuildList.Origin.VENDOR);
    assertThat(vendored.problems()).allMatch(p -> p.rule().equals(BuildList.REPLACED_OUTSIDE));
    for (String path : built) {
      BuildModule module = vendored.module(path).orElseThrow();
      String version = go.run(directory, "list", "-m", "-f", "{{.Version}}", path).strip();
      assertThat(module.module().version()).as(path).isEqualTo(version);
      assertThat(module.isRelevant()).as(path).isTrue();
      assertThat(module.directory().orElseThrow()).isDirectory();
    }
  }

  @Test
  void saysWhatIsNotDownloadedAndStillListsTheRest() throws Exception {
    GoCommand go = GoCommand.require(Map.of());
    Path directory = copy("pruned");
    GoEnvironment elsewhere =
        GoEnvironment.of(Map.of("GOMODCACHE", temporary.resolve("none").toString()), temporary);

    BuildList list = BuildList.read(directory, elsewhere);

    assertThat(go.run(directory, "env", "GOVERSION")).startsWith("go1.");
    assertThat(list.modules()).hasSize(10);
    assertThat(list.modules()).filteredOn(BuildModule::isMain).hasSize(1);
    assertThat(list.problems())
        .hasSize(9)
        .extracting(Finding::toString)
        .contains(
            "go.mod:7:2: warning: github.com/ebitengine/purego@v0.8.0 has a go.mod that is not"
                + " downloaded: run go mod download github.com/ebitengine/purego"
                + " [module-not-downloaded]");
    assertThat(temporary.resolve("none")).doesNotExist();
  }

  private List<String> described(BuildList list) {
    return list.modules().stream().map(this::described).toList();
  }

  private String described(BuildModule module) {
    // Go tells no directory of a module that go.sum does not vouch for.
    boolean isTold = module.verification() != Verification.UNKNOWN;
    return described(
        module.module(),
        module.isIndirect(),
        module.replacement(),
        module.directory().filter(d -> isTold));
  }

  private String described(ListedModule module) {
    ModuleVersion version = new ModuleVersion(module.path(), module.version());
    return described(version, module.indirect(), module.replace(), module.dir());
  }

  private String described(
      ModuleVersion module,
      boolean indirect,
      Optional<ModuleVersion> replacement,
      Optional<Path> directory) {
    return module
        + (indirect ? " indirect" : "")
        + replacement.map(r -> " => " + r).orElse("")
        + directory.map(d -> " in " + d).orElse("");
  }

  private Path copy(String sample) throws IOException {
    Path target = temporary.toRealPath().resolve(sample);
    try (Stream<Path> files = Files.walk(SAMPLES.resolve(sample))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(SAMPLES.resolve(sample).relativize(file).toString()));
      }
    }
    return target;
  }
}
