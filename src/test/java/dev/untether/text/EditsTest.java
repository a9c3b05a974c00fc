package dev.untether.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EditsTest {
  private static Edit replace(int start, int end, String replacement) {
    return new Edit(new Span(start, end), replacement, "test");
  }

  private static Edit insert(int offset, String text) {
    return new Edit(Span.at(offset), text, "test");
  }

  private static String applied(String text, Edit... edits) {
    return Edits.of(List.of(edits)).applyTo(SourceText.of(text)).toString();
  }

  @Test
  void noEditsGiveBackTheIdenticalText() {
    SourceText text = SourceText.of("abc");
    assertThat(Edits.none().isEmpty()).isTrue();
    assertThat(Edits.none().applyTo(text)).isSameAs(text);
    assertThat(Edits.of(List.of()).applyTo(text)).isSameAs(text);
  }

  @Test
  void everyEditReplacesItsOwnBytesAndNothingElse() {
    assertThat(applied("one two three", replace(0, 3, "1"), replace(8, 13, "3")))
        .isEqualTo("1 two 3");
  }

  @Test
  void offsetsMeanTheTextBeforeAnyEditWhateverTheOrderGiven() {
    assertThat(applied("abc", replace(2, 3, "ZZ"), replace(0, 1, "XXX"), insert(1, "-")))
        .isEqualTo("XXX-bZZ");
  }

  @Test
  void anEmptyReplacementDeletes() {
    assertThat(applied("one two", replace(3, 7, ""))).isEqualTo("one");
  }

  @Test
  void insertionsMayStandAtTheStartAndAtTheEnd() {
    assertThat(applied("b", insert(0, "a"), insert(1, "c"))).isEqualTo("abc");
  }

  @Test
  void anEmptyTextMayBeFilled() {
    assertThat(applied("", insert(0, "RET\n"))).isEqualTo("RET\n");
  }

  @Test
  void anInsertionBeforeAReplacementComesFirst() {
    assertThat(applied("abc", replace(1, 2, "B"), insert(1, "<"))).isEqualTo("a<Bc");
  }

  @Test
  void anInsertionAfterAReplacementComesLast() {
    assertThat(applied("abc", replace(1, 2, "B"), insert(2, ">"))).isEqualTo("aB>c");
  }

  @Test
  void neighboursDoNotDisturbEachOther() {
    assertThat(applied("abcd", replace(0, 2, "x"), replace(2, 4, "y"))).isEqualTo("xy");
  }

  @Test
  void bytesAroundAnEditStayEvenWhenTheyAreNotUtf8() {
    byte[] before = {(byte) 0xFF, 'a', (byte) 0xC3, '\r', '\n'};
    SourceText after = Edits.of(List.of(replace(1, 2, "·"))).applyTo(SourceText.of(before));
    assertThat(after.bytes()).containsExactly(0xFF, 0xC2, 0xB7, 0xC3, '\r', '\n');
  }

  @Test
  void theSameEditWantedTwiceCountsOnce() {
    Edit mine = new Edit(new Span(0, 1), "x", "one-recipe");
    Edit yours = new Edit(new Span(0, 1), "x", "other-recipe");
    assertThat(Edits.of(List.of(mine, yours)).asList()).containsExactly(mine);
  }

  @Test
  void theSameInsertionWantedTwiceCountsOnce() {
    assertThat(applied("b", insert(0, "a"), insert(0, "a"))).isEqualTo("ab");
  }

  @Test
  void twoInsertionsAtOnePlaceAreRefused() {
    assertRefused(insert(1, "x"), insert(1, "y"));
  }

  @Test
  void twoReplacementsOfOneSpanAreRefused() {
    assertRefused(replace(0, 2, "x"), replace(0, 2, "y"));
  }

  @Test
  void replacementsThatShareAByteAreRefused() {
    assertRefused(replace(0, 2, "x"), replace(1, 3, "x"));
  }

  @Test
  void anInsertionIntoReplacedBytesIsRefused() {
    assertRefused(replace(0, 3, "x"), insert(1, "y"));
  }

  @Test
  void anOverlapIsFoundBehindAnInsertionAtTheSamePlace() {
    assertRefused(insert(0, "i"), replace(0, 3, "x"), replace(0, 2, "y"));
  }

  @Test
  void aRefusalNamesBothAuthorsAndTheirBytes() {
    Edit first = new Edit(new Span(2, 5), "x", "drop-call");
    Edit second = new Edit(new Span(4, 6), "y", "rename-symbol");
    assertThatThrownBy(() -> Edits.of(List.of(second, first)))
        .isInstanceOfSatisfying(
            OverlappingEditsException.class,
            e -> {
              assertThat(e.first()).isEqualTo(first);
              assertThat(e.second()).isEqualTo(second);
            })
        .hasMessage("edits overlap: drop-call wants bytes 2..5, rename-symbol wants bytes 4..6");
  }

  @Test
  void anEditBeyondTheTextIsAnError() {
    Edits edits = Edits.of(List.of(replace(2, 9, "x")));
    assertThatThrownBy(() -> edits.applyTo(SourceText.of("abc")))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theInverseTakesEveryEditBack() {
    SourceText before = SourceText.of("·one two\r\nthree");
    Edits edits =
        Edits.of(
            List.of(
                insert(0, "∕"),
                replace(2, 5, "longer than one"),
                replace(6, 9, ""),
                insert(16, "!")));
    SourceText after = edits.applyTo(before);
    assertThat(after).isNotEqualTo(before);
    assertThat(edits.inverse(before).applyTo(after)).isEqualTo(before);
  }

  @Test
  void theInverseOfTheInverseIsTheEditsThemselves() {
    SourceText before = SourceText.of("abcdef");
    Edits edits = Edits.of(List.of(replace(0, 1, "XY"), insert(3, "·"), replace(4, 6, "")));
    Edits again = edits.inverse(before).inverse(edits.applyTo(before));
    assertThat(again.asList()).isEqualTo(edits.asList());
  }

  @Test
  void theInverseOfNeighbouringDeletionsKeepsTheirOrder() {
    SourceText before = SourceText.of("abcd");
    Edits edits = Edits.of(List.of(replace(0, 2, ""), replace(2, 4, "")));
    assertThat(edits.inverse(before).applyTo(SourceText.of(""))).isEqualTo(before);
  }

  @Test
  void listsItsEditsInTheOrderOfTheFile() {
    Edits edits = Edits.of(List.of(replace(4, 5, "b"), replace(0, 1, "a")));
    assertThat(edits.asList()).extracting(Edit::replacement).containsExactly("a", "b");
    assertThat(edits.isEmpty()).isFalse();
  }

  private static void assertRefused(Edit... edits) {
    assertThatThrownBy(() -> Edits.of(List.of(edits)))
        .isInstanceOf(OverlappingEditsException.class);
  }
}
