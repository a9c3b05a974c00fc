package dev.untether.report.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.untether.review.CheckFinding;
import dev.untether.review.RuleInfo;
import dev.untether.review.baseline.Baseline;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Findings in the forms that code hosts read. */
final class SarifTest {
  private static final RuleInfo RULE = Baseline.FIXED;

  @Test
  void logIsOneJsonObjectWithRulesAndResults() throws IOException {
    String log = sarif("var a = 1\n", finding("m.go", 1, 5, "wrong"));
    try (JsonParser parser = new JsonFactory().createParser(log)) {
      while (parser.nextToken() != null) {
        assertThat(parser.currentToken()).isNotNull();
      }
    }
    assertThat(log)
        .contains("\"version\":\"2.1.0\"", "\"columnKind\":\"utf16CodeUnits\"")
        .contains("\"ruleId\":\"baseline-entry-fixed\",\"ruleIndex\":0,\"level\":\"note\"")
        .contains("\"markdown\":\"# A known finding that is no longer there")
        .contains("\"region\":{\"startLine\":1,\"startColumn\":5}")
        .contains("\"executionSuccessful\":true,\"exitCode\":1");
  }

  @Test
  void columnsCountUtf16CodeUnits() throws IOException {
    assertThat(sarif("/*😀é*/ bad\n", finding("m.go", 1, 8, "wrong")))
        .contains("\"startColumn\":9");
  }

  @Test
  void pathsAreUris() throws IOException {
    assertThat(sarif("x\n", finding("a b/ü%#.go", 1, 1, "wrong")))
        .contains("\"uri\":\"a%20b/%C3%BC%25%23.go\"");
  }

  @Test
  void findingAboutAFileHasNoRegion() throws IOException {
    assertThat(sarif("x\n", finding("m.go", 0, 0, "wrong"))).doesNotContain("region");
  }

  @Test
  void equalFindingsHaveDifferentFingerprints() throws IOException {
    String log = sarif("x\nx\n", finding("m.go", 1, 1, "wrong"), finding("m.go", 2, 1, "wrong"));
    assertThat(log).contains("|1\"}", "|2\"}");
  }

  @Test
  void suppressionsAreKept() throws IOException {
    var suppressed =
        new Sarif.Result(
            finding("m.go", 1, 1, "wrong"),
            Optional.of(new Sarif.Suppression(/* inSource= */ true, "why")));
    assertThat(write("x\n", List.of(suppressed)))
        .contains("\"suppressions\":[{\"kind\":\"inSource\",\"justification\":\"why\"}]");
  }

  @Test
  void annotationsEscapeWhatWouldEndThem() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GithubAnnotations.write(List.of(finding("a,b:c.go", 2, 3, "100%:\r\nwrong, ::error::x")), out);
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "::notice file=a%2Cb%3Ac.go,line=2,col=3,title=baseline-entry-fixed::"
                + "100%25:%0D%0Awrong, ::error::x\n");
  }

  @Test
  void baselineIsReadAsItWasWritten() throws Exception {
    Baseline baseline =
        Baseline.of(
            List.of(finding("m.go", 1, 1, "wrong"), finding("m.go", 1, 1, "wrong")),
            path -> Optional.of(SourceText.of("x\n")),
            UnaryOperator.identity());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BaselineFile.write(baseline, out);
    String text = out.toString(UTF_8);
    assertThat(text).endsWith("\"count\":2}\n").hasLineCount(1);
    assertThat(BaselineFile.read(text).entries()).isEqualTo(baseline.entries());
  }

  private static CheckFinding finding(String path, int line, int column, String message) {
    return new CheckFinding(
        RULE, new Finding(RULE.id(), Severity.NOTE, path, new Position(line, column), message));
  }

  private static String sarif(String text, CheckFinding... findings) throws IOException {
    return write(
        text,
        List.of(findings).stream().map(it -> new Sarif.Result(it, Optional.empty())).toList());
  }

  private static String write(String text, List<Sarif.Result> results) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Sarif.write(
        new Sarif.Run(List.of(RULE), results, List.of(), 1),
        path -> Optional.of(SourceText.of(text)),
        out);
    return out.toString(UTF_8);
  }
}
