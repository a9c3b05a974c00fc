package dev.untether.forge.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.untether.forge.Metadata;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataBlockTest {
  private static final String BASE = "0123456789abcdef0123456789abcdef01234567";
  private static final Metadata OURS = of("module/a");
  private static final String BLOCK = MetadataBlock.of(OURS);

  private static Metadata of(String unit) {
    return new Metadata("go1.27", unit, BASE, "sha256:5f", List.of("drop-load-g@2", "shim@1"));
  }

  @Test
  void blockIsOneLineThatReadsBack() {
    assertThat(BLOCK).startsWith("<!-- untether {").endsWith("} -->").hasLineCount(1);
    assertThat(MetadataBlock.in(BLOCK)).contains(OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a --> <b>",
        "--><script>alert(1)</script><!--",
        "a--b---c",
        "-->",
        "-",
        "<!-- untether {\"campaign\":\"x\"} -->",
        "@everyone fixes #1 `code`",
        "zeile\nzeile\r\n/close",
        "\u2028 \u202e \ud83d\ude00 \u0000 \"\\",
      })
  void hostileNamesNeitherCloseTheCommentNorShowInIt(String unit) {
    String block = MetadataBlock.of(of(unit));

    String inside = block.substring("<!--".length(), block.length() - "-->".length());
    assertThat(inside).doesNotContain("--", "<", ">", "@", "#", "`", "\n", "\r");
    assertThat(block).matches("[ -~]+");
    assertThat(MetadataBlock.in(block)).contains(of(unit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "Text before.\n\n%s\n",
        "Text before.\r\n\r\n%s\r\nText after by somebody.\r\n",
        "old Mac\r%s\rafter",
        "joined with text %s and after",
        "   %s",
        "```\ncode\n```\n%s",
        "~~~~\n```\n~~~\n~~~~\n%s",
        "``` no `fence`\n%s",
        "> quoted\n\n%s",
        "<!-- a comment with\n```\nin it -->\n%s",
        "<!-- never closed\n```\n%s",
        "`code` on a line\n%s\n`code`",
      })
  void survivesWhatIsAroundIt(String body) {
    assertThat(MetadataBlock.in(String.format(body, BLOCK))).contains(OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> %s",
        ">%s",
        "  > > %s",
        "```\n%s\n```",
        "~~~ html\n%s\n~~~\n",
        "```\n~~~\n%s",
        "````\n```\n%s\n````",
        "`%s`",
        "    %s",
        "\t%s",
      })
  void quotedAndCodeCopiesDoNotCount(String body) {
    assertThat(MetadataBlock.in(String.format(body, BLOCK))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!-- untether -->",
        "<!-- untether {} -->",
        "<!-- untether [] -->",
        "<!-- untether {\"campaign\":\"a\",\"unit\":\"b\",\"base\":\"short\"} -->",
        "<!-- untether {\"campaign\":\"a\",\"unit\":7,\"base\":\"%s\"} -->",
        "<!-- untether {\"campaign\":\"a\",\"unit\":\"b\",\"base\":\"%s\"} } -->",
        "<!-- untether {\"campaign\":\"a\",\"unit\":\"b\",\"base\":\"%s\"}",
        "<!-- renovate {\"campaign\":\"a\",\"unit\":\"b\",\"base\":\"%s\"} -->",
        "untether {\"campaign\":\"a\",\"unit\":\"b\",\"base\":\"%s\"}",
      })
  void damagedAndForeignCommentsAreNoMetadata(String body) {
    assertThat(MetadataBlock.in(String.format(body, BASE))).isEmpty();
  }

  @Test
  void lastWellFormedBlockCounts() {
    String last = MetadataBlock.of(of("last"));

    assertThat(MetadataBlock.in(BLOCK + "\n" + last)).contains(of("last"));
    assertThat(MetadataBlock.in(BLOCK + last)).contains(of("last"));
    assertThat(MetadataBlock.in(last + "\n> " + BLOCK)).contains(of("last"));
    assertThat(MetadataBlock.in(last + "\n<!-- untether {oops} -->")).contains(of("last"));
    assertThat(MetadataBlock.in(last + "\n<!-- untether {\"campaign\":")).contains(of("last"));
  }

  @Test
  void fieldsOfLaterVersionsAndLineBreaksAreRead() {
    String body =
        "<!-- untether {\"schemaVersion\":9,\r\n \"new\":[{}],\n\"campaign\":\"c\",\"unit\":\"u\",\"base\":\""
            + BASE
            + "\"}\n-->";

    assertThat(MetadataBlock.in(body)).contains(new Metadata("c", "u", BASE, "", List.of()));
  }

  @Test
  void manyRecipesAreCutToTheLimit() {
    Metadata many =
        new Metadata("c", "u", BASE, "d", Collections.nCopies(100_000, "a-recipe-of-somebody@1"));

    String block = MetadataBlock.of(many);

    assertThat(block).hasSizeLessThanOrEqualTo(MetadataBlock.MAX_LENGTH);
    assertThat(MetadataBlock.in(block))
        .hasValueSatisfying(read -> assertThat(read.isOfSameUnit(many)).isTrue());
  }

  @Test
  void namesOfTwoThousandCharactersFitWhicheverTheyAre() {
    Metadata odd = new Metadata("c", "\u00e4".repeat(1_999), BASE, "d", List.of());

    assertThat(MetadataBlock.in(MetadataBlock.of(odd))).contains(odd);
  }

  @Test
  void endlessNamesAreRefused() {
    Metadata endless = new Metadata("c", "u".repeat(20_000), BASE, "d", List.of());

    assertThatThrownBy(() -> MetadataBlock.of(endless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- untether ",
        "<!-- untether\n",
        "<!--",
        "```\n",
        "`",
        "> ",
        "<!-- untether -->",
        "\n"
      })
  void hostileBodiesTakeLinearTime(String part) {
    String body = part.repeat(2_000_000 / part.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(MetadataBlock.in(body)).isEmpty());
  }

  @Test
  void deeplyNestedJsonIsNoMetadata() {
    String deep = "[".repeat(8_000) + "]".repeat(8_000);

    assertThat(MetadataBlock.in("<!-- untether " + deep + " -->")).isEmpty();
  }
}
