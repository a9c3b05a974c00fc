package dev.untether.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLinesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonLines lines = new JsonLines(out);

  private String written(Consumer<JsonObjectWriter> fields) throws IOException {
    out.reset();
    lines.object(fields);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void fieldsComeInTheOrderOfTheCalls() throws IOException {
    assertThat(
            written(
                o ->
                    o.number("z", 1)
                        .string("a", "runtime.load_g")
                        .bool("m", false)
                        .nothing("origin")
                        .strings("targets", List.of("linux/arm64", "js/wasm"))
                        .strings("macro", List.of())
                        .numbers("ids", List.of(7L, -1L, Long.MAX_VALUE))
                        .numbers("none", List.of())))
        .isEqualTo(
            "{\"z\":1,\"a\":\"runtime.load_g\",\"m\":false,\"origin\":null,"
                + "\"targets\":[\"linux/arm64\",\"js/wasm\"],\"macro\":[],"
                + "\"ids\":[7,-1,9223372036854775807],\"none\":[]}\n");
  }

  @Test
  void objectsNest() throws IOException {
    assertThat(
            written(
                o ->
                    o.object("origin", p -> p.string("file", "x.h").number("line", 3))
                        .objects(
                            "verdicts",
                            List.of("1.26", "1.27"),
                            (v, go) -> v.string("go", go).object("in", w -> {}))
                        .bool("last", true)))
        .isEqualTo(
            "{\"origin\":{\"file\":\"x.h\",\"line\":3},\"verdicts\":[{\"go\":\"1.26\",\"in\":{}},"
                + "{\"go\":\"1.27\",\"in\":{}}],\"last\":true}\n");
  }

  @Test
  void everyObjectIsALineOfItsOwn() throws IOException {
    lines.object(o -> o.number("n", 1));
    lines.object(o -> {});
    lines.object(o -> o.number("n", Long.MIN_VALUE));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"n\":1}\n{}\n{\"n\":-9223372036854775808}\n");
  }

  @Test
  void quotesBackslashesAndControlCharactersAreEscaped() throws IOException {
    assertThat(written(o -> o.string("s", "\"\\/\b\f\n\r\t\0\u001B")))
        .isEqualTo("{\"s\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001B\"}\n");
  }

  @Test
  void otherCharactersAreWrittenAsUtf8() throws IOException {
    assertThat(written(o -> o.string("s", "runtime·load_g é \uD83D\uDE00 <&>")))
        .isEqualTo("{\"s\":\"runtime·load_g é \uD83D\uDE00 <&>\"}\n");
  }

  @Test
  void lineBreaksThatOnlyUnicodeKnowsAreEscaped() throws IOException {
    assertThat(
            written(o -> o.string("s", "a\u2028b\u2029c\u0085d").strings("t", List.of("\u2028"))))
        .isEqualTo("{\"s\":\"a\\u2028b\\u2029c\\u0085d\",\"t\":[\"\\u2028\"]}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "\uDC00", "\uDC00\uD800", "x\uD83D", "\uD83Dx", "\uD83D\uD83D"})
  void halvesOfSurrogatePairsBecomeReplacementCharacters(String halves) throws IOException {
    String expected = halves.replaceAll("[\uD800-\uDFFF]", "\uFFFD");
    assertThat(written(o -> o.string("s", halves).strings("t", List.of(halves))))
        .isEqualTo("{\"s\":\"" + expected + "\",\"t\":[\"" + expected + "\"]}\n");
  }

  @Test
  void wholePairsBesideAHalfStay() throws IOException {
    assertThat(written(o -> o.string("s", "\uD83D\uDE00\uD83D")))
        .isEqualTo("{\"s\":\"\uD83D\uDE00\uFFFD\"}\n");
  }

  @Test
  void everyCharacterSurvivesAReader() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 37) {
      if (Character.getType(c) != Character.SURROGATE) {
        all.appendCodePoint(c);
      }
    }
    written(o -> o.string("s", all.toString()));
    try (JsonParser parser = new JsonFactory().createParser(out.toByteArray())) {
      parser.nextToken();
      parser.nextToken();
      assertThat(parser.nextTextValue()).isEqualTo(all.toString());
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  @Test
  void aFailureWithinAnObjectLeavesNoPartOfIt() throws IOException {
    lines.object(o -> o.number("n", 1));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                lines.object(
                    o -> {
                      o.string("s", "x".repeat(100_000));
                      throw new IllegalStateException("no verdict");
                    }));
    lines.object(o -> o.number("n", 2));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"n\":1}\n{\"n\":2}\n");
  }

  @Test
  void aFailureOfTheStreamReachesTheCaller() {
    JsonLines broken =
        new JsonLines(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("disk full");
              }
            });
    assertThatIOException()
        .isThrownBy(() -> broken.object(o -> o.number("n", 1)))
        .withMessage("disk full");
  }

  @Test
  void onlyFlushFlushes() throws IOException {
    List<String> events = new ArrayList<>();
    JsonLines counted =
        new JsonLines(
            new OutputStream() {
              @Override
              public void write(int b) {}

              @Override
              public void flush() {
                events.add("flush");
              }
            });
    counted.object(o -> o.number("n", 1));
    assertThat(events).isEmpty();
    counted.flush();
    assertThat(events).containsExactly("flush");
  }

  @Test
  void halfAMillionRecordsTakeSeconds() {
    JsonLines discarded = new JsonLines(OutputStream.nullOutputStream());
    // Takes about a second; the rest is for loaded machines.
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 500_000; i++) {
            int line = i;
            discarded.object(
                o ->
                    o.number("schemaVersion", 1)
                        .string("kind", "asm")
                        .string("module", "github.com/x/y")
                        .string("package", "github.com/x/y/internal/fakecgo")
                        .string("file", "internal/fakecgo/asm_arm64.s")
                        .number("line", line)
                        .number("column", 5)
                        .string("symbol", "runtime·load_g")
                        .bool("static", false)
                        .strings("macro", List.of())
                        .nothing("origin")
                        .strings("targets", List.of("linux/arm64", "darwin/arm64")));
          }
        });
  }
}
