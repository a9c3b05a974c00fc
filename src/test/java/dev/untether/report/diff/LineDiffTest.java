package dev.untether.report.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.untether.text.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineDiffTest {
  // Far above what a loaded machine needs (a second or two), far below what a square would take.
  private static final Duration SOON = Duration.ofSeconds(40);

  private static List<ChangedLines> between(String before, String after) {
    return LineDiff.between(
        new FileLines(SourceText.of(before)), new FileLines(SourceText.of(after)));
  }

  private static List<ChangedLines> between(List<String> before, List<String> after) {
    return between(join(before), join(after));
  }

  private static String join(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static int size(List<ChangedLines> changes) {
    return changes.stream()
        .mapToInt(c -> c.beforeEnd() - c.beforeStart() + c.afterEnd() - c.afterStart())
        .sum();
  }

  /** Checks that changing the changed lines, and nothing else, turns one text into the other. */
  private static void assertExplains(
      List<ChangedLines> changes, List<String> before, List<String> after) {
    List<String> result = new ArrayList<>();
    int copied = 0;
    int lastAfter = -1;
    for (ChangedLines change : changes) {
      assertThat(change.beforeStart()).isGreaterThanOrEqualTo(copied);
      assertThat(change.afterStart()).isGreaterThan(lastAfter);
      result.addAll(before.subList(copied, change.beforeStart()));
      assertThat(result).hasSize(change.afterStart());
      result.addAll(after.subList(change.afterStart(), change.afterEnd()));
      copied = change.beforeEnd();
      lastAfter = change.afterEnd();
    }
    result.addAll(before.subList(copied, before.size()));
    assertThat(result).isEqualTo(after);
  }

  private static List<String> distinctLines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\tMOVQ\t$" + i + ", AX // line number " + i)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void equalTextsHaveNoChanges() {
    assertThat(between("", "")).isEmpty();
    assertThat(between("a\nb", "a\nb")).isEmpty();
  }

  @Test
  void linesAreComparedWithTheirEndings() {
    assertThat(between("a\nb", "a\nb\n")).containsExactly(new ChangedLines(1, 2, 1, 2));
    assertThat(between("a\r\nb\r\n", "a\r\nb\n")).containsExactly(new ChangedLines(1, 2, 1, 2));
    assertThat(between("a\n", "a\n\n")).containsExactly(new ChangedLines(1, 1, 1, 2));
  }

  @Test
  void aCommonEndThatStartsWithinALineDoesNotCutTheLine() {
    assertThat(between("xRET\n", "yyRET\n")).containsExactly(new ChangedLines(0, 1, 0, 1));
    assertThat(between("\n\nRET\n", "x\nRET\n")).containsExactly(new ChangedLines(0, 2, 0, 1));
  }

  @Test
  void aCommonStartAndEndThatOverlapAreCountedOnce() {
    assertThat(between("a\na\na\n", "a\na\n")).containsExactly(new ChangedLines(2, 3, 2, 2));
    assertThat(between("a\na\n", "a\na\na\n")).containsExactly(new ChangedLines(2, 2, 2, 3));
  }

  @Test
  void noSmallerSetOfChangesExists() {
    Random random = new Random(20260101);
    for (int round = 0; round < 3000; round++) {
      int alphabet = 1 + random.nextInt(6);
      List<String> before = randomLines(random, alphabet);
      List<String> after = randomLines(random, alphabet);
      List<ChangedLines> changes = between(before, after);
      assertExplains(changes, before, after);
      assertThat(size(changes)).isEqualTo(editDistance(before, after));
    }
  }

  private static List<String> randomLines(Random random, int alphabet) {
    return IntStream.range(0, random.nextInt(14))
        .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(alphabet))))
        .toList();
  }

  private static int editDistance(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = 1; i <= before.size(); i++) {
      for (int j = 1; j <= after.size(); j++) {
        common[i][j] =
            before.get(i - 1).equals(after.get(j - 1))
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return before.size() + after.size() - 2 * common[before.size()][after.size()];
  }

  @Test
  void oneLineInThirtyMegabytesIsFoundAtOnce() {
    List<String> before = distinctLines(800_000);
    List<String> after = new ArrayList<>(before);
    after.set(400_000, "\tRET");
    String a = join(before);
    String b = join(after);
    assertThat(a.length()).isGreaterThan(30_000_000);
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> between(a, b)))
        .containsExactly(new ChangedLines(400_000, 400_001, 400_000, 400_001));
  }

  @Test
  void changesAtBothEndsOfThirtyMegabytesAreTwoChanges() {
    List<String> before = distinctLines(800_000);
    List<String> after = new ArrayList<>(before);
    after.set(0, "\tRET");
    after.add("\tRET");
    assertThat(assertTimeoutPreemptively(SOON, () -> between(before, after)))
        .containsExactly(
            new ChangedLines(0, 1, 0, 1), new ChangedLines(800_000, 800_000, 800_000, 800_001));
  }

  @Test
  void aRenameInEveryThirdLineStaysASetOfSmallChanges() {
    List<String> before = distinctLines(300_000);
    List<String> after = new ArrayList<>(before);
    for (int i = 0; i < after.size(); i += 3) {
      after.set(i, after.get(i).replace("MOVQ", "MOVD"));
    }
    assertThat(assertTimeoutPreemptively(SOON, () -> between(before, after))).hasSize(100_000);
  }

  @Test
  void shuffledLinesAreExplainedInTime() {
    List<String> before = distinctLines(100_000);
    List<String> after = new ArrayList<>(before);
    Collections.shuffle(after, new Random(7));
    assertExplains(assertTimeoutPreemptively(SOON, () -> between(before, after)), before, after);
  }

  @Test
  void longTextsOfFewDifferentLinesAreExplainedInTime() {
    Random random = new Random(8);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      before.add("\tNOP // " + random.nextInt(5));
      after.add("\tNOP // " + random.nextInt(5));
    }
    assertExplains(assertTimeoutPreemptively(SOON, () -> between(before, after)), before, after);
  }

  @Test
  void moreDifferencesThanMyersIsAskedForAreCutAtUniqueLines() {
    // Lines of two kinds, differently mixed, between numbered lines that stay.
    Random random = new Random(9);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      before.add("TEXT ·f" + i + "(SB)");
      after.add("TEXT ·f" + i + "(SB)");
      for (int j = 0; j < 10; j++) {
        before.add(random.nextBoolean() ? "\tNOP" : "\tRET");
        after.add(random.nextBoolean() ? "\tNOP" : "\tRET");
      }
    }
    List<ChangedLines> changes = assertTimeoutPreemptively(SOON, () -> between(before, after));
    assertExplains(changes, before, after);
    assertThat(changes)
        .allSatisfy(change -> assertThat(change.beforeEnd() - change.beforeStart()).isLessThan(11));
  }
}
