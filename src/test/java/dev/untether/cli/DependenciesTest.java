package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.Dependencies;
import dev.untether.cli.option.Dependencies.Dependency;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The build list of each module of a tree, with the go command and without. */
@DisabledOnOs(OS.WINDOWS)
final class DependenciesTest {
  private static final String SUM = "h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir Path scratch;
  private Module module = new Module(Path.of(""));
  private Module cache = new Module(Path.of(""));

  @BeforeEach
  void mainModuleWithOneDependencyInTheCache() throws IOException {
    module = Module.in(Files.createDirectories(scratch.resolve("module")).toRealPath());
    cache = new Module(Files.createDirectories(scratch.resolve("cache")).toRealPath());
    module.write("go.mod", "module example.com/m\n\ngo 1.24\n\nrequire example.com/dep v1.0.0\n");
    module.write("go.sum", sums("example.com/dep", "v1.0.0"));
    module.write("m.go", "package m\n");
    download("example.com/dep", "v1.0.0", "module example.com/dep\n\ngo 1.22\n");
    cache.write("example.com/dep@v1.0.0/dep.go", "package dep\n");
  }

  @Test
  void areReadFromTheFilesWithANoteWhereThereIsNoGo() throws Exception {
    Dependencies.Found found = found(Map.of("PATH", ""));

    assertThat(names(found)).containsExactly("example.com/dep@v1.0.0");
    assertThat(found.problems())
        .singleElement()
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.NOTE))
        .extracting(Finding::message)
        .asString()
        .isEqualTo("there is no go on PATH; the build list is made from the go.mod files alone");
  }

  @Test
  void areReadFromTheFilesWithANoteWhereGoFails() throws Exception {
    Dependencies.Found found = found(go("echo 'go.mod requires go >= 1.99' >&2; exit 1"));

    assertThat(names(found)).containsExactly("example.com/dep@v1.0.0");
    assertThat(found.problems())
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .contains("it failed: go.mod requires go >= 1.99");
  }

  @Test
  void areReadFromTheFilesWhereGoPrintsNoList() throws Exception {
    assertThat(names(found(go("echo '{\"Path\":'")))).containsExactly("example.com/dep@v1.0.0");
    assertThat(names(found(go("echo hello")))).containsExactly("example.com/dep@v1.0.0");
    assertThat(names(found(go("true")))).containsExactly("example.com/dep@v1.0.0");
  }

  @Test
  void areThoseThatGoLists() throws Exception {
    Path other = Files.createDirectories(scratch.resolve("other"));
    module.write("go.mod", "module example.com/m\n\ngo 1.24\n\nrequire example.com/o v1.1.0\n");
    String list =
        "{\"Path\":\"example.com/m\",\"Main\":true,\"Dir\":\"%s\",\"GoMod\":\"%s/go.mod\"}"
            + "{\"Path\":\"example.com/o\",\"Version\":\"v1.1.0\",\"Dir\":\"%s\","
            + "\"Error\":{\"Err\":\"module lookup disabled by GOPROXY=off\"}}";
    String printed = list.formatted(module.path(), module.path(), other);

    Dependencies.Found found = found(go("cat <<'END'\n" + printed + "\nEND"));

    assertThat(names(found)).containsExactly("example.com/o@v1.1.0");
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void ofAVendorDirectoryAreNotAskedOfGo() throws Exception {
    module.write(
        "vendor/modules.txt", "# example.com/dep v1.0.0\n## explicit; go 1.22\nexample.com/dep\n");
    module.write("vendor/example.com/dep/dep.go", "package dep\n");

    Dependencies.Found found = found(go("touch " + scratch.resolve("asked")));

    assertThat(names(found)).containsExactly("example.com/dep@v1.0.0");
    assertThat(scratch.resolve("asked")).doesNotExist();
  }

  @Test
  void areThoseOfEveryModuleOfATree() throws Exception {
    module.write("sub/go.mod", "module example.com/s\n\ngo 1.26\n\nrequire example.com/x v0.1.0\n");
    module.write("sub/go.sum", sums("example.com/x", "v0.1.0"));
    module.write("sub/s.go", "package s\n");
    download("example.com/x", "v0.1.0", "module example.com/x\n");
    cache.write("example.com/x@v0.1.0/x.go", "package x\n");

    Dependencies.Found found = found(Map.of("PATH", ""));

    assertThat(names(found)).containsExactly("example.com/dep@v1.0.0", "example.com/x@v0.1.0");
    assertThat(found.dependencies().stream().map(it -> it.language().minor()))
        .as("the languages of the main modules")
        .containsExactly(24, 26);
  }

  @Test
  void ofAWorkspaceAreListedOnceAndBuiltByWhatAllItsModulesAdmit() throws Exception {
    module.write("go.work", "go 1.26\n\nuse (\n\t.\n\t./sub\n)\n");
    module.write(
        "sub/go.mod", "module example.com/s\n\ngo 1.26\n\nrequire example.com/dep v1.0.0\n");
    module.write("sub/s.go", "package s\n");

    Dependencies.Found found = found(Map.of("PATH", ""));

    assertThat(names(found)).containsExactly("example.com/dep@v1.0.0");
    assertThat(found.dependencies().get(0).language().minor()).isEqualTo(26);
  }

  @Test
  void filesHavePathsOfTheModuleThatIsRequired() throws Exception {
    cache.write("example.com/dep@v1.0.0/inner/inner.go", "package inner\n");
    cache.write("example.com/dep@v1.0.0/vendor/a.x/a/a.go", "package a\n");
    cache.write("example.com/dep@v1.0.0/nested/go.mod", "module example.com/nested\n");
    cache.write("example.com/dep@v1.0.0/nested/n.go", "package nested\n");
    Dependency dependency = found(Map.of("PATH", "")).dependencies().get(0);

    ModuleTree tree = ModuleTree.ofDependency(dependency.directory(), dependency.module().path());

    assertThat(tree.files())
        .extracting(SourceFile::packagePath)
        .containsExactly("example.com/dep", "example.com/dep/inner");
  }

  @Test
  void nothingIsWrittenIntoTheModuleCacheOrTheModule() throws Exception {
    Map<Path, String> before = listing();
    Map<String, String> variables = new HashMap<>(System.getenv());

    found(variables);

    assertThat(listing()).isEqualTo(before);
  }

  private Map<Path, String> listing() throws IOException {
    Map<Path, String> listing = new TreeMap<>();
    for (Path root : List.of(cache.directory(), module.directory())) {
      try (Stream<Path> paths = Files.walk(root)) {
        for (Path path : (Iterable<Path>) paths::iterator) {
          String content = Files.isDirectory(path) ? "" : Files.readString(path);
          listing.put(path, Files.getLastModifiedTime(path) + content);
        }
      }
    }
    return listing;
  }

  private Dependencies.Found found(Map<String, String> variables) throws InterruptedException {
    Map<String, String> all = new HashMap<>(variables);
    all.put("GOMODCACHE", cache.path());
    all.put("GOWORK", "");
    all.put("GOFLAGS", "");
    all.put("GOENV", "off");
    return Dependencies.of(ModuleTree.discover(module.directory()), all);
  }

  private Map<String, String> go(String script) throws IOException {
    Path bin = Files.createDirectories(scratch.resolve("bin"));
    GoCommandTest.script(bin.resolve("go"), script);
    return Map.of("PATH", bin + ":" + System.getenv("PATH"));
  }

  private static List<String> names(Dependencies.Found found) {
    return found.dependencies().stream().map(it -> it.module().toString()).toList();
  }

  private void download(String path, String version, String goMod) {
    String name = "cache/download/" + path + "/@v/" + version;
    cache.write(name + ".mod", goMod);
    cache.write(name + ".ziphash", SUM);
  }

  private static String sums(String path, String version) {
    String start = path + " " + version;
    return start + " " + SUM + "\n" + start + "/go.mod " + SUM + "\n";
  }
}
