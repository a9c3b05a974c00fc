package dev.untether.report.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {

  private static String diff(String before, String after) {
    return diff(new UnifiedDiff(), before, after);
  }

  private static String diff(UnifiedDiff diff, String before, String after) {
    return text(
        diff.toBytes(
            List.of(FilePatch.modified("x.s", SourceText.of(before), SourceText.of(after)))));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "\t" + i + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void nothingChangedIsNothingWritten() {
    assertThat(diff("RET\n", "RET\n")).isEmpty();
    assertThat(text(new UnifiedDiff().toBytes(List.of()))).isEmpty();
  }

  @Test
  void aChangedLineIsShownWithThreeLinesAroundIt() {
    assertThat(diff(lines(1, 9), lines(1, 4) + "\tfive\n" + lines(6, 9)))
        .isEqualTo(
            """
            diff --git a/x.s b/x.s
            index b6a2facdc2b074d90393802113e5e1e87baa6c0e..7a4c0f89a90d966d95e83b2094d19775e522c686
            --- a/x.s
            +++ b/x.s
            @@ -2,7 +2,7 @@
             \t2
             \t3
             \t4
            -\t5
            +\tfive
             \t6
             \t7
             \t8
            """);
  }

  @Test
  void theContextCanBeWiderNarrowerOrNone() {
    String before = lines(1, 9);
    String after = lines(1, 4) + lines(6, 9);
    assertThat(diff(new UnifiedDiff(1), before, after))
        .endsWith("@@ -4,3 +4,2 @@\n \t4\n-\t5\n \t6\n");
    assertThat(diff(new UnifiedDiff(0), before, after)).endsWith("@@ -5 +4,0 @@\n-\t5\n");
    assertThat(diff(new UnifiedDiff(0), after, before)).endsWith("@@ -4,0 +5 @@\n+\t5\n");
    assertThat(diff(new UnifiedDiff(Integer.MAX_VALUE), before, after)).contains("@@ -1,9 +1,8 @@");
  }

  @Test
  void aNegativeContextIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new UnifiedDiff(-1));
  }

  @Test
  void changesWhoseContextTouchesShareAHunk() {
    String before = lines(1, 20);
    String sixBetween = before.replace("\t5\n", "").replace("\t12\n", "");
    String sevenBetween = before.replace("\t5\n", "").replace("\t13\n", "");
    assertThat(diff(before, sixBetween)).containsOnlyOnce("\n@@ ").contains("@@ -2,14 +2,12 @@");
    assertThat(diff(before, sevenBetween)).contains("@@ -2,7 +2,6 @@").contains("@@ -10,7 +9,6 @@");
  }

  @Test
  void aHunkNamesTheNearestLineAboveItThatStartsWithALetter() {
    String before = "TEXT ·f(SB), $0 \r\n" + lines(1, 9);
    assertThat(diff(before, before.replace("\t9", "\tnine")))
        .contains("@@ -7,4 +7,4 @@ TEXT ·f(SB), $0\n");
  }

  @Test
  void aHeadingHoldsUntilTheNextOne() {
    String before = "func f() {\n" + lines(1, 40);
    assertThat(diff(before, before.replace("\t9\n", "").replace("\t39\n", "")))
        .contains("@@ -7,7 +7,6 @@ func f() {\n", "@@ -37,5 +36,4 @@ func f() {\n");
  }

  @Test
  void aLongHeadingIsCutBetweenCharacters() {
    String before = "x".repeat(79) + "é\n" + lines(1, 9);
    assertThat(diff(before, before.replace("\t9\n", ""))).contains(" @@ " + "x".repeat(79) + "\n");
  }

  @Test
  void aMissingFinalNewlineIsSaidOfTheSideThatLacksIt() {
    String mark = "\\ No newline at end of file\n";
    assertThat(diff("RET", "RET\n")).endsWith("@@ -1 +1 @@\n-RET\n" + mark + "+RET\n");
    assertThat(diff("RET\n", "RET")).endsWith("@@ -1 +1 @@\n-RET\n+RET\n" + mark);
    assertThat(diff("NOP", "RET")).endsWith("-NOP\n" + mark + "+RET\n" + mark);
    assertThat(diff("NOP\nRET", "RET")).endsWith("@@ -1,2 +1 @@\n-NOP\n RET\n" + mark);
  }

  @Test
  void lineEndingsAreContent() {
    assertThat(diff("NOP\r\nRET\r\n", "NOP\r\nRET\n"))
        .endsWith("@@ -1,2 +1,2 @@\n NOP\r\n-RET\r\n+RET\n");
    assertThat(diff("a\rb\n", "a\rc\n")).endsWith("@@ -1 +1 @@\n-a\rb\n+a\rc\n");
  }

  @Test
  void bytesThatAreNotUtf8AreCopied() {
    byte[] before = {(byte) 0xFF, '\n', 'a', (byte) 0xE9, '\n'};
    byte[] after = {(byte) 0xFF, '\n', 'a', (byte) 0xE8, '\n'};
    byte[] diff =
        new UnifiedDiff()
            .toBytes(List.of(FilePatch.modified("x", SourceText.of(before), SourceText.of(after))));
    assertThat(new String(diff, StandardCharsets.ISO_8859_1))
        .endsWith("@@ -1,2 +1,2 @@\n \u00FF\n-a\u00E9\n+a\u00E8\n");
  }

  @Test
  void aFileEmptiedIsNotAFileDeleted() {
    assertThat(diff("RET\n", ""))
        .isEqualTo(
            """
            diff --git a/x.s b/x.s
            index 6657c4f43f3dab92f320d2934eb477e2d3dac7b5..e69de29bb2d1d6434b8b29ae775ad8c2e48c5391
            --- a/x.s
            +++ b/x.s
            @@ -1 +0,0 @@
            -RET
            """);
  }

  @Test
  void aNewFileComesFromNowhere() {
    assertThat(text(new UnifiedDiff().toBytes(List.of(created("a/x.s", "RET\n")))))
        .isEqualTo(
            """
            diff --git a/a/x.s b/a/x.s
            new file mode 100644
            index 0000000000000000000000000000000000000000..6657c4f43f3dab92f320d2934eb477e2d3dac7b5
            --- /dev/null
            +++ b/a/x.s
            @@ -0,0 +1 @@
            +RET
            """);
  }

  @Test
  void aDeletedFileGoesNowhere() {
    assertThat(
            text(
                new UnifiedDiff()
                    .toBytes(List.of(FilePatch.deleted("x.s", SourceText.of("RET\n"))))))
        .isEqualTo(
            """
            diff --git a/x.s b/x.s
            deleted file mode 100644
            index 6657c4f43f3dab92f320d2934eb477e2d3dac7b5..0000000000000000000000000000000000000000
            --- a/x.s
            +++ /dev/null
            @@ -1 +0,0 @@
            -RET
            """);
  }

  @Test
  void anEmptyFileHasAHeaderOnly() {
    assertThat(text(new UnifiedDiff().toBytes(List.of(created("x", "")))))
        .isEqualTo(
            """
            diff --git a/x b/x
            new file mode 100644
            index 0000000000000000000000000000000000000000..e69de29bb2d1d6434b8b29ae775ad8c2e48c5391
            """);
  }

  @Test
  void aPathWithABlankIsClosedByATab() {
    assertThat(text(new UnifiedDiff().toBytes(List.of(created("a b", "RET\n")))))
        .contains("diff --git a/a b b/a b\n", "+++ b/a b\t\n", "--- /dev/null\n");
  }

  @Test
  void aBlankThatGnuPatchWouldLoseIsQuoted() {
    assertThat(text(new UnifiedDiff().toBytes(List.of(created("a b", "")))))
        .startsWith("diff --git \"a/a b\" \"b/a b\"\n");
    assertThat(text(new UnifiedDiff().toBytes(List.of(created("a ", "RET\n")))))
        .contains("diff --git \"a/a \" \"b/a \"\n", "+++ \"b/a \"\t\n");
  }

  @Test
  void anOddPathIsQuoted() {
    assertThat(text(new UnifiedDiff().toBytes(List.of(created("\"é\n", "RET\n")))))
        .contains("diff --git \"a/\\\"\\303\\251\\n\" \"b/\\\"\\303\\251\\n\"\n")
        .contains("+++ \"b/\\\"\\303\\251\\n\"\n");
  }

  @Test
  void filesComeInTheOrderOfTheBytesOfTheirPathsWhateverTheOrderGiven() {
    // U+FF5E sorts before U+1F600 by bytes and by code points, after it by Java's chars.
    List<FilePatch> patches =
        new ArrayList<>(
            List.of(
                created("\uD83D\uDE00", "1\n"),
                created("\uFF5E", "2\n"),
                created("a/b", "3\n"),
                created("a.s", "4\n"),
                created("B", "5\n")));
    String expected = text(new UnifiedDiff().toBytes(patches));
    assertThat(expected.replaceAll("(?m)^(?!\\+\\d).*\n", "")).isEqualTo("+5\n+4\n+3\n+2\n+1\n");
    Collections.reverse(patches);
    assertThat(text(new UnifiedDiff().toBytes(patches))).isEqualTo(expected);
  }

  @Test
  void twoPatchesForOneFileAreRefusedBeforeAnythingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new UnifiedDiff()
                    .write(
                        List.of(created("a", "1\n"), created("x", "1\n"), created("x", "2\n")),
                        out))
        .withMessageContaining("x");
    assertThat(out.size()).isZero();
  }

  @Test
  void theStreamIsFlushedAndLeftOpen() throws IOException {
    List<String> events = new ArrayList<>();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            events.add("write");
          }

          @Override
          public void flush() {
            events.add("flush");
          }

          @Override
          public void close() {
            events.add("close");
          }
        };
    new UnifiedDiff().write(List.of(created("x", "RET\n")), out);
    assertThat(events).endsWith("write", "flush").doesNotContain("close");
  }

  private static FilePatch created(String path, String text) {
    return FilePatch.created(path, SourceText.of(text));
  }
}
