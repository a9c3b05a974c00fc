package dev.untether.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoModTest {

  @Test
  void tellsModuleGoAndToolchain() {
    GoMod goMod =
        parse(
            """
            // A module.
            module example.com/x // the path

            go 1.23
            toolchain go1.24.2

            require (
            	golang.org/x/sys v0.30.0 // indirect
            )
            replace golang.org/x/sys => ./sys
            retract [v1.0.0, v1.1.0] // go 1.1
            """);

    assertThat(goMod.modulePath()).contains("example.com/x");
    assertThat(goMod.goVersion()).contains("1.23");
    assertThat(goMod.toolchain()).contains("go1.24.2");
    assertThat(goMod.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "module example.com/x",
        "module\texample.com/x\r\n",
        "\uFEFFmodule example.com/x\n",
        "module \"example.com/x\"\n",
        "module `example.com/x`\n",
        "module (\n\texample.com/x\n)\n",
        "module (\r\n\texample.com/x // why\r\n)\r\n",
        "//module y\nmodule example.com/x//z\n",
        "require (\n\tmodule v1.0.0\n)\nmodule example.com/x\n",
        "require ()\nmodule example.com/x\n",
        "unheard-of [ directive ] => x\nmodule example.com/x\n",
      })
  void takesEveryFormOfTheModuleLine(String text) {
    GoMod goMod = parse(text);

    assertThat(goMod.modulePath()).contains("example.com/x");
    assertThat(goMod.problems()).isEmpty();
  }

  @Test
  void leavesEmptyWhatIsNotSaid() {
    GoMod goMod = parse("module m\n");

    assertThat(goMod.goVersion()).isEmpty();
    assertThat(goMod.toolchain()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.18", "1.23", "1.24.2", "1.25rc1", "1.26.0"})
  void takesEveryKindOfGoVersion(String version) {
    assertThat(parse("module m\ngo " + version + "\n").goVersion()).contains(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "module a b                | 1:1  | exactly one argument",
        "module                    | 1:1  | exactly one argument",
        "module \"\"               | 1:1  | exactly one argument",
        "module \"a                | 1:8  | not closed",
        "module a;go one           | 2:4  | not what go wants: one",
        "module a;go 1.2.3.4       | 2:4  | not what go wants",
        "module a;go 1.023         | 2:4  | not what go wants",
        "module a;toolchain 1.24   | 2:11 | not what toolchain wants",
        "module a;module b         | 2:1  | a second module line",
        "module a;go 1.21;go 1.22  | 3:1  | a second go line",
        "module a;go (;1.21;)      | 2:1  | does not allow a block",
        "module a;require (;x v1   | 3:5  | not closed",
      })
  void reportsWhatItCannotUnderstand(String lines, String place, String message) {
    GoMod goMod = parse(lines.strip().replace(';', '\n'));

    assertThat(goMod.problems()).isNotEmpty();
    Finding problem = goMod.problems().get(0);
    assertThat(problem.message()).contains(message);
    assertThat(problem.position()).hasToString(place);
    assertThat(problem.path()).isEqualTo("sub/go.mod");
  }

  @Test
  void keepsTheFirstOfTwoLines() {
    GoMod goMod = parse("module a\nmodule b\ngo 1.21\ngo 1.22\n");

    assertThat(goMod.modulePath()).contains("a");
    assertThat(goMod.goVersion()).contains("1.21");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "// module m\n",
        "go 1.23\n",
        "modulem\n",
        "(",
        ")",
        "\"",
        "`",
        "\\",
        "module \"a\\"
      })
  void reportsAMissingModuleLine(String text) {
    GoMod goMod = parse(text);

    assertThat(goMod.modulePath().filter(path -> !path.contains("a"))).isEmpty();
    assertThat(goMod.problems()).isNotEmpty();
  }

  private static GoMod parse(String text) {
    return GoMod.parse("sub/go.mod", SourceText.of(text));
  }
}
