package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of golinkname over the example of its author's article, whose module and line
 * numbers are those of src/test/resources/index/linkname-example; the words in it are ours. What is
 * expected is what the article prints.
 */
final class IndexCommandsTest {
  private static final Path RESOURCES = Path.of("src/test/resources/index");
  private static final String EXAMPLE = RESOURCES.resolve("linkname-example").toString();

  @TempDir Path directory;

  @Test
  void listPrintsTheTableOfTheArticle() throws IOException {
    assertThat(CommandRun.of("list", "--dir", EXAMPLE).out())
        .isEqualTo(
            """
            FILE:LINE          FORM          DIR   LOCAL  TARGET                        RESOLVED           WARNINGS
            pkg/bar/bar.go:13  func/two-arg  pull  f      linkname-example/pkg/foo.foo  pkg/foo/foo.go:19  -
            pkg/foo/foo.go:18  func/one-arg  push  foo    -                             -                  -
            """);
  }

  @Test
  void refsPrintsTheObjectOfTheArticle() throws IOException {
    CommandRun run =
        CommandRun.of("refs", "--pretty", "-C", EXAMPLE, "linkname-example/pkg/foo.foo");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEqualTo(Files.readString(RESOURCES.resolve("refs.json")));
  }

  @Test
  void nobodyRefersToTheSymbolThatOnlyPulls() {
    CommandRun run = CommandRun.of("refs", "--dir", EXAMPLE, "linkname-example/pkg/bar.f");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEqualTo("[]\n");
  }

  @Test
  void relatedAlsoFollowsTheSymbolsOwnDirective() throws IOException {
    CommandRun run =
        CommandRun.of("related", "--pretty", "--dir", EXAMPLE, "linkname-example/pkg/bar.f");

    assertThat(run.out()).isEqualTo(Files.readString(RESOURCES.resolve("refs.json")));
  }

  @Test
  void relatedKnowsNothingOfOtherNames() {
    assertThat(CommandRun.of("related", "-C", EXAMPLE, "linkname-example/pkg/bar.g").out())
        .isEqualTo("[]\n");
  }

  @Test
  void indexIsOneArrayOfEveryDirective() throws IOException {
    assertThat(CommandRun.of("index", "--pretty", "-C", EXAMPLE).out())
        .isEqualTo(Files.readString(RESOURCES.resolve("index.json")));
  }

  @Test
  void indexWithoutPrettyIsOneLine() {
    assertThat(CommandRun.of("index", "-C", EXAMPLE).out().lines()).hasSize(1);
  }

  @Test
  void fileLimitsTheListToOneFile() {
    assertThat(CommandRun.of("index", "-C", EXAMPLE, "--file", "pkg/foo/foo.go").out())
        .contains("pkg/foo/foo.go")
        .doesNotContain("\"file\":\"pkg/bar/bar.go\"");
    assertThat(CommandRun.of("index", "-C", EXAMPLE, "--file", EXAMPLE + "/pkg/foo/foo.go").out())
        .contains("\"localName\":\"foo\"");
    assertThat(CommandRun.of("index", "-C", EXAMPLE, "--file", "foo.go").out()).isEqualTo("[]\n");
  }

  @Test
  void assemblyStandsBesideDirectivesUnlessItIsLeftOut() throws IOException {
    mixed();

    assertThat(CommandRun.of("list", "-C", directory.toString()).out().lines().map(this::squeezed))
        .contains("a.s:4 asm/call pull caller runtime.entersyscall");
    assertThat(CommandRun.of("list", "--no-asm", "-C", directory.toString()).out())
        .doesNotContain("asm/");
    assertThat(CommandRun.of("index", "-C", directory.toString()).out())
        .contains("\"kind\":\"asm\"", "\"function\":\"example.com/m.caller\"");
  }

  @Test
  void targetsAreNamedWhereTheyAreNotAll() throws IOException {
    mixed();

    assertThat(CommandRun.of("index", "--no-asm", "-C", directory.toString()).out())
        .contains("\"targets\":[\"plan9/386\",\"plan9/amd64\",\"plan9/arm\"]");
    assertThat(
            CommandRun.of("index", "--no-asm", "--target", "plan9/*", "-C", directory.toString())
                .out())
        .doesNotContain("\"targets\"");
  }

  @Test
  void scanListsDirectivesOnSymbolsOfOtherPackagesAndWithAllEveryOne() throws IOException {
    mixed();

    CommandRun some = CommandRun.of("scan", "--format", "jsonl", directory.toString());
    CommandRun all = CommandRun.of("scan", "--all", directory.toString());

    assertThat(some.out().lines())
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("{\"schemaVersion\":1,\"kind\":\"linkname\"")
                    .contains("\"localName\":\"now\"", "\"symbol\":\"runtime.nanotime\""));
    assertThat(all.out())
        .contains("b_plan9.go:9:1: linkname-push example.com/m.own ")
        .contains("b_plan9.go:5:1: linkname-pull runtime.nanotime as example.com/m.now ");
  }

  @Test
  void everyFieldOfTheIndexIsInTheSchema() throws IOException {
    mixed();
    Files.writeString(directory.resolve("c.go"), "package m\n\n//go:linkname x y.z\n");
    String schema =
        Files.readString(Path.of("src/main/resources/dev/untether/report/index.schema.json"));

    String index = CommandRun.of("index", "-C", directory.toString()).out();

    assertThat(Pattern.compile("\"(\\w+)\":").matcher(index).results().map(it -> it.group(1)))
        .contains("schemaVersion", "kind", "resolved", "targets", "warnings")
        .allSatisfy(field -> assertThat(schema).contains("\"" + field + "\": {"));
  }

  @Test
  void aGorootWithoutSourcesIsAMistake() {
    CommandRun run = CommandRun.of("list", "-C", EXAMPLE, "--goroot", directory.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("no Go sources");
  }

  @Test
  void aMissingDirectoryIsReported() {
    CommandRun run = CommandRun.of("list", "-C", directory.resolve("nowhere").toString());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("does not exist");
  }

  @Test
  void refsWithoutASymbolIsAMistake() {
    assertThat(CommandRun.of("refs", "-C", EXAMPLE).exit()).isEqualTo(ExitCode.USAGE);
  }

  private String squeezed(String line) {
    return line.replaceAll(" +", " ").replaceAll(" \\S+ -$", "");
  }

  private void mixed() throws IOException {
    Files.writeString(directory.resolve("go.mod"), "module example.com/m\n\ngo 1.26\n");
    Files.writeString(
        directory.resolve("a.s"),
        """
        #include "textflag.h"

        TEXT ·caller(SB), NOSPLIT, $0
        \tCALL\truntime·entersyscall(SB)
        \tRET
        """);
    Files.writeString(
        directory.resolve("b_plan9.go"),
        """
        package m

        import _ "unsafe"

        //go:linkname now runtime.nanotime

        func now() int64

        //go:linkname own
        func own() {}
        """);
  }
}
