package dev.untether.access.goroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.access.AccessData;
import dev.untether.module.target.GoToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GorootImportTest {
  /** What the data that is shipped was made from. */
  private static final List<String> TOOLCHAINS =
      List.of(
          "go1.21.13", "go1.22.12", "go1.23.5", "go1.24.4", "go1.25.12", "go1.26.11", "go1.27.4");

  /**
   * The newest release always, all of them with {@code -Duntether.access.all=true}; {@code
   * -Dupdate=true} writes what it finds.
   */
  static List<String> toolchains() {
    return Boolean.getBoolean("untether.access.all") || Boolean.getBoolean("update")
        ? TOOLCHAINS
        : TOOLCHAINS.subList(TOOLCHAINS.size() - 1, TOOLCHAINS.size());
  }

  @ParameterizedTest
  @MethodSource("toolchains")
  void everyImportGivesTheBytesThatAreShipped(String toolchain) throws Exception {
    Path goroot = GoToolchain.require(toolchain).goroot();
    Path shipped =
        Path.of(
            "src/main/resources/dev/untether/access/go1." + GorootImport.release(goroot) + ".bin");

    byte[] first = GorootImport.bytes(goroot);

    if (Boolean.getBoolean("update")) {
      Files.write(shipped, first);
    }
    assertThat(GorootImport.bytes(goroot)).isEqualTo(first);
    assertThat(AccessData.read(Files.readAllBytes(shipped)).linker().version())
        .isEqualTo(toolchain);
    assertThat(Files.readAllBytes(shipped)).isEqualTo(first);
  }

  @Test
  void directoryWithoutGoIsRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> GorootImport.bytes(empty))
        .isInstanceOf(NotGorootException.class)
        .hasMessageContaining("goversion.go");
  }

  @Test
  void installationWithoutTheLinkersSourcesIsRefused(@TempDir Path root) throws IOException {
    write(root, "src/internal/goversion/goversion.go", "package goversion\nconst Version = 27\n");
    assertThatThrownBy(() -> GorootImport.bytes(root))
        .isInstanceOf(NotGorootException.class)
        .hasMessageContaining("loader.go");
  }

  @Test
  void unstatedVersionIsRefused(@TempDir Path root) throws IOException {
    write(root, "src/internal/goversion/goversion.go", "package goversion\n");
    assertThatThrownBy(() -> GorootImport.release(root)).isInstanceOf(NotGorootException.class);
  }

  private static void write(Path root, String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }
}
