package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoModDirectiveTest {

  @Test
  void tellsEveryDirectiveInOrder() {
    GoMod goMod =
        parse(
            """
            module m
            require a.b/c v1.2.3 // indirect
            exclude a.b/c v1.0.0
            replace a.b/c => ../c
            retract v0.9.0
            tool a.b/c/cmd/x
            ignore ./node_modules
            godebug default=go1.21
            """);

    assertThat(goMod.problems()).isEmpty();
    assertThat(goMod.directives())
        .containsExactly(
            new GoModDirective.Require(at(2, 9), "a.b/c", "v1.2.3", true),
            new GoModDirective.Exclude(at(3, 9), "a.b/c", "v1.0.0"),
            new GoModDirective.Replace(
                at(4, 9), "a.b/c", Optional.empty(), "../c", Optional.empty()),
            new GoModDirective.Retract(at(5, 9), "v0.9.0", "v0.9.0"),
            new GoModDirective.Tool(at(6, 6), "a.b/c/cmd/x"),
            new GoModDirective.Ignore(at(7, 8), "./node_modules"),
            new GoModDirective.Godebug(at(8, 9), "default", "go1.21"));
  }

  @Test
  void tellsTheDirectivesOfBlocks() {
    GoMod goMod =
        parse(
            """
            module m
            require (
            	a.b/c v1.2.3
            	"a.b/d" `v1.0.0` // indirect; for the tests
            )
            replace (
            	a.b/c v1.2.3 => a.b/e v1.4.0
            	a.b/d => C:\\d
            )
            retract (
            	[v1.0.0, v1.1.0] // broken
            )
            """);

    assertThat(goMod.problems()).isEmpty();
    assertThat(goMod.requirements())
        .containsExactly(
            new GoModDirective.Require(at(3, 2), "a.b/c", "v1.2.3", false),
            new GoModDirective.Require(at(4, 2), "a.b/d", "v1.0.0", true));
    assertThat(goMod.replacements())
        .extracting(GoModDirective.Replace::version, GoModDirective.Replace::newPath)
        .containsExactly(tuple(Optional.of("v1.2.3"), "a.b/e"), tuple(Optional.empty(), "C:\\d"));
    assertThat(goMod.directives())
        .contains(new GoModDirective.Retract(at(11, 3), "v1.0.0", "v1.1.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"// indirect", "//indirect", "// indirect; why", "//\tindirect\r"})
  void knowsTheMarkOfIndirectRequirements(String comment) {
    GoMod goMod = parse("module m\nrequire a.b/c v1.0.0 " + comment + "\n");

    assertThat(goMod.requirements()).allMatch(GoModDirective.Require::indirect).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "// indirectly", "// not indirect", "// indirect too", "// indirect;"})
  void takesNoOtherCommentForThatMark(String comment) {
    GoMod goMod = parse("module m\nrequire a.b/c v1.0.0 " + comment + "\n");

    assertThat(goMod.requirements()).noneMatch(GoModDirective.Require::indirect).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "require a.b/c                    | 2:1  | a module path and a version",
        "require a.b/c v1 v2              | 2:1  | a module path and a version",
        "require \"\" v1.0.0              | 2:1  | a module path and a version",
        "require (;a.b/c;)                | 3:1  | a module path and a version",
        "exclude a.b/c                    | 2:1  | a module path and a version",
        "replace a.b/c                    | 2:1  | replace wants",
        "replace a.b/c ../c               | 2:1  | replace wants",
        "replace a.b/c =>                 | 2:1  | replace wants",
        "replace => ../c                  | 2:1  | replace wants",
        "replace a.b/c v1 v2 => ../c      | 2:1  | replace wants",
        "replace a.b/c => ../c v1.0.0     | 2:18 | a directory has no version",
        "replace a.b/c => d               | 2:18 | starts with ./ or ../",
        "replace a.b/c => a.b/d@v1.0.0    | 2:18 | starts with ./ or ../",
        "replace a.b/c \"=>\" ../c        | 2:1  | replace wants",
        "retract                          | 2:1  | retract wants",
        "retract [v1.0.0 v1.1.0]          | 2:1  | retract wants",
        "retract [v1.0.0, v1.1.0          | 2:1  | retract wants",
        "tool                             | 2:1  | exactly one path",
        "ignore a b                       | 2:1  | exactly one path",
        "godebug x                        | 2:1  | key=value",
        "godebug x=1,y=2                  | 2:1  | key=value",
      })
  void reportsWhatADirectiveLacks(String lines, String place, String message) {
    GoMod goMod = parse("module m\n" + lines.strip().replace(';', '\n') + "\n");

    assertThat(goMod.directives()).isEmpty();
    assertThat(goMod.problems()).hasSize(1);
    assertThat(goMod.problems().get(0).position()).hasToString(place);
    assertThat(goMod.problems().get(0).message()).contains(message);
  }

  @Test
  void keepsWhatIsAroundABrokenLine() {
    GoMod goMod = parse("module m\nrequire a.b/c v1.0.0\nrequire oops\nrequire a.b/d v1.0.0\n");

    assertThat(goMod.requirements())
        .extracting(GoModDirective.Require::path)
        .containsExactly("a.b/c", "a.b/d");
  }

  @Test
  void readsDependenciesMoreKindly() {
    String text =
        """
        go 1.9.x
        replace nonsense
        exclude nonsense
        toolchain nonsense
        godebug nonsense
        use nonsense
        require a.b/c v1.0.0
        """;

    GoMod goMod = GoMod.parseOfDependency("x.mod", SourceText.of(text));

    assertThat(goMod.problems()).isEmpty();
    assertThat(goMod.goVersion()).contains("1.9");
    assertThat(goMod.requirements()).hasSize(1);
    assertThat(goMod.directives()).hasSize(1);
    assertThat(parse("module m\n" + text).problems()).hasSize(5);
  }

  @Test
  void readsWorkspaces() {
    GoWork work =
        GoWork.parse(
            "go.work",
            SourceText.of(
                """
                go 1.22
                toolchain go1.24.1
                use ./a
                use (
                	../b // the other one
                )
                replace x.y/z => ./z
                require not v1.0.0
                """));

    assertThat(work.problems()).isEmpty();
    assertThat(work.goVersion()).contains("1.22");
    assertThat(work.toolchain()).contains("go1.24.1");
    assertThat(work.uses())
        .containsExactly(
            new GoModDirective.Use(at(3, 5), "./a"), new GoModDirective.Use(at(5, 2), "../b"));
    assertThat(work.replacements()).hasSize(1);
    assertThat(work.directives()).hasSize(3);
  }

  @Test
  void reportsWhatAWorkspaceLacks() {
    GoWork work = GoWork.parse("go.work", SourceText.of("go one\nuse\nuse (\n"));

    assertThat(work.uses()).isEmpty();
    assertThat(work.problems())
        .extracting(Finding::toString)
        .containsExactly(
            "go.work:1:4: error: not what go wants: one [go-mod]",
            "go.work:2:1: error: use wants exactly one path [go-mod]",
            "go.work:4:1: error: the block of use is not closed [go-mod]");
  }

  @Test
  void listsOnlyTheFirstProblemsOfAFileThatIsSomethingElse() {
    GoMod goMod = parse("module m\n" + "require\n".repeat(200_000));

    assertThat(goMod.problems()).hasSize(101);
    assertThat(goMod.problems().get(100).message()).contains("only the first 100");
  }

  @Test
  void readsAnEnormousFile() {
    GoMod goMod = parse("module m\n" + "require a.b/c v1.0.0 // indirect\n".repeat(300_000));

    assertThat(goMod.requirements()).hasSize(300_000);
    assertThat(goMod.problems()).isEmpty();
  }

  private static Position at(int line, int column) {
    return new Position(line, column);
  }

  private static GoMod parse(String text) {
    return GoMod.parse("go.mod", SourceText.of(text));
  }
}
