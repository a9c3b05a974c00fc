package dev.untether.access.goroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.access.AccessData;
import dev.untether.module.target.GoToolchain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GorootImportTest {

  @Test
  void twoImportsGiveTheBytesThatAreShipped() throws Exception {
    Path goroot = GoToolchain.require("go1.27.4").goroot();

    byte[] first = GorootImport.bytes(goroot);
    byte[] second = GorootImport.bytes(goroot);

    assertThat(second).isEqualTo(first);
    try (InputStream in = AccessData.class.getResourceAsStream("go1.27.bin")) {
      assertThat(in).isNotNull();
      assertThat(first).isEqualTo(in.readAllBytes());
    }
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
