package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BuildConstraintTest {
  private static final Targets KNOWN = Targets.known();
  private static final ReleaseRange NEWEST = ReleaseRange.only(KNOWN.releases().last());
  private static final String CODE = "TEXT \u00b7f(SB), $0\n";

  @ParameterizedTest
  @CsvSource({
    "x_linux.s,          linux/arm64,   true",
    "x_linux.s,          android/arm64, true",
    "x_linux.s,          darwin/arm64,  false",
    "x_darwin.s,         ios/arm64,     true",
    "x_solaris.s,        illumos/amd64, true",
    "x_illumos.s,        solaris/amd64, false",
    "x_arm64.s,          linux/arm64,   true",
    "x_arm64.s,          linux/arm,     false",
    "x_linux_arm64.s,    linux/arm64,   true",
    "x_linux_arm64.s,    linux/amd64,   false",
    "x_darwin_linux.s,   linux/arm64,   true",
    "linux.s,            darwin/arm64,  true",
    "x_ppc64x.s,         linux/arm64,   true",
    "x_mips64x.s,        linux/arm64,   true",
    "x_nacl.s,           linux/arm64,   false",
    "x_linux_test.go,    darwin/arm64,  false",
    "x_test.s,           linux/arm64,   true",
    "_x.s,               linux/arm64,   false",
    ".x.s,               linux/arm64,   false",
    "x.txt,              linux/arm64,   false",
    "a_windows/x.s,      linux/arm64,   true",
  })
  void readsTheName(String name, String target, boolean built) {
    BuildContext context = new BuildContext(Target.parse(target), /* cgo= */ false, Set.of());

    assertThat(BuildConstraint.of(name, SourceText.of(CODE)).matches(context)).isEqualTo(built);
  }

  @ParameterizedTest
  @CsvSource({
    "linux,                true",
    "unix && !cgo,         true",
    "cgo,                  false",
    "gc && !gccgo,         true",
    "go1.27 && !go1.28,    true",
    "arm64.v8.0,           true",
    "arm64.v8.1,           false",
    "custom,               true",
    "goexperiment.dwarf5,  true",
    "goexperiment.arenas,  false",
    "!(linux && arm64),    false",
    "windows || linux && !amd64, true",
  })
  void readsTheHeader(String expression, boolean built) {
    BuildContext context =
        new BuildContext(Target.parse("linux/arm64"), /* cgo= */ false, Set.of("custom"));

    assertThat(withLine(expression).matches(context)).isEqualTo(built);
  }

  @Test
  void letsGoBuildLinesOverruleOldOnes() {
    BuildConstraint constraint = of("//go:build linux\n// +build windows\n\n" + CODE);

    assertThat(targets(constraint)).contains("linux/arm64").doesNotContain("windows/arm64");
  }

  @Test
  void countsOldLinesOnlyWithABlankLineBehind() {
    assertThat(of("// +build linux\n\n" + CODE).isAlwaysMet()).isFalse();
    assertThat(of("// +build linux\n" + CODE).isAlwaysMet()).isTrue();
    assertThat(of("// +build linux\n\t" + CODE).isAlwaysMet())
        .as("go/build takes the indentation before the first code for a blank line")
        .isFalse();
  }

  @Test
  void ignoresConstraintsBehindCodeAndInsideBlockComments() {
    assertThat(of(CODE + "//go:build linux\n\n").isAlwaysMet()).isTrue();
    assertThat(of("/*\n//go:build linux\n*/\n" + CODE).isAlwaysMet()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "//go:build linux &&;       3:20; the expression ends",
        "//go:build (linux;         3:12; not closed",
        "//go:build linux amd64;    3:18; unexpected amd64",
        "//go:build !!linux;        3:13; double negation",
        "//go:build linux & amd64;  3:18; single &",
        "//go:build li-nux;         3:14; cannot hold -",
        "//go:build;                3:11; the expression ends",
        "//go:build \u00e9t\u00e9 + x;        3:16; cannot hold +",
      })
  void reportsWhatIsWrongAndWhere(String line, String place, String message) {
    BuildConstraint constraint = of("// a\n\n" + line + "\n\n" + CODE);

    assertThat(constraint.problems()).hasSize(1);
    Finding problem = constraint.problems().get(0);
    assertThat(problem.position()).hasToString(place);
    assertThat(problem.message()).contains(message);
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.path()).isEqualTo("dir/x.s");
    assertThat(targets(constraint)).as("no build takes it").isEmpty();
  }

  @Test
  void reportsASecondGoBuildLine() {
    BuildConstraint constraint = of("//go:build linux\n//go:build amd64\n\n" + CODE);

    assertThat(constraint.problems()).singleElement().asString().startsWith("dir/x.s:2:1: error:");
    assertThat(targets(constraint)).isEmpty();
  }

  @Test
  void buildsAFileWhoseHeaderGoGivesUpOnWhateverItStates() {
    BuildConstraint constraint = of("//go:build linux\n\n/ not a comment\n" + CODE);

    assertThat(constraint.problems()).singleElement().asString().contains("dir/x.s: warning:");
    assertThat(targets(constraint)).contains("windows/arm64");
  }

  @Test
  void hasNoProblemWithGoodFiles() {
    assertThat(of("").problems()).isEmpty();
    assertThat(of(CODE).problems()).isEmpty();
    assertThat(of("//go:build linux\r\n\r\n" + CODE).problems()).isEmpty();
    assertThat(of("// +build linux,!cgo windows\n\n" + CODE).problems()).isEmpty();
  }

  @Test
  void listsEveryTargetThatSomeSettingBuildsFor() {
    assertThat(withLine("cgo && linux").targets(KNOWN, NEWEST))
        .isEqualTo(withLine("!cgo && linux").targets(KNOWN, NEWEST))
        .isEqualTo(withLine("race && !purego && custom && linux").targets(KNOWN, NEWEST));
    assertThat(targets(withLine("(cgo || !race) && riscv64 && linux")))
        .containsExactly("linux/riscv64");
    assertThat(targets(withLine("amd64.v3 && linux")))
        .containsExactly("android/amd64", "linux/amd64");
    assertThat(targets(withLine("wasm && !wasm.satconv"))).isEmpty();
    assertThat(targets(of("// +build darwin,arm64\n\n" + CODE)))
        .containsExactly("darwin/arm64", "ios/arm64");
  }

  @ParameterizedTest
  @CsvSource({
    "race && !race",
    "(a || b) && !a && !b",
    "ignore",
    "gccgo",
    "!gc",
    "linux && windows",
    "nacl",
    "go1.28",
    "!go1.27",
    "arm64.v8.0 && amd64",
    "amd64.v3 && !amd64.v2",
    "mips.hardfloat && mips.softfloat",
    "arm64.v9.1 && !arm64.v8.6",
    "boringcrypto && !goexperiment.boringcrypto",
  })
  void listsNoTargetWhereNoSettingBuilds(String expression) {
    assertThat(targets(withLine(expression))).isEmpty();
  }

  @Test
  void takesAnyReleaseOfTheRangeForTargets() {
    BuildConstraint old = withLine("!go1.24 && windows");

    assertThat(old.targets(KNOWN, NEWEST)).isEmpty();
    assertThat(old.targets(KNOWN, KNOWN.releases()))
        .as("windows/arm was a port up to Go 1.23")
        .contains(Target.parse("windows/arm"));
    assertThat(withLine("go1.24 && windows").targets(KNOWN, KNOWN.releases()))
        .contains(Target.parse("windows/arm64"))
        .doesNotContain(Target.parse("windows/arm"));
  }

  @Test
  void staysFastWhenAnExpressionIsBuiltToBeHard() {
    StringBuilder hard = new StringBuilder("a0");
    for (int i = 1; i < 300; i++) {
      hard.append(" && (a").append(i).append(" || !a").append(i - 1).append(")");
    }

    assertThat(targets(withLine(hard.toString()))).hasSize(47);
  }

  private static BuildConstraint withLine(String expression) {
    return of("//go:build " + expression + "\n\n" + CODE);
  }

  private static BuildConstraint of(String text) {
    return BuildConstraint.of("dir/x.s", SourceText.of(text));
  }

  private static List<String> targets(BuildConstraint constraint) {
    return constraint.targets(KNOWN, NEWEST).stream().map(Target::toString).toList();
  }
}
