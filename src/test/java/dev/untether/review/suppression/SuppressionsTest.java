package dev.untether.review.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which findings a comment keeps quiet, and what is said about comments that do nothing. */
final class SuppressionsTest {
  private static final RuleInfo RULE = new RuleInfo("some-rule", Group.REVIEW, Severity.ERROR);

  @TempDir private Path root;

  @Test
  void commentAtTheEndOfALineIsAboutThatLine() throws IOException {
    assertThat(left("m.go", "package m\n\nvar a = 1 //untether:ignore some-rule why\nvar b = 1\n"))
        .containsExactly("1 some-rule", "2 some-rule", "4 some-rule");
  }

  @Test
  void commentOnItsOwnLineIsAboutTheNextDirective() throws IOException {
    String go =
        "package m\n\n//untether:ignore some-rule why\n// f is.\n//go:linkname f a.f\nfunc f()\n";
    assertThat(left("m.go", go)).containsExactly("1 some-rule", "2 some-rule", "6 some-rule");
  }

  @Test
  void commentOnItsOwnLineIsAboutTheNextCode() throws IOException {
    String asm = "#include \"x.h\"\n// untether:ignore some-rule why\nCALL a·b(SB)\nCALL a·b(SB)\n";
    assertThat(left("m.s", asm)).containsExactly("1 some-rule", "4 some-rule");
  }

  @Test
  void commentAboveThePackageClauseIsAboutTheFile() throws IOException {
    assertThat(left("m.go", "//untether:ignore some-rule why\n\npackage m\n\nvar a = 1\n"))
        .isEmpty();
  }

  @Test
  void commentAboveTheFirstStatementOfAssemblyIsAboutTheFile() throws IOException {
    assertThat(
            left("m.s", "// x\n\n//untether:ignore some-rule why\n\nTEXT ·f(SB), 4, $0\n\tRET\n"))
        .isEmpty();
  }

  @Test
  void scriptsHaveNumberSigns() throws IOException {
    assertThat(left("Makefile", "a:\n\tgo # x\n\t# untether:ignore some-rule why\n\tgo\n"))
        .containsExactly("1 some-rule", "2 some-rule");
  }

  @Test
  void severalRulesAreNamedWithCommas() throws IOException {
    assertThat(left("m.go", "//untether:ignore other,some-rule why\npackage m\n"))
        .containsExactly(
            "1 unused-suppression: suppresses nothing: no finding of other here; remove it");
  }

  @Test
  void textInAStringIsNoComment() throws IOException {
    assertThat(left("m.go", "package m\n\nvar a = \"//untether:ignore some-rule why\"\n"))
        .containsExactly("1 some-rule", "2 some-rule", "3 some-rule");
  }

  @Test
  void withoutAReasonNothingIsSuppressed() throws IOException {
    assertThat(left("m.go", "//untether:ignore some-rule until=go1.99\npackage m\n"))
        .containsExactly(
            "1 some-rule",
            "1 suppression-without-reason: suppresses nothing, for it gives no reason: write"
                + " `untether:ignore some-rule why`",
            "2 some-rule");
  }

  @Test
  void releaseThatIsLookedAtEndsIt() throws IOException {
    assertThat(left("m.go", "//untether:ignore some-rule until=go1.27 why\npackage m\n"))
        .contains("1 some-rule")
        .anyMatch(it -> it.startsWith("1 expired-suppression: held until go1.27 only (why)"));
    assertThat(left("m.go", "//untether:ignore some-rule until=go1.28 why\npackage m\n")).isEmpty();
  }

  @Test
  void dayThatHasComeEndsIt() throws IOException {
    assertThat(left("m.go", "//untether:ignore some-rule until=2026-11-21 why\npackage m\n"))
        .anyMatch(it -> it.startsWith("1 expired-suppression"));
    assertThat(left("m.go", "//untether:ignore some-rule until=2026-11-22 why\npackage m\n"))
        .isEmpty();
  }

  @Test
  void endThatIsNoEndIsTold() throws IOException {
    assertThat(left("m.go", "//untether:ignore some-rule until=soon why\npackage m\n"))
        .contains("1 some-rule")
        .anyMatch(it -> it.contains("`until=soon` is neither a release"));
  }

  @Test
  void unknownRuleIsToldWithTheNearest() throws IOException {
    assertThat(left("m.go", "//untether:ignore some-rul why\npackage m\n"))
        .anyMatch(it -> it.contains("there is no rule `some-rul`; nearest: some-rule"));
  }

  /** Returns what is left of a finding on each line of a file. */
  private List<String> left(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
    List<CheckFinding> findings =
        IntStream.rangeClosed(1, (int) text.lines().count())
            .mapToObj(
                line ->
                    new CheckFinding(
                        RULE,
                        new Finding(
                            RULE.id(), RULE.severity(), name, new Position(line, 1), "wrong")))
            .toList();
    Suppressions.Result result =
        Suppressions.of(ModuleTree.discover(root))
            .apply(
                findings,
                new ReleaseRange(21, 27),
                LocalDate.of(2026, 11, 21),
                Set.of("some-rule", "other"));
    assertThat(result.suppressed()).allMatch(it -> it.suppression().reason().equals("why"));
    return result.findings().stream()
        .map(CheckFinding::finding)
        .map(
            it ->
                it.position().line()
                    + " "
                    + it.rule()
                    + (it.rule().equals(RULE.id()) ? "" : ": " + it.message()))
        .toList();
  }
}
