package dev.untether.review.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What makes a finding a known one. */
final class BaselineTest {
  private static final RuleInfo RULE = new RuleInfo("some-rule", Group.REVIEW, Severity.ERROR);

  @Test
  void findingIsKnownWhereverItsLineMoves() {
    Baseline baseline = baseline("a\n  bad\n", finding(2, "runtime.f"));
    assertThat(apply(baseline, "a\nb\nbad\n", finding(3, "runtime.f")).findings()).isEmpty();
  }

  @Test
  void otherTextOfTheLineIsANewFinding() {
    Baseline baseline = baseline("bad\n", finding(1, "runtime.f"));
    Baseline.Result result = apply(baseline, "worse\n", finding(1, "runtime.f"));
    assertThat(result.findings()).hasSize(1);
    assertThat(result.fixed()).hasSize(1);
  }

  @Test
  void otherSymbolIsANewFinding() {
    Baseline baseline = baseline("bad\n", finding(1, "runtime.f"));
    assertThat(apply(baseline, "bad\n", finding(1, "runtime.g")).findings()).hasSize(1);
  }

  @Test
  void oneMoreOfTheSameIsNew() {
    Baseline baseline = baseline("bad\nbad\n", finding(1, "f.f"), finding(2, "f.f"));
    Baseline.Result result =
        apply(baseline, "bad\nbad\nbad\n", finding(1, "f.f"), finding(2, "f.f"), finding(3, "f.f"));
    assertThat(result.findings()).hasSize(1);
    assertThat(result.known()).isEqualTo(2);
    assertThat(result.fixed()).isEmpty();
  }

  @Test
  void whatIsSolvedIsTold() {
    Baseline baseline = baseline("bad\n", finding(1, "runtime.f"));
    assertThat(apply(baseline, "good\n").fixed())
        .extracting(Baseline.Entry::symbol)
        .containsExactly("runtime.f");
  }

  private static CheckFinding finding(int line, String symbol) {
    Finding finding =
        new Finding(RULE.id(), RULE.severity(), "m.go", new Position(line, 1), "wrong");
    return new CheckFinding(RULE, finding, Optional.of(symbol), List.of(), List.of());
  }

  private static Baseline baseline(String text, CheckFinding... findings) {
    return Baseline.of(
        List.of(findings), path -> Optional.of(SourceText.of(text)), UnaryOperator.identity());
  }

  private static Baseline.Result apply(Baseline baseline, String text, CheckFinding... findings) {
    return baseline.apply(
        List.of(findings), path -> Optional.of(SourceText.of(text)), UnaryOperator.identity());
  }
}
