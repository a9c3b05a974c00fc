package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.Rule;
import dev.untether.cli.option.ExitCode;
import dev.untether.review.buildlog.FailureKind;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplainCommandTest {
  @TempDir Path scratch;

  private static String row(String... cells) {
    StringBuilder pattern = new StringBuilder("(?m)^ *");
    for (String cell : cells) {
      pattern.append(Pattern.quote(cell)).append(" *");
    }
    return pattern.append('$').toString();
  }

  // Symbols. What the tables say is proven by LinkerTruthTest and RealLinkerTest.

  @Test
  void tellsTheLifeOfASymbolOverTheReleases() {
    CommandRun run = CommandRun.of("explain", "runtime.systemstack", "--target", "linux/amd64");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("runtime.systemstack\n\nGO ")
        .containsPattern(
            row("1.21..1.26", "assembly", "nobody", "accepted", "accepted", "everywhere"))
        .containsPattern(row("1.27", "assembly", "nobody", "rejected", "rejected", "everywhere"))
        .contains("\nDeclared as\n  1.21..1.27  func(fn func())\n")
        .contains("[not-pushed]")
        .containsPattern("https://github.com/golang/go/blob/go1\\.27\\.[0-9]+/src/cmd/link/.*#L");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void groupsTargetsThatDiffer() {
    CommandRun run = CommandRun.of("explain", "runtime.gcStart", "--go", "1.27");

    assertThat(run.out())
        .containsPattern(
            row("1.27", "Go func", "nobody", "rejected", "undefined").replace(" *$", ""))
        .contains("amd64, arm64");
  }

  @Test
  void tellsWhatReplacesASymbolSinceWhen() {
    CommandRun run = CommandRun.of("explain", "runtime.coroswitch");

    assertThat(run.out())
        .contains("\nInstead\n  iter.Pull (Go 1.23).\n")
        .containsPattern("1\\.23\\.\\.1\\.2[0-9] +Go func +blocked|assembly +blocked|blocked");
  }

  @Test
  void namesTheRecipesThatTakeReferencesAway() {
    CommandRun run = CommandRun.of("explain", "runtime.load_g");

    assertThat(run.out()).contains("\nRecipes\n  drop-load-g-from-crosscall2: Remove ");
    assertThat(CommandRun.of("explain", "runtime.cgocallback").out()).doesNotContain("Recipes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runtime·load_g",
        "runtime·load_g(SB)",
        "load_g",
        "·load_g(SB)",
        "$runtime·load_g"
      })
  void readsASymbolHoweverItIsWritten(String written) {
    assertThat(CommandRun.of("explain", written).out()).startsWith("runtime.load_g\n");
  }

  @Test
  void aNameOfSeveralPackagesListsThem() {
    CommandRun run = CommandRun.of("explain", "runtime_Semacquire");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).first().asString().matches("SYMBOL +GO +DEFINED");
    assertThat(run.out())
        .contains("\nsync.runtime_Semacquire ", "\ninternal/poll.runtime_Semacquire");
  }

  @ParameterizedTest
  @CsvSource({
    "runtime.load_gg, runtime.load_g",
    "runtime.nanotim, runtime.nanotime",
    "sync/atomik.AddInt32, sync/atomic.AddInt32",
    "systemstak, runtime.systemstack",
  })
  void anUnknownSymbolIsAFindingAndNamesTheNearest(String written, String nearest) {
    CommandRun run = CommandRun.of("explain", written);

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("untether: no release known (Go 1.21..1.27) defines " + written + "; nearest: ")
        .contains(nearest);
  }

  @Test
  void aSymbolThatIsGoneIsNotUnknown() {
    CommandRun run =
        CommandRun.of("explain", "runtime.duffzero", "--go", "1.27", "--target", "linux/amd64");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .containsPattern(row("1.27", "nothing", "-", "undefined", "undefined", "everywhere"));
  }

  @Test
  void jsonLinesHaveTheSameInOneObject() {
    CommandRun run =
        CommandRun.of(
            "explain", "runtime.systemstack", "--format", "jsonl", "--target", "linux/amd64");

    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.out())
        .startsWith(
            "{\"schemaVersion\":1,\"kind\":\"symbol\",\"symbol\":\"runtime.systemstack\","
                + "\"periods\":[{\"first\":\"1.21\",\"last\":\"1.26\",\"blocked\":false,"
                + "\"builtin\":false,\"forms\":[{\"definition\":{\"kind\":\"assembly-function\","
                + "\"pushed\":false,\"pushedToStd\":false,\"definer\":\"runtime\"},"
                + "\"pull\":\"accepted\",\"assembly\":\"accepted\",\"where\":\"everywhere\","
                + "\"targets\":[\"linux/amd64\"]}]}")
        .contains(
            "\"verdict\":\"rejected\",\"rule\":\"not-pushed\"", "\"open\":[\"runtime.cgocall\"]");
  }

  // Rules and recipes.

  @ParameterizedTest
  @EnumSource
  void explainsEveryRuleOfTheLinker(Rule rule) {
    CommandRun run = CommandRun.of("explain", rule.id());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    // Rules of check come first where they have the same name.
    assertThat(run.out().lines()).contains(rule.id() + " (rule of the linker)");
  }

  @ParameterizedTest
  @EnumSource
  void explainsEveryFailure(FailureKind kind) {
    CommandRun run = CommandRun.of("explain", kind.id());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains(kind.meaning(), kind.advice());
  }

  @Test
  void explainsARecipe() {
    assertThat(CommandRun.of("explain", "drop-load-g-from-crosscall2").out())
        .startsWith("drop-load-g-from-crosscall2 (recipe)\nRemove the redundant load_g call");
  }

  @Test
  void anUnknownRuleNamesTheNearest() {
    CommandRun run = CommandRun.of("explain", "invalid-referense");

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err())
        .startsWith("untether: no rule, recipe or symbol \"invalid-referense\"; nearest: ")
        .contains("invalid-reference");
  }

  // Bad input.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explain | expected a symbol, a rule, or -",
        "explain runtime.gogo . | a PATH goes with - only",
        "explain runtime.gogo --format sarif | explain prints text or jsonl",
        "explain runtime.gogo --go 1.99 | the releases known are",
        "explain runtime.gogo --target linux/vax | unknown target",
        "explain runtime.gogo --goroot target | no Go sources",
      })
  void refusesArgumentsThatMakeNoSense(String line, String message) {
    CommandRun run = CommandRun.of(line.split(" ", -1));

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000", "....", "a.b.c.d", "(*).", "runtime.\u001b[31m", "%", "/"})
  void anySymbolAtAllIsAnswered(String written) {
    CommandRun run = CommandRun.of("explain", written);

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).startsWith("untether: no ").doesNotContain("\u001b");
  }

  @Test
  void saysSoWhenTheInputHoldsNothingThatItKnows() {
    byte[] output = "./main.go:3:15: undefined: undefinedName\n".getBytes(UTF_8);

    CommandRun run = CommandRun.reading(output, "explain", "-", scratch.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("holds no failure", "2>&1");
  }
}
