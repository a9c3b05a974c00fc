package dev.untether.module.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.dependency.AvailableVersions.Available;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AvailableVersionsTest {
  private static final String DOWNLOADS = "cache/download/d.x/!dep/@v/";

  @TempDir private Path cache;

  @Test
  void areThoseOfTheListAndOfTheDownloadsFromOldToNew() throws IOException {
    write(DOWNLOADS + "list", "v1.10.0\nv1.9.0\nv1.10.0-rc.1\n");
    write(DOWNLOADS + "v1.2.0.info", "{}");
    write(DOWNLOADS + "v1.11.0-!r!c1.mod", "module d.x/Dep\n");
    write(DOWNLOADS + "v0.0.0-20210923205945-b76863e36670.zip", "");

    assertThat(versions(known().versions()))
        .containsExactly(
            "v0.0.0-20210923205945-b76863e36670",
            "v1.2.0",
            "v1.9.0",
            "v1.10.0-rc.1",
            "v1.10.0",
            "v1.11.0-RC1");
  }

  @Test
  void areAtHandWhenUnpackedToTheEnd() throws IOException {
    write(DOWNLOADS + "v1.0.0.ziphash", "h1:abc=");
    write("d.x/!dep@v1.0.0/dep.go", "package dep\n");
    write(DOWNLOADS + "v1.1.0.zip", "");
    write(DOWNLOADS + "v1.2.0.ziphash", "h1:abc=");
    write(DOWNLOADS + "v1.2.0.partial", "");
    write("d.x/!dep@v1.2.0/dep.go", "package dep\n");

    assertThat(known().atHand())
        .containsExactly(
            new Available(
                new ModuleVersion("d.x/Dep", "v1.0.0"),
                Optional.of(cache.resolve("d.x/!dep@v1.0.0"))));
  }

  @Test
  void canBeUpgradedToWhenNewer() throws IOException {
    write(DOWNLOADS + "list", "v1.0.0\nv1.1.0-rc.1\nv1.1.0\nv1.2.0\n");

    assertThat(versions(known().after("v1.1.0-rc.1"))).containsExactly("v1.1.0", "v1.2.0");
    assertThat(known().after("v1.2.0")).isEmpty();
  }

  @Test
  void tellReleasesFromOthers() throws IOException {
    write(DOWNLOADS + "list", "v1.0.0\nv1.1.0-rc.1\nv1.1.1-0.20210923205945-b76863e36670\n");

    assertThat(versions(known().versions().stream().filter(Available::isRelease).toList()))
        .containsExactly("v1.0.0");
  }

  @Test
  void areNotMadeOfWhatIsNoVersion() throws IOException {
    write(DOWNLOADS + "list", "v1\nnonsense\n../../v1.0.0\n\nv1.0.0+meta\nv1.0.0\r\n");
    write(DOWNLOADS + "vendor.mod", "");
    write(DOWNLOADS + "v1.1.0.lock", "");

    assertThat(versions(known().versions())).containsExactly("v1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"d.x/other", "../../etc", "", "d.x/../.."})
  void areNoneOfAModuleThatTheCacheDoesNotHave(String path) {
    assertThat(AvailableVersions.in(ModuleCache.at(cache), path).versions()).isEmpty();
  }

  private AvailableVersions known() {
    return AvailableVersions.in(ModuleCache.at(cache), "d.x/Dep");
  }

  private static List<String> versions(List<Available> versions) {
    return versions.stream().map(it -> it.module().version()).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = cache.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
