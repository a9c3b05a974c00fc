package dev.untether.forge.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.untether.forge.ForgeKind;
import dev.untether.forge.Metadata;
import dev.untether.git.AppliedRecipe;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DescriptionWriterTest {
  private static final Metadata METADATA =
      new Metadata("go1.27", "a", "0123456789abcdef0123456789abcdef01234567", "5f", List.of("r@1"));
  private static final AppliedRecipe RECIPE =
      new AppliedRecipe(
          "drop-load-g",
          2,
          "ab",
          "Drop `load_g` from crosscall2",
          "The call goes.\nNothing needs it.\n\nMore about it.",
          List.of(
              URI.create("https://go.dev/issue/67401"),
              URI.create("https://github.com/golang/go/issues/67401")));

  private static final Description.Values SMALL =
      new Description.Values(
          "Cut runtime ties in a",
          List.of(RECIPE),
          List.of("asm_arm64.s", "doc/`odd`.go"),
          "| target | verdict |\n|---|---|\n| linux/arm64 | rejected |",
          "| target | verdict |\n|---|---|\n| linux/arm64 | accepted |",
          List.of(finding("asm_386.s", "a branch `n(PC)` spans it")),
          List.of(finding("go.mod", "the go line is old")),
          "All 12 builds link.",
          "untether migrate --recipe drop-load-g --write",
          ".untether-ignore",
          METADATA);

  private final DescriptionWriter writer = new DescriptionWriter();

  private static Finding finding(String path, String message) {
    return new Finding("rule", Severity.NOTE, path, new Position(3, 5), message);
  }

  private static Description.Values hostile(String text) {
    AppliedRecipe recipe = new AppliedRecipe(text, 1, "ab", text, text, List.of());
    return new Description.Values(
        text,
        List.of(recipe),
        List.of(text),
        "",
        "",
        List.of(finding(text, text)),
        List.of(finding(text, text)),
        "",
        text,
        text,
        METADATA);
  }

  private static Description.Values enormous(String text, int count) {
    AppliedRecipe recipe = new AppliedRecipe(text, 1, "ab", text, text, List.of());
    return new Description.Values(
        text,
        Collections.nCopies(count, recipe),
        Collections.nCopies(count, text),
        (text + "\n").repeat(count),
        (text + "\n").repeat(count),
        Collections.nCopies(count, finding(text, text)),
        Collections.nCopies(count, finding(text, text)),
        (text + "\n").repeat(count),
        text,
        text,
        METADATA);
  }

  @Test
  void bodySaysEverythingThereIsToSay() {
    Description description = writer.write(SMALL, ForgeKind.GITLAB);

    assertThat(description.title()).isEqualTo("Cut runtime ties in a");
    assertThat(description.body())
        .isEqualTo(
            """
            **Drop `load_g` from crosscall2** (`drop-load-g`)

            The call goes\\. Nothing needs it\\.

            Why: <https://go.dev/issue/67401>, <https://github.com/golang/go/issues/67401>

            ### Verdicts of the linker

            Before:

            | target | verdict |
            |---|---|
            | linux/arm64 | rejected |

            After:

            | target | verdict |
            |---|---|
            | linux/arm64 | accepted |

            ### Proof

            All 12 builds link.

            <details><summary>2 files change</summary>

            - `asm_arm64.s`
            - ``doc/`odd`.go``

            </details>

            ### Left as it is

            - `asm_386.s:3:5`: a branch `n(PC)` spans it

            ### Notes

            - `go.mod:3:5`: the go line is old

            ### To get the same files

            At the root of a clone:

            ```sh
            git switch --detach 0123456789abcdef0123456789abcdef01234567
            untether migrate --recipe drop-load-g --write
            ```

            ### To have none of this

            Close this pull request: it is not opened again for the same change.
            A file named `.untether-ignore` keeps us out of the directory it lies in, and of what is below it.

            """
                + MetadataBlock.of(METADATA)
                + "\n");
  }

  @Test
  void partsWithNothingToSayAreNotThere() {
    Description.Values bare =
        new Description.Values(
            "t", List.of(), List.of("a.s"), "", "", List.of(), List.of(), " ", "c", "", METADATA);

    assertThat(writer.write(bare, ForgeKind.GITHUB).body())
        .startsWith("<details><summary>1 file changes</summary>")
        .doesNotContain("### Proof", "### Notes", "### Left", "### Verdicts", "A file named");
  }

  @Test
  void linksOnGitHubLeaveNoEntryInTheIssuesThatTheyNameThere() {
    assertThat(writer.write(SMALL, ForgeKind.GITHUB).body())
        .contains("<https://redirect.github.com/golang/go/issues/67401>")
        .contains("<https://go.dev/issue/67401>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping @everyone and @org/team",
        "fixes #12, closes owner/repo#12, GH-12",
        "<script>alert(1)</script><img src=x onerror=y>",
        "[click](javascript:alert(1)) ![](https://evil.example/p.png)",
        "a | b \\| c",
        "`unbalanced @user",
        "``@user`` and `` ` @user ` ``",
        "<!-- untether {} --> --> <!--",
        "https://github.com/o/r/issues/1",
        "a\n\n# Heading\n\n/close\n> quote\n```\ncode\n",
        "&#64;user &commat;user",
        "\u202etxt.exe\u0000\u0007",
        "</details></summary>",
        "%1 !2 &3 ~4 $5 ^alert#6",
      })
  void hostileTextNeitherMentionsNorReferesNorCloses(String text) {
    Description description = writer.write(hostile(text), ForgeKind.GITLAB);

    String outside = outsideOfCode(description.body());
    assertThat(outside)
        .doesNotContainPattern("@[A-Za-z]")
        .doesNotContainPattern("[#!%~$^]\\w")
        .doesNotContainPattern("GH-\\d")
        .doesNotContain("<script", "<img", "](javascript", "![", "https://github", "&#64;")
        .doesNotContainPattern("(?m)^/close")
        .doesNotContainPattern("(?m)^# ");
    assertThat(outside.split("</details>", -1)).hasSize(2);
    assertThat(outside.split("<!--", -1)).hasSize(2);
    assertThat(MetadataBlock.in(description.body())).contains(METADATA);
    assertThat(description.title()).hasLineCount(1).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }

  /** Takes away blocks and spans of code, as CommonMark has them, and the block of metadata. */
  private static String outsideOfCode(String body) {
    return body.replaceAll("(?ms)^(`{3,})sh\n.*?^\\1$", "")
        .replaceAll("(?<![`\\\\])(`+)(?!`)[^\n]*?(?<!`)\\1(?!`)", "")
        .replace("&#8203;", "\u200b")
        .replace(MetadataBlock.of(METADATA), "<!--");
  }

  @Test
  void givenMarkdownKeepsItsTablesAndLosesMentionsAndComments() {
    Description.Values values =
        new Description.Values(
            "t",
            List.of(),
            List.of(),
            "",
            "",
            List.of(),
            List.of(),
            "| `x@v1` | @user |\r\n|---|---|\r\n<!-- untether {} -->\n```\n@in code\n",
            "c",
            "",
            METADATA);

    assertThat(writer.write(values, ForgeKind.GITEA).body())
        .contains(
            "| `x@v1` | @&#8203;user |\n|---|---|\n&lt;!-- untether {} -->\n```\n@in code\n```\n");
  }

  @ParameterizedTest
  @CsvSource({"GITHUB, 65536", "GITLAB, 1048576", "GITEA, 65535"})
  void enormousInputFitsTheForge(ForgeKind kind, int limit) {
    for (String text : List.of("word", "@".repeat(9_000), "\u00e4 `x` ".repeat(500), "```", "`")) {
      Description description =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> writer.write(enormous(text, 50_000), kind));

      assertThat(description.body().getBytes(StandardCharsets.UTF_8))
          .hasSizeLessThanOrEqualTo(limit);
      assertThat(MetadataBlock.in(description.body())).contains(METADATA);
      assertThat(description.body()).contains("### To get the same files", "### To have none");
      assertThat(description.title()).hasSizeLessThanOrEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void leastImportantPartsGoFirstAndTheBodySaysSo(ForgeKind kind) {
    String proof =
        String.join("\n", IntStream.range(0, 20_000).mapToObj(i -> "proof line " + i).toList());
    Description.Values values =
        new Description.Values(
            "t",
            List.of(RECIPE),
            IntStream.range(0, 1_000).mapToObj(i -> "file" + i + ".go").toList(),
            proof.replace("proof", "before"),
            "",
            List.of(),
            List.of(finding("a", "a note")),
            proof,
            "c",
            "",
            METADATA);

    String body = writer.write(values, kind).body();

    assertThat(body).contains("Nothing needs it", "before line 999\n");
    if (kind == ForgeKind.GITLAB) {
      assertThat(body).contains("proof line 999\n", "and 700 more", "### Notes");
    } else {
      assertThat(body)
          .contains("_The rest of this part does not fit._")
          .contains("_Left out, since the forge takes no longer description: files, proof, notes._")
          .doesNotContain("proof line", "### Notes");
    }
  }

  @Test
  void cutFoldsAndBlocksOfCodeAreClosed() {
    String text = "<details>\n\n```\n" + "line\n".repeat(1_000) + "```\n\n</details>";

    assertThat(new Part("proof", text).fitted(500).orElseThrow())
        .endsWith("line\n```\n\n</details>\n\n_The rest of this part does not fit._")
        .hasSizeLessThanOrEqualTo(500);
    assertThat(new Part("proof", text).fitted(20)).isEmpty();
    assertThat(new Part("proof", text).fitted(10_000)).contains(text);
  }
}
