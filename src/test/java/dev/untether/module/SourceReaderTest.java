package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class SourceReaderTest {
  @TempDir private Path directory;

  @Test
  void readsEveryByte() throws IOException {
    String content = "\uFEFFTEXT \u00b7f(SB), $0\r\n".repeat(10_000) + "RET";
    Path file = Files.writeString(directory.resolve("x.s"), content);

    assertThat(text(read(file)).text()).hasToString(content);
    assertThat(text(read(file)).problems()).isEmpty();
  }

  @Test
  void readsEmptyFiles() throws IOException {
    assertThat(text(read(Files.createFile(directory.resolve("x.s")))).text().length()).isZero();
  }

  @Test
  void readsUpToTheLimitAndNotAByteMore() throws IOException {
    Path file = Files.writeString(directory.resolve("x.s"), "x".repeat(20_000));

    assertThat(text(SourceReader.read(file, 20_000)).text().length()).isEqualTo(20_000);
    Finding problem = problem(SourceReader.read(file, "shown/x.s", 19_999));
    assertThat(problem.rule()).isEqualTo(SourceReader.TOO_LARGE);
    assertThat(problem)
        .hasToString(
            "shown/x.s: error: has 20000 bytes; it is left out, for the limit is 19999 bytes"
                + " [file-too-large]");
  }

  @Test
  void refusesAFileOfAGigabyteWithoutReadingIt() throws IOException {
    Path file = directory.resolve("huge.s");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }

    assertThat(problem(read(file)).message()).contains("1073741824 bytes").contains("268435456");
  }

  @Test
  void survivesALimitThatNoArrayCanReach() throws IOException {
    Path file = Files.writeString(directory.resolve("x.s"), "x");

    assertThat(text(SourceReader.read(file, Long.MAX_VALUE)).text()).hasToString("x");
  }

  @Test
  void readsFilesThatLieAboutTheirSize() {
    Path file = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.exists(file));

    assertThat(text(read(file)).text().toString()).contains("Pid:");
    assertThat(problem(SourceReader.read(file, 10)).message()).contains("more than 10 bytes");
  }

  @Test
  @Timeout(20)
  void neverWaitsForAPipe() throws IOException, InterruptedException {
    Path pipe = directory.resolve("x.s");
    Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
    Assumptions.assumeTrue(process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0);

    assertThat(problem(read(pipe)).message()).isEqualTo("is not a regular file");
  }

  @Test
  void refusesDirectoriesDevicesAndWhatIsNotThere() {
    assertThat(problem(read(directory)).message()).isEqualTo("is not a regular file");
    assertThat(problem(read(directory.resolve("none.s"))).message()).isEqualTo("does not exist");
    Path device = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(device));
    assertThat(problem(read(device)).message()).isEqualTo("is not a regular file");
  }

  @Test
  void refusesWhatMayNotBeRead() throws IOException {
    Path file = Files.writeString(directory.resolve("x.s"), "x");
    Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));

    assertThat(problem(read(file)).rule()).isEqualTo(SourceReader.UNREADABLE);
  }

  @Test
  void refusesNulBytes() throws IOException {
    Path file = Files.writeString(directory.resolve("x.s"), "RET\n\0");

    assertThat(problem(read(file)).rule()).isEqualTo(SourceReader.BINARY);
  }

  @Test
  void readsOtherEncodingsButReportsThem() throws IOException {
    byte[] latin1 = {'/', '/', ' ', (byte) 0xE9, '\n'};
    Path file = Files.write(directory.resolve("x.s"), latin1);

    SourceReader.Text read = text(SourceReader.read(file, "a/x.s", SourceReader.DEFAULT_LIMIT));

    assertThat(read.text().bytes()).isEqualTo(latin1);
    assertThat(read.problems())
        .singleElement()
        .asString()
        .startsWith("a/x.s: warning: is not UTF-8");
  }

  @Test
  void noticesACharacterCutOffAtTheEnd() throws IOException {
    String text = "\u00e9".repeat(50_000);
    byte[] cut = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 99_999);
    Path file = Files.write(directory.resolve("x.s"), cut);

    assertThat(text(read(file)).problems()).hasSize(1);
    assertThat(text(read(Files.writeString(file, text))).problems()).isEmpty();
  }

  private static SourceReader.Result read(Path file) {
    return SourceReader.read(file, SourceReader.DEFAULT_LIMIT);
  }

  private static SourceReader.Text text(SourceReader.Result result) {
    assertThat(result).isInstanceOf(SourceReader.Text.class);
    return (SourceReader.Text) result;
  }

  private static Finding problem(SourceReader.Result result) {
    assertThat(result).isInstanceOf(SourceReader.Refused.class);
    return ((SourceReader.Refused) result).problem();
  }
}
