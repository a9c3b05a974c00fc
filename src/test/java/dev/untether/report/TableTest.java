package dev.untether.report;

import static dev.untether.report.Table.Column.left;
import static dev.untether.report.Table.Column.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void textLeansLeftAndNumbersLeanRight() {
    assertThat(
            new Table(left("ID"), right("CASES"), left("TITLE"))
                .row("drop-load-g", "12", "Drop the call")
                .row("x", "3", "y"))
        .hasToString(
            """
            ID           CASES  TITLE
            drop-load-g     12  Drop the call
            x                3  y
            """);
  }

  @Test
  void noLineEndsWithABlank() {
    assertThat(new Table(left("A"), left("B")).row("long cell", "").row("", "").row("a ", " "))
        .hasToString("A          B\nlong cell\n\na\n");
  }

  @Test
  void widthsCountCharactersNotCodeUnitsOrBytes() {
    assertThat(new Table(left("A"), left("B")).row("\uD83D\uDE00\uD83D\uDE00", "x").row("é·", "y"))
        .hasToString("A   B\n\uD83D\uDE00\uD83D\uDE00  x\né·  y\n");
  }

  @Test
  void aTableWithoutTitlesStartsWithItsRows() {
    assertThat(new Table(left(""), left("")).row("a", "b")).hasToString("a  b\n");
  }

  @Test
  void aTableWithoutRowsIsItsTitles() {
    assertThat(new Table(left("A"), right("B"))).hasToString("A  B\n");
  }

  @Test
  void aCellCannotBreakItsLineOrSteerTheTerminal() {
    assertThat(new Table(left(""), left("")).row("a\r\nb\tc\nd", "\u001B[2J\u202E"))
        .hasToString("a b c d  \uFFFD[2J\uFFFD\n");
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    Table table = new Table(left("A"), left("B"));
    assertThatIllegalArgumentException().isThrownBy(() -> table.row("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> table.row("a", "b", "c"));
    assertThatIllegalArgumentException().isThrownBy(Table::new);
  }
}
