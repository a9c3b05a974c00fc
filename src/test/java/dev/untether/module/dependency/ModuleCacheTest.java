package dev.untether.module.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModuleCacheTest {
  private static final ModuleVersion SYS = new ModuleVersion("github.com/Big/sys", "v1.0.0-RC1");

  @TempDir private Path home;

  private Path cache;

  @BeforeEach
  void locate() {
    cache = home.resolve("cache");
  }

  @Test
  void isInTheHomeDirectoryUnlessSet() {
    assertThat(found(Map.of())).isEqualTo(home.resolve("go/pkg/mod"));
  }

  @Test
  void isInTheFirstDirectoryOfGoPath() {
    String list = home.resolve("x") + File.pathSeparator + home.resolve("y");

    assertThat(found(Map.of("GOPATH", list))).isEqualTo(home.resolve("x/pkg/mod"));
  }

  @Test
  void isWhereGoModCacheSaysBeforeAllElse() {
    Map<String, String> variables =
        Map.of("GOMODCACHE", cache.toString(), "GOPATH", home.resolve("x").toString());

    assertThat(found(variables)).isEqualTo(cache);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, .config/go/env",
    "Mac OS X, Library/Application Support/go/env",
    "FreeBSD, .config/go/env"
  })
  void isWhereTheFileOfGoEnvSays(String system, String file) throws IOException {
    write(home.resolve(file), "# a comment\nGOMODCACHE=" + cache + "\nnonsense\n=x\n");

    GoEnvironment environment = GoEnvironment.of(Map.of(), home, system);

    assertThat(ModuleCache.of(environment).root()).contains(cache);
  }

  @Test
  void findsTheFileOfGoEnvByItsVariables() throws IOException {
    write(home.resolve("my/env"), "GOPATH=" + home.resolve("a") + "\n");
    write(home.resolve("xdg/go/env"), "GOPATH=" + home.resolve("b") + "\n");
    String xdg = home.resolve("xdg").toString();

    assertThat(found(Map.of("XDG_CONFIG_HOME", xdg))).isEqualTo(home.resolve("b/pkg/mod"));
    assertThat(found(Map.of("XDG_CONFIG_HOME", xdg, "GOENV", home.resolve("my/env").toString())))
        .isEqualTo(home.resolve("a/pkg/mod"));
    assertThat(found(Map.of("XDG_CONFIG_HOME", xdg, "GOENV", "off")))
        .isEqualTo(home.resolve("go/pkg/mod"));
  }

  @Test
  void takesVariablesBeforeTheFileOfGoEnv() throws IOException {
    write(home.resolve(".config/go/env"), "GOMODCACHE=/elsewhere\n");

    assertThat(found(Map.of("GOMODCACHE", cache.toString()))).isEqualTo(cache);
  }

  @Test
  void takesTheHomeDirectoryOfTheEnvironment() {
    String other = home.resolve("other").toString();

    assertThat(found(Map.of("HOME", other))).isEqualTo(home.resolve("other/go/pkg/mod"));
  }

  @ParameterizedTest
  @CsvSource({"GOMODCACHE, relative/cache", "GOPATH, relative", "GOPATH, :/x"})
  void isNowhereWhenThePlaceIsNotAbsolute(String variable, String value) {
    GoEnvironment environment = environment(Map.of(variable, value));

    ModuleCache nowhere = ModuleCache.of(environment);

    assertThat(nowhere.root()).isEmpty();
    assertThat(nowhere.problems()).hasSize(1);
    assertThat(nowhere.directoryOf(SYS)).isEmpty();
    assertThat(nowhere.goModOf(SYS)).isEmpty();
  }

  @Test
  void spellsUpperCaseLettersWithExclamationMarks() throws IOException {
    Path directory = cache.resolve("github.com/!big/sys@v1.0.0-!r!c1");
    Path download = cache.resolve("cache/download/github.com/!big/sys/@v");
    Files.createDirectories(directory);
    write(download.resolve("v1.0.0-!r!c1.ziphash"), "h1:abc=\n");

    assertThat(ModuleCache.at(cache).directoryOf(SYS)).contains(directory);
    assertThat(ModuleCache.at(cache).goModOf(SYS)).contains(download.resolve("v1.0.0-!r!c1.mod"));
    assertThat(ModuleCache.at(cache).checksumOf(SYS)).contains("h1:abc=");
  }

  @Test
  void hasNoModuleThatIsNotUnpackedToTheEnd() throws IOException {
    Path download = cache.resolve("cache/download/a.b/c/@v");
    ModuleVersion module = new ModuleVersion("a.b/c", "v1.0.0");
    Files.createDirectories(cache.resolve("a.b/c@v1.0.0"));
    assertThat(ModuleCache.at(cache).directoryOf(module)).as("without hash").isEmpty();

    write(download.resolve("v1.0.0.ziphash"), "h1:abc=");
    assertThat(ModuleCache.at(cache).directoryOf(module)).isPresent();

    write(download.resolve("v1.0.0.partial"), "");
    assertThat(ModuleCache.at(cache).directoryOf(module)).as("partial").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "../../x.y, v1.0.0",
    "a.b/../.., v1.0.0",
    "a.b/c, ../v1.0.0",
    "a.b/c, v1",
    "a.b/c, v1.0.0+meta",
    "a.b/c, ''"
  })
  void looksForNothingThatItCannotHold(String path, String version) {
    ModuleVersion module = new ModuleVersion(path, version);

    assertThat(ModuleCache.at(cache).directoryOf(module)).isEmpty();
    assertThat(ModuleCache.at(cache).goModOf(module)).isEmpty();
  }

  private Path found(Map<String, String> variables) {
    return ModuleCache.of(environment(variables)).root().orElseThrow();
  }

  private GoEnvironment environment(Map<String, String> variables) {
    return GoEnvironment.of(variables, home, "Linux");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
