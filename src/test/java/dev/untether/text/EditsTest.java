package dev.untether.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EditsTest {
  private static final SourceText TEXT = SourceText.of("CALL a\r\nRET // grün\n");

  @Test
  void noEditsGiveBackTheVeryText() {
    assertThat(Edits.none().applyTo(TEXT)).isSameAs(TEXT);
    assertThat(Edits.none().isEmpty()).isTrue();
    assertThat(Edits.of(List.of()).isEmpty()).isTrue();
  }

  @Test
  void replacesInsertsAndDeletes() {
    Edits edits = Edits.of(List.of(edit(8, 11, "JMP"), edit(0, 0, "\t"), edit(4, 6, "")));
    assertThat(edits.applyTo(TEXT)).hasToString("\tCALL\r\nJMP // grün\n");
  }

  @Test
  void countsInBytesNotCharacters() {
    int after = TEXT.length() - 1;
    assertThat(Edits.of(List.of(edit(after, after, "!"))).applyTo(TEXT))
        .hasToString("CALL a\r\nRET // grün!\n");
  }

  @Test
  void listsEditsInTheOrderOfTheFile() {
    assertThat(Edits.of(List.of(edit(8, 11, "b"), edit(0, 4, "a"))).asList())
        .containsExactly(edit(0, 4, "a"), edit(8, 11, "b"));
  }

  @Test
  void sameEditWantedByTwoRecipesCountsOnce() {
    Edit again = new Edit(new Span(0, 4), "JMP", "another-recipe");
    assertThat(Edits.of(List.of(edit(0, 4, "JMP"), again)).asList()).hasSize(1);
  }

  @Test
  void overlappingEditsAreRefusedAndNamed() {
    Edit first = new Edit(new Span(0, 4), "JMP", "one");
    Edit second = new Edit(new Span(2, 6), "x", "two");
    assertThatExceptionOfType(OverlappingEditsException.class)
        .isThrownBy(() -> Edits.of(List.of(second, first)))
        .withMessageContaining("one wants bytes 0..4")
        .withMessageContaining("two wants bytes 2..6")
        .satisfies(
            refused -> {
              assertThat(refused.first()).isEqualTo(first);
              assertThat(refused.second()).isEqualTo(second);
            });
  }

  @Test
  void differentReplacementsOfOnePlaceAreRefused() {
    assertThatExceptionOfType(OverlappingEditsException.class)
        .isThrownBy(() -> Edits.of(List.of(edit(0, 4, "a"), edit(0, 4, "b"))));
  }

  @Test
  void differentInsertionsAtOnePlaceAreRefused() {
    assertThatExceptionOfType(OverlappingEditsException.class)
        .isThrownBy(() -> Edits.of(List.of(edit(4, 4, "a"), edit(4, 4, "b"))));
  }

  @Test
  void editOutsideTheTextIsRefused() {
    int length = TEXT.length();
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Edits.of(List.of(edit(length, length + 1, ""))).applyTo(TEXT));
  }

  @Test
  void orderOfTheEditsGivenDoesNotMatterAndTheInverseUndoesThem() {
    Random random = new Random(42);
    for (int round = 0; round < 500; round++) {
      SourceText before = SourceText.of(randomText(random, 40));
      List<Edit> wanted = randomEdits(random, before.length());
      Edits edits = Edits.of(wanted);
      SourceText after = edits.applyTo(before);
      Collections.shuffle(wanted, random);
      assertThat(Edits.of(wanted).applyTo(before)).isEqualTo(after);
      assertThat(edits.inverse(before).applyTo(after)).isEqualTo(before);
    }
  }

  /** Returns edits with at least one untouched byte between them. */
  private static List<Edit> randomEdits(Random random, int length) {
    List<Edit> edits = new ArrayList<>();
    int at = random.nextInt(5);
    while (at < length) {
      int end = Math.min(length, at + random.nextInt(4));
      edits.add(edit(at, end, randomText(random, 4)));
      at = end + 1 + random.nextInt(6);
    }
    return edits;
  }

  private static String randomText(Random random, int maxLength) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(maxLength); i > 0; i--) {
      // ASCII, so that a random span never splits a character.
      text.append((char) (random.nextInt(10) == 0 ? '\n' : 'a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private static Edit edit(int start, int end, String replacement) {
    return new Edit(new Span(start, end), replacement, "test");
  }
}
