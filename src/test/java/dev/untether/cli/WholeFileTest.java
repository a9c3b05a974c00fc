package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.untether.cli.option.UnwritableFileException;
import dev.untether.cli.option.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  private static final int SOMEBODY = 12345;

  @TempDir Path directory;

  @Test
  void aFileWhoseWritingFailsIsAsItWasAndNothingLiesAround() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "old");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write("ne".getBytes(UTF_8));
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(UnwritableFileException.class)
        .hasMessage(file + ": not written: disk full");

    assertThat(file).hasContent("old");
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aReaderSeesTheOldTextUntilTheNewOneIsComplete() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "old");

    WholeFile.write(
        file,
        out -> {
          out.write("new".getBytes(UTF_8));
          out.flush();
          assertThat(file).hasContent("old");
        });

    assertThat(file).hasContent("new");
  }

  @Test
  void aFileStaysWithItsOwner() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
    Path file = Files.writeString(directory.resolve("file"), "old");
    Files.setAttribute(file, "unix:uid", SOMEBODY);
    Files.setAttribute(file, "unix:gid", SOMEBODY);

    WholeFile.write(file, out -> out.write("new".getBytes(UTF_8)));

    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(SOMEBODY);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(SOMEBODY);
  }
}
