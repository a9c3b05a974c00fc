package dev.untether.module.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BuildListTest {
  @TempDir private Path temporary;

  private Path cache;
  private Path main;

  @BeforeEach
  void layOut() throws IOException {
    cache = Files.createDirectories(temporary.toRealPath().resolve("cache"));
    main = Files.createDirectories(temporary.toRealPath().resolve("main"));
  }

  @Test
  void isEmptyWithoutAnyGoMod() {
    BuildList list = read(main);

    assertThat(list.origin()).isEqualTo(BuildList.Origin.NONE);
    assertThat(list.modules()).isEmpty();
    assertThat(list.problems()).isEmpty();
  }

  @Test
  void tellsOfEachModuleWhereItIsAndWhy() throws IOException {
    goMod("go 1.21\nrequire a.b/c v1.0.0\nrequire a.b/d v1.1.0 // indirect\n");
    published("a.b/c", "v1.0.0", "go 1.20\nrequire a.b/d v1.0.0\n");
    published("a.b/d", "v1.1.0", "go 1.19\n");

    BuildList list = read(main);

    assertThat(list.origin()).isEqualTo(BuildList.Origin.GO_MOD);
    assertThat(list.problems()).isEmpty();
    BuildModule d = list.module("a.b/d").orElseThrow();
    assertThat(d.module()).hasToString("a.b/d@v1.1.0");
    assertThat(d.isMain()).isFalse();
    assertThat(d.isIndirect()).isTrue();
    assertThat(d.isRelevant()).isTrue();
    assertThat(d.directory()).contains(cache.resolve("a.b/d@v1.1.0"));
    assertThat(d.goVersion()).contains("1.19");
    assertThat(d.replacement()).isEmpty();
    assertThat(d.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(d.why()).hasToString("[m.test/main, a.b/c@v1.0.0, a.b/d@v1.1.0]");
    assertThat(list.modules().get(0).directory()).contains(main);
    assertThat(list.module("a.b/e")).isEmpty();
  }

  @Test
  void findsTheModuleOfAPackageByTheLongestPath() throws IOException {
    goMod("go 1.21\nrequire a.b/c v1.0.0\nrequire a.b/c/d v1.0.0\n");

    BuildList list = read(main);

    assertThat(list.moduleOfPackage("a.b/c/d/e").orElseThrow().path()).isEqualTo("a.b/c/d");
    assertThat(list.moduleOfPackage("a.b/c/de").orElseThrow().path()).isEqualTo("a.b/c");
    assertThat(list.moduleOfPackage("a.b/cd")).isEmpty();
    assertThat(list.moduleOfPackage("fmt")).isEmpty();
  }

  @Test
  void leavesOutWhatRequirementsOfPrunedModulesRequire() throws IOException {
    goMod("go 1.17\nrequire a.b/c v1.0.0\n");
    published("a.b/c", "v1.0.0", "go 1.17\nrequire a.b/d v1.0.0\n");
    published("a.b/d", "v1.0.0", "require a.b/e v1.0.0\n");

    BuildList list = read(main);

    assertThat(versions(list)).isEqualTo("m.test/main a.b/c@v1.0.0 a.b/d@v1.0.0");
    assertThat(list.module("a.b/d").orElseThrow().isRelevant()).isFalse();
  }

  @Test
  void followsEveryRequirementOfModulesThatAreOlder() throws IOException {
    goMod("go 1.16\nrequire a.b/c v1.0.0\n");
    published("a.b/c", "v1.0.0", "go 1.17\nrequire a.b/d v1.0.0\n");
    published("a.b/d", "v1.0.0", "go 1.17\nrequire a.b/e v1.0.0\n");
    published("a.b/e", "v1.0.0", "");

    assertThat(versions(read(main)))
        .isEqualTo("m.test/main a.b/c@v1.0.0 a.b/d@v1.0.0 a.b/e@v1.0.0");
  }

  @Test
  void survivesCycles() throws IOException {
    goMod("go 1.16\nrequire a.b/c v1.0.0\n");
    published("a.b/c", "v1.0.0", "require a.b/d v1.0.0\n");
    published("a.b/d", "v1.0.0", "require a.b/c v1.1.0\nrequire m.test/main v1.5.0\n");
    published("a.b/c", "v1.1.0", "require a.b/c v1.0.0\nrequire a.b/d v1.0.0\n");
    published("m.test/main", "v1.5.0", "require a.b/c v1.0.0\n");

    BuildList list = read(main);

    assertThat(versions(list)).isEqualTo("m.test/main a.b/c@v1.1.0 a.b/d@v1.0.0");
    assertThat(list.problems())
        .extracting(Finding::toString)
        .containsExactly(
            "go.mod:3:9: warning: a.b/c@v1.0.0 is required, but v1.1.0 is used; run go mod tidy"
                + " [module-graph]");
  }

  @Test
  void saysWhyAlsoWhenOnlyAVersionThatIsNotUsedRequiresAModule() throws IOException {
    goMod("go 1.16\nrequire a.b/c v1.0.0\nrequire a.b/d v1.0.0\n");
    published("a.b/c", "v1.0.0", "require a.b/e v1.0.0\n");
    published("a.b/c", "v1.1.0", "");
    published("a.b/d", "v1.0.0", "require a.b/c v1.1.0\n");
    published("a.b/e", "v1.0.0", "");

    assertThat(read(main).module("a.b/e").orElseThrow().why())
        .hasToString("[m.test/main, a.b/c@v1.0.0, a.b/e@v1.0.0]");
  }

  @Test
  void leavesExcludedVersionsOut() throws IOException {
    goMod("go 1.16\nrequire a.b/c v1.0.0\nexclude a.b/d v1.1.0\n");
    published("a.b/c", "v1.0.0", "require a.b/d v1.1.0\nrequire a.b/d v1.0.0\n");
    published("a.b/d", "v1.0.0", "");

    assertThat(versions(read(main))).isEqualTo("m.test/main a.b/c@v1.0.0 a.b/d@v1.0.0");
  }

  @Test
  void takesReplacedModulesFromElsewhereAndSaysSoOutside() throws IOException {
    goMod(
        """
        go 1.21
        require a.b/c v1.0.0
        require a.b/d v1.0.0
        require a.b/e v1.0.0
        replace a.b/c => ./c
        replace a.b/d v1.0.0 => ../d
        replace a.b/e => x.y/e v1.2.0
        """);
    write(main.resolve("c/go.mod"), "module whatever\ngo 1.18\n");
    write(main.resolveSibling("d/go.mod"), "");
    published("x.y/e", "v1.2.0", "");

    BuildList list = read(main);

    assertThat(list.module("a.b/c").orElseThrow().directory()).contains(main.resolve("c"));
    assertThat(list.module("a.b/c").orElseThrow().goVersion()).contains("1.18");
    assertThat(list.module("a.b/d").orElseThrow().replacement())
        .contains(new ModuleVersion("../d", ""));
    assertThat(list.module("a.b/e").orElseThrow().directory())
        .contains(cache.resolve("x.y/e@v1.2.0"));
    assertThat(list.problems())
        .extracting(Finding::toString)
        .containsExactly(
            "go.mod:7:9: note: takes a.b/d from outside the module: "
                + main.resolveSibling("d")
                + " [module-replaced-outside]");
  }

  @Test
  void reportsReplacementsThatLeadNowhere() throws IOException {
    goMod(
        """
        go 1.21
        require a.b/c v1.0.0
        replace a.b/c => ./missing
        replace a.b/e => x.y/e latest
        replace a.b/f => ./one
        replace a.b/f => ./two
        """);

    assertThat(messages(read(main)))
        .anyMatch(m -> m.contains("a.b/c@v1.0.0 is replaced by a directory without a go.mod"))
        .anyMatch(m -> m.contains("Go does not take this replacement for a.b/e: x.y/e"))
        .anyMatch(m -> m.contains("a second replacement for a.b/f; the first one counts: ./one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "master", "v1", "v1.2", "v1.0.0+meta", "v01.0.0", "v1.0.0/.."})
  void reportsVersionsThatOnlyTheNetworkCouldTell(String version) throws IOException {
    goMod("go 1.21\nrequire a.b/c " + version + "\n");

    BuildList list = read(main);

    assertThat(versions(list)).isEqualTo("m.test/main");
    assertThat(list.problems())
        .extracting(Finding::toString)
        .containsExactly(
            "go.mod:3:9: error: a.b/c "
                + version
                + ": is not a full version; run go mod tidy [module-graph]");
  }

  @Test
  void reportsVersionsThatAPathCannotHave() throws IOException {
    goMod("go 1.21\nrequire a.b/c v2.0.0\nrequire a.b/d/v3 v3.0.0\n");

    assertThat(messages(read(main)))
        .contains("a.b/c v2.0.0: is not a version that a module of this path can have");
  }

  @Test
  void asksForNothingOutsideTheCache() throws IOException {
    goMod("go 1.16\nrequire ../../../etc v1.0.0\nrequire a.b/../../c v1.0.0\n");
    write(temporary.resolve("cache/c@v1.0.0/go.mod"), "module c\nrequire a.b/stolen v1.0.0\n");

    BuildList list = read(main);

    assertThat(versions(list)).doesNotContain("stolen");
    assertThat(list.modules()).filteredOn(m -> !m.isMain()).allMatch(m -> m.directory().isEmpty());
    assertThat(list.problems()).hasSize(2).allMatch(p -> p.rule().equals("module-not-downloaded"));
  }

  @Test
  void ranksWhatIsMissingByWhetherTheBuildNeedsIt() throws IOException {
    goMod("go 1.21\nrequire a.b/c v1.0.0\n");
    published("a.b/c", "v1.0.0", "require a.b/d v1.0.0\n");

    BuildList list = read(main);

    assertThat(versions(list)).isEqualTo("m.test/main a.b/c@v1.0.0 a.b/d@v1.0.0");
    assertThat(list.problems()).hasSize(1);
    assertThat(list.problems().get(0).severity()).isEqualTo(Severity.NOTE);
    assertThat(list.problems().get(0).message())
        .endsWith("is not downloaded: run go mod download a.b/d");
  }

  @Test
  void reportsDownloadsThatGoSumDoesNotVouchFor() throws IOException {
    goMod("go 1.21\nrequire a.b/c v1.0.0\nrequire a.b/d v1.0.0\n");
    published("a.b/c", "v1.0.0", "");
    published("a.b/d", "v1.0.0", "");
    write(main.resolve("go.sum"), "broken\na.b/c v1.0.0 h1:other=\na.b/d v1.0.0/go.mod h1:x=\n");

    BuildList list = read(main);

    assertThat(list.problems())
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.WARNING);
    assertThat(list.module("a.b/c").orElseThrow().verification()).isEqualTo(Verification.MISMATCH);
    assertThat(list.module("a.b/d").orElseThrow().verification()).isEqualTo(Verification.UNKNOWN);
  }

  @Test
  void reportsAGoModThatBelongsToAnotherModule() throws IOException {
    goMod("go 1.21\nrequire a.b/c v1.0.0\n");
    published("a.b/c", "v1.0.0", "");
    write(download("a.b/c").resolve("v1.0.0.mod"), "module x.y/renamed\n");

    assertThat(messages(read(main)))
        .containsExactly("a.b/c@v1.0.0 calls itself x.y/renamed in its go.mod");
  }

  @Test
  void usesVendoredModulesThatFitTheGoMod() throws IOException {
    goMod("go 1.21\nrequire a.b/c v1.0.0\nrequire a.b/d v1.0.0 // indirect\n");
    write(
        main.resolve("vendor/modules.txt"),
        """
        # a.b/c v1.0.0
        ## explicit; go 1.20
        a.b/c
        a.b/c/sub
        # a.b/d v1.0.0
        ## explicit
        """);
    Files.createDirectories(main.resolve("vendor/a.b/c/sub"));

    BuildList list = read(main);

    assertThat(list.origin()).isEqualTo(BuildList.Origin.VENDOR);
    assertThat(list.problems()).isEmpty();
    BuildModule c = list.module("a.b/c").orElseThrow();
    assertThat(c.directory()).contains(main.resolve("vendor/a.b/c"));
    assertThat(c.goVersion()).contains("1.20");
    assertThat(c.why()).hasToString("[m.test/main, a.b/c@v1.0.0]");
    assertThat(list.module("a.b/d").orElseThrow().directory()).isEmpty();
    assertThat(list.module("a.b/d").orElseThrow().isRelevant()).isFalse();
  }

  @Test
  void passesOverVendoredModulesThatDoNotFit() throws IOException {
    goMod("go 1.21\nrequire a.b/c v1.1.0\nreplace a.b/c => ./c\n");
    write(main.resolve("c/go.mod"), "module a.b/c\n");
    write(
        main.resolve("vendor/modules.txt"), "# a.b/c v1.0.0\n## explicit\na.b/c\n# a.b/e => ./e\n");

    BuildList list = read(main);

    assertThat(list.origin()).isEqualTo(BuildList.Origin.GO_MOD);
    assertThat(versions(list)).isEqualTo("m.test/main a.b/c@v1.1.0");
    assertThat(messages(list))
        .containsExactlyInAnyOrder(
            "a.b/c@v1.1.0 is required by go.mod, but not listed as explicit; run go mod vendor",
            "a.b/c@v1.0.0 is listed as explicit, but not required by go.mod; run go mod vendor",
            "a.b/c is replaced by ./c, but listed with nothing; run go mod vendor",
            "a.b/e is replaced by nothing, but listed with ./e; run go mod vendor");
  }

  @Test
  void passesOverAVendorDirectoryWhereGoDoes() throws IOException {
    write(main.resolve("vendor/modules.txt"), "# a.b/c v1.0.0\n## explicit\na.b/c\n");
    Map<String, String> flags = Map.of("GOFLAGS", "-v -mod=mod");

    goMod("go 1.13\nrequire a.b/c v1.0.0\n");
    assertThat(read(main).origin()).isEqualTo(BuildList.Origin.GO_MOD);
    goMod("go 1.14\nrequire a.b/c v1.0.0\n");
    assertThat(read(main).origin()).isEqualTo(BuildList.Origin.VENDOR);
    assertThat(read(main, flags).origin()).isEqualTo(BuildList.Origin.GO_MOD);
    write(main.resolve("vendor/modules.txt"), "## workspace\n# a.b/c v1.0.0\n## explicit\na.b/c\n");
    assertThat(read(main).origin()).isEqualTo(BuildList.Origin.GO_MOD);
  }

  @Test
  void joinsTheModulesOfAWorkspace() throws IOException {
    goMod("go 1.21\nrequire m.test/other v0.0.0\n");
    write(main.resolve("other/go.mod"), "module m.test/other\ngo 1.21\nrequire a.b/c v1.0.0\n");
    write(main.resolve("go.work"), "go 1.21\nuse .\nuse ./other\nuse ./gone\nuse ./other/\n");
    published("a.b/c", "v1.0.0", "");

    BuildList list = read(main.resolve("other"));

    assertThat(list.origin()).isEqualTo(BuildList.Origin.GO_WORK);
    assertThat(versions(list)).isEqualTo("m.test/main m.test/other a.b/c@v1.0.0");
    assertThat(list.module("a.b/c").orElseThrow().why())
        .hasToString("[m.test/other, a.b/c@v1.0.0]");
    assertThat(messages(list))
        .contains("there is no go.mod in ./gone", "the directory is used twice");
  }

  @Test
  void takesAModuleByItselfThatTheWorkspaceDoesNotUse() throws IOException {
    goMod("go 1.21\n");
    write(main.resolve("other/go.mod"), "module m.test/other\ngo 1.21\n");
    write(main.resolve("go.work"), "go 1.21\nuse ./other\n");

    assertThat(versions(read(main))).isEqualTo("m.test/main");
    assertThat(messages(read(main))).hasSize(1).allMatch(m -> m.startsWith("does not use"));
    assertThat(messages(read(main, Map.of("GOWORK", "off")))).isEmpty();
  }

  @Test
  void isNotFooledBySymbolicLinks() throws IOException {
    Files.createSymbolicLink(main.resolve("go.work"), main.resolve("go.work"));
    Files.createSymbolicLink(main.resolve("go.sum"), main);
    goMod("go 1.21\nrequire a.b/c v1.0.0\nreplace a.b/c => ./loop\n");
    Files.createSymbolicLink(main.resolve("loop"), main.resolve("loop"));

    BuildList list = read(main);

    assertThat(versions(list)).isEqualTo("m.test/main a.b/c@v1.0.0");
    assertThat(list.module("a.b/c").orElseThrow().directory()).isEmpty();
    assertThat(list.problems()).hasSize(1);
  }

  @Test
  void refusesAGoModThatIsNoText() throws IOException {
    Files.write(main.resolve("go.mod"), new byte[] {'m', 0, 'd'});

    BuildList list = read(main);

    assertThat(list.origin()).isEqualTo(BuildList.Origin.NONE);
    assertThat(list.problems()).extracting(Finding::rule).containsExactly("binary-file");
  }

  @Test
  void readsAGoModOfManyModules() throws IOException {
    StringBuilder lines = new StringBuilder("go 1.21\nrequire (\n");
    for (int i = 0; i < 20_000; i++) {
      lines.append("\ta.b/c").append(i).append(" v1.0.").append(i).append(" // indirect\n");
    }
    goMod(lines.append(")\n").toString());

    BuildList list = read(main);

    assertThat(list.modules()).hasSize(20_001);
    assertThat(list.problems()).hasSize(20_000);
  }

  @Test
  void writesNothing() throws IOException {
    goMod("go 1.16\nrequire a.b/c v1.0.0\nrequire a.b/d v1.0.0\n");
    published("a.b/c", "v1.0.0", "require a.b/e v1.0.0\n");
    List<String> before = everything();

    read(main);

    assertThat(everything()).isEqualTo(before);
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.map(Path::toString).sorted().collect(Collectors.toList());
    }
  }

  private BuildList read(Path directory) {
    return read(directory, Map.of());
  }

  private BuildList read(Path directory, Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("GOMODCACHE", cache.toString());
    return BuildList.read(directory, GoEnvironment.of(all, temporary.resolve("home"), "Linux"));
  }

  private void goMod(String lines) throws IOException {
    write(main.resolve("go.mod"), "module m.test/main\n" + lines);
  }

  /** Puts a module into the cache, and its checksum into the go.sum of the main module. */
  private void published(String path, String version, String lines) throws IOException {
    write(download(path).resolve(version + ".mod"), "module " + path + "\n" + lines);
    write(download(path).resolve(version + ".ziphash"), "h1:" + path + version);
    Files.createDirectories(cache.resolve(path + "@" + version));
    Path sums = main.resolve("go.sum");
    String known = Files.exists(sums) ? Files.readString(sums) : "";
    write(sums, known + path + " " + version + " h1:" + path + version + "\n");
  }

  private Path download(String path) {
    return cache.resolve("cache/download").resolve(path).resolve("@v");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String versions(BuildList list) {
    return list.modules().stream()
        .map(module -> module.module().toString())
        .collect(Collectors.joining(" "));
  }

  private static List<String> messages(BuildList list) {
    return list.problems().stream().map(Finding::message).toList();
  }
}
