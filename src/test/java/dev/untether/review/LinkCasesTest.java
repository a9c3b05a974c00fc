package dev.untether.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules about linking say to small modules, one behaviour each. */
final class LinkCasesTest {
  static Stream<LinkCase> cases() {
    return LinkCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsExpected(LinkCase one) {
    String found =
        one.findings().stream().map(it -> it.finding() + "\n").collect(Collectors.joining());
    assertThat(found).isEqualTo(one.expected());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleIsDocumentedWithWhatToDo(RuleInfo rule) {
    assertThat(rule.title()).isNotEqualTo(rule.id()).doesNotEndWith(".");
    assertThat(rule.documentation())
        .satisfiesAnyOf(
            text -> assertThat(text).contains("**Instead:** "),
            text -> assertThat(text).contains("--goroot"));
  }

  static Stream<RuleInfo> rules() {
    return Stream.concat(
        new LinkRules(Advice.none()).rules().stream(),
        new SignatureRule(ReleaseData.shipped(), Advice.none()).rules().stream());
  }

  @Test
  void releaseThatNobodyKnowsIsUnknownAndTheNearestIsNamed() {
    LinkCase one =
        cases()
            .filter(it -> it.toString().equals("pull-of-unpushed-function"))
            .findAny()
            .orElseThrow();
    var targets = new TreeSet<>(List.of(Target.parse("linux/amd64")));
    Judging.Result judged =
        new Judging(
                ModuleTree.discover(one.directory()),
                targets,
                ReleaseRange.only(Targets.known().releases().last() + 1),
                ReleaseData.shipped())
            .run();

    assertThat(new LinkRules(Advice.none()).check(judged.facts()))
        .singleElement()
        .satisfies(
            it -> assertThat(it.rule().id()).isEqualTo("verdict-unknown"),
            it -> assertThat(it.finding().message()).contains("--goroot", "--go 1.27"));
  }

  @Test
  void signaturesClashOnlyWhereTheyCertainlyDiffer() {
    assertThat(clash("(p unsafe.Pointer, n uintptr)", "(p *T, n int)")).isFalse();
    assertThat(clash("(a, b uintptr)", "(s string)")).isFalse();
    assertThat(clash("(b []byte)", "(s string)")).isTrue();
    assertThat(clash("() int64", "() (sec int64, nsec int32)")).isTrue();
    assertThat(clash("(x float64)", "(x int64)")).isTrue();
    assertThat(clash("(t T, n int)", "(p *T, size uintptr, n int)")).isFalse();
    assertThat(clash("(n int)", "(t T, n int)")).isTrue();
    assertThat(clash("(f func(a, b int) (c, d string))", "(f func())")).isFalse();
  }

  private static boolean clash(String one, String other) {
    return SignatureShape.of(one).orElseThrow().clashesWith(SignatureShape.of(other).orElseThrow());
  }
}
