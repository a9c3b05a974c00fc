package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code check} from arguments to exit code. That the linker refuses runtime.gcount to all since Go
 * 1.23 and takes runtime.nanotime is what {@code go build} of the module below says.
 */
final class CheckCommandTest {
  private static final String LINK =
      """
      package inner

      import _ "unsafe"

      //go:linkname gcount runtime.gcount
      func gcount() int32

      //go:linkname nanotime runtime.nanotime
      func nanotime() int64

      func Use() int64 { return int64(gcount()) + nanotime() }
      """;
  private static final String MAIN =
      """
      package main

      import "example.com/m/inner"

      func main() { println(inner.Use()) }
      """;
  private static final String TEST =
      """
      package inner_test

      import (
      \t"testing"

      \t"example.com/m/inner"
      )

      func TestUse(t *testing.T) { inner.Use() }
      """;

  @TempDir private Path scratch;
  private Module module = new Module(Path.of(""));

  @BeforeEach
  void moduleWithOnePullThatIsRefusedAndOneThatIsNot() {
    module = Module.in(scratch.resolve("m"));
    module.write("inner/link.go", LINK);
    module.write("inner/empty.s", "");
    module.write("cmd/main.go", MAIN);
  }

  private CommandRun check(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "check";
    args[1] = "--target";
    args[2] = "linux/amd64";
    System.arraycopy(options, 0, args, 3, options.length);
    args[args.length - 1] = module.path();
    return CommandRun.of(args);
  }

  @Test
  void pageShowsWhichReleaseRefusesWhat() {
    CommandRun run = check("--format", "html");

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .startsWith("<!DOCTYPE html>")
        .contains("Refused, by release", "What breaks", "Tolerated today", "For review")
        .contains("<th scope=\"row\"><code>runtime.gcount</code></th>")
        .contains("&gt;    5  //go:linkname gcount runtime.gcount")
        .doesNotContain("<th scope=\"row\"><code>runtime.nanotime</code></th>");
  }

  @Test
  void partsOfGoItselfAreNotJudged() {
    module.write("go.mod", "module std\n\ngo 1.26\n");

    CommandRun run = check();

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("module std is part of Go").contains("[standard-library]");
  }

  @Test
  void textTellsWhatBreaksThenWhatIsToleratedThenWhatAReviewerWouldSay() {
    CommandRun run = check();

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .startsWith(
            """
            BREAKS

            runtime.gcount
              linker:   rejected in Go 1.24 to 1.27 on linux/amd64: its definition does not
                        carry //go:linkname
              inner/link.go:5:1: error: Go 1.24 rejects runtime.gcount on linux/amd64 \
            [linkname-rejected]

            TOLERATED TODAY
            """)
        .containsSubsequence("runtime.nanotime  inner/link.go:8:1", "REVIEW", "missing-rationale");
    assertThat(run.err()).contains("1 error, 0 warnings, 4 notes; 3 files read");
  }

  @Test
  void verboseTextQuotesTheLinker() {
    assertThat(check("-v").out())
        .contains("link: example.com/m/inner: invalid reference to runtime.gcount");
    assertThat(check().out()).doesNotContain("invalid reference");
  }

  @Test
  void jsonLinesHaveTheFieldsThatScriptsDependOn() {
    CommandRun run = check("--format", "jsonl", "--go", "1.27");

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out().lines().findFirst().orElse(""))
        .startsWith(
            "{\"schemaVersion\":1,\"kind\":\"finding\",\"rule\":\"linkname-rejected\","
                + "\"group\":\"breaks\",\"severity\":\"error\",\"file\":\"inner/link.go\","
                + "\"line\":5,\"column\":1,\"message\":\"Go 1.27 rejects runtime.gcount"
                + " on linux/amd64\",\"symbol\":\"runtime.gcount\",\"linkedBy\":\"program\","
                + "\"verdicts\":[{\"go\":\"1.27\",\"target\":\"linux/amd64\","
                + "\"verdict\":\"rejected\",\"linker\":\"link: example.com/m/inner: invalid"
                + " reference to runtime.gcount\",")
        .endsWith("\"recipes\":[]}");
  }

  @Test
  void findingThatNothingLinksIsForTheUsersOfTheModule() {
    module.write("cmd/main.go", "package main\n\nfunc main() {}\n");

    assertThat(check().out())
        .contains("on linux/amd64 (your own build does not link it; your users' will)");
    assertThat(check("--format", "jsonl").out()).contains("\"linkedBy\":\"nothing\"");
  }

  @Test
  void findingThatOnlyTestsLinkIsSaidToBeSo() {
    module.write("cmd/main.go", "package main\n\nfunc main() {}\n");
    module.write("inner/link_test.go", TEST);

    assertThat(check().out()).contains("on linux/amd64 (only your tests link it, no program)");
    assertThat(check("--format", "jsonl").out()).contains("\"linkedBy\":\"test\"");
  }

  @Test
  void packageInternalToTheModuleThatNothingImportsIsNobodys() {
    module.write("internal/p/link.go", LINK.replace("runtime.gcount", "runtime.schedinit"));

    assertThat(check().out())
        .contains("(nothing links it: no program or test here, and no package");
  }

  @Test
  void programsBesideThePathCountToo() {
    String[] paths = {module.path("inner"), module.path("inner/link.go")};
    for (String path : paths) {
      CommandRun run = CommandRun.of("check", "--target", "linux/amd64", path);

      assertThat(run.out()).contains("rejects runtime.gcount on linux/amd64 [linkname-rejected]");
    }
  }

  @Test
  void programThatIsBuiltElsewhereLinksNothingHere() {
    module.write("cmd/main.go", "//go:build windows\n\n" + MAIN);

    assertThat(check().out()).contains("your own build does not link it");
    assertThat(CommandRun.of("check", module.path()).out())
        .contains("rejects runtime.gcount")
        .doesNotContain("your own build does not link it");
  }

  @Test
  void exitCodeFollowsTheThreshold() {
    assertThat(check("--fail-on", "never").exit()).isEqualTo(ExitCode.OK);
    assertThat(check("--fail-on", "warning").exit()).isEqualTo(ExitCode.FINDINGS);
    module.write("inner/link.go", LINK.replace("runtime.gcount", "runtime.nanotime"));
    assertThat(check().exit()).isEqualTo(ExitCode.OK);
    assertThat(check("--fail-on", "note").exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void thresholdThatIsNoneIsAUsageError() {
    CommandRun run = check("--fail-on", "fatal");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--fail-on fatal: expected error, warning, note or never");
  }

  @Test
  void formatThatIsNoneIsAUsageErrorThatNamesThoseThereAre() {
    CommandRun run = check("--format", "xml");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("check prints text, jsonl, sarif, html, github");
  }

  @Test
  void directoryThatIsNoGoInstallationIsAUsageError() {
    CommandRun run = check("--goroot", scratch.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("no Go sources (src/runtime) in there");
  }

  @Test
  void releaseAfterTheNewestKnownIsUnknownAndNeverGuessed() {
    CommandRun run = check("--go", "1.28", "--format", "jsonl");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("\"rule\":\"verdict-unknown\"", "--go 1.27 by the newest release known")
        .doesNotContain("\"verdict\":\"rejected\"", "\"verdict\":\"accepted\"");
  }

  @Test
  void fileThatCannotBeReadIsReportedAndTheRestIsJudged() throws IOException {
    Files.createSymbolicLink(module.directory().resolve("inner/bad.go"), Path.of("nowhere"));

    CommandRun run = check();

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("inner/bad.go");
    assertThat(run.out()).contains("rejects runtime.gcount");
  }

  @Test
  void moduleWithoutReferencesHasNoFindings() {
    module.write("inner/link.go", "package inner\n\nfunc Use() int64 { return 1 }\n");

    CommandRun run = check("--fail-on", "note");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEmpty();
  }
}
