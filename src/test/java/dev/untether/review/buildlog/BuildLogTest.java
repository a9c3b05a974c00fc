package dev.untether.review.buildlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.ReleaseRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BuildLogTest {
  private static final String REFUSED = "link: example.com/p: invalid reference to runtime.gogo";
  private static final ReleaseRange KNOWN = new ReleaseRange(21, 27);

  private static BuildLog read(String... lines) throws IOException {
    return BuildLog.read(new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        REFUSED,
        "2026-11-21T03:40:00.123Z " + REFUSED,
        "#12 3.456 " + REFUSED,
        "\u001b[31m" + REFUSED + "\u001b[0m",
        REFUSED + "\r",
      })
  void looksPastWhatOthersAddToALine(String line) throws IOException {
    assertThat(read("# example.com/m", line).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REFERENCE);
              assertThat(failure.program()).isEqualTo("example.com/m");
              assertThat(failure.referrer()).isEqualTo("example.com/p");
              assertThat(failure.symbol()).isEqualTo("runtime.gogo");
            });
  }

  @Test
  void saysTheSameFailureOnce() throws IOException {
    assertThat(read(REFUSED, REFUSED).failures()).hasSize(1);
  }

  @Test
  void theTestVariantOfAProgramIsTheProgram() throws IOException {
    assertThat(read("# example.com/m [example.com/m.test]", REFUSED).failures())
        .singleElement()
        .returns("example.com/m", BuildFailure::program);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ok  \texample.com/m\t0.01s",
        "./main.go:3:15: undefined: undefinedName",
        "invalid reference to nothing",
        "relocation target",
        "panic: runtime error: invalid memory address or nil pointer dereference",
        "flag provided but not defined: -checklinknames2",
      })
  void otherLinesAreNoFailures(String line) throws IOException {
    assertThat(read(line).failures()).isEmpty();
  }

  @Test
  void placesOfOtherSystemsAreRead() throws IOException {
    String line = "C:\\work\\low.go:6:6: missing function body";

    assertThat(read(line).failures())
        .singleElement()
        .returns("C:/work/low.go", BuildFailure::file)
        .returns(6, BuildFailure::lineNumber);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "go version go1.26.11 linux/amd64 | 26",
        "compile -goversion go1.27.4 -c=2 | 27",
        "/x/toolchain@v0.0.1-go1.24.4.linux-amd64/pkg/tool/linux_amd64/link | 24",
      })
  void knowsTheReleaseIfALineSaysSo(String line, int release) throws IOException {
    BuildLog log = read(line, REFUSED);

    assertThat(log.release()).hasValue(release);
    assertThat(log.within(KNOWN)).isEqualTo(ReleaseRange.only(release));
  }

  @Test
  void knowsTheTargetIfLinesSaySo() throws IOException {
    assertThat(read("GOOS='darwin'", "GOARCH='arm64'", REFUSED).target())
        .hasToString("Optional[darwin/arm64]");
    assertThat(read("asm -D GOOS_linux -D GOARCH_386 x.s", REFUSED).target())
        .hasToString("Optional[linux/386]");
    assertThat(read("GOOS=linux", REFUSED).target()).isEmpty();
  }

  @Test
  void failuresThemselvesSayWhichReleasesThereCanBe() throws IOException {
    assertThat(read(REFUSED).within(KNOWN)).isEqualTo(new ReleaseRange(23, 27));
    assertThat(read("flag provided but not defined: -checklinkname").within(KNOWN))
        .isEqualTo(new ReleaseRange(21, 22));
    assertThat(read(REFUSED, "flag provided but not defined: -checklinkname").within(KNOWN))
        .isEqualTo(KNOWN);
  }

  @Test
  @Timeout(60)
  void longLinesAndHostileOnesCostLittle() throws IOException {
    String line = "a:".repeat(1 << 12) + "\n" + "x".repeat(1 << 13) + "\n";

    BuildLog log = read(line.repeat(200), REFUSED);

    assertThat(log.failures()).hasSize(1);
  }

  @Test
  @Timeout(120)
  void readsNoMoreThanItsLimit() throws IOException {
    BuildLog log = BuildLog.read(new Endless());

    assertThat(log.truncated()).isTrue();
    assertThat(log.failures()).isEmpty();
  }

  /** One line without an end. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
      return length;
    }
  }
}
