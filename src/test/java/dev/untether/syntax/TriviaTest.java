package dev.untether.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The trivia rule, as the package's documentation states it. */
final class TriviaTest {
  private static Token word(SyntaxTree tree, String text) {
    for (int i = 0; i < tree.tokenCount(); i++) {
      if (tree.tokenText(i).equals(text)) {
        return tree.token(i);
      }
    }
    throw new AssertionError("no token " + text);
  }

  private static List<String> leading(String text, String word) {
    return word(Toy.tree(text), word).leadingTrivia().stream().map(Token::text).toList();
  }

  private static List<String> trailing(String text, String word) {
    return word(Toy.tree(text), word).trailingTrivia().stream().map(Token::text).toList();
  }

  @Test
  void aCommentAtTheEndOfTheLineTrailsTheLastWord() {
    assertThat(trailing("one two # c\nthree", "two")).containsExactly(" ", "# c");
  }

  @Test
  void theNewlineAndWhatFollowsLeadTheNextWord() {
    assertThat(leading("one # c\n\n# d\n  two", "two"))
        .containsExactly("\n", "\n", "# d", "\n", "  ");
  }

  @Test
  void aBlankWithinALineTrailsTheWordBeforeIt() {
    assertThat(trailing("one two", "one")).containsExactly(" ");
    assertThat(leading("one two", "two")).isEmpty();
  }

  @Test
  void whatComesBeforeTheFirstWordLeadsIt() {
    assertThat(leading(" # c\n one", "one")).containsExactly(" ", "# c", "\n", " ");
  }

  @Test
  void whatComesAfterTheLastLineTrailsNothing() {
    assertThat(trailing("one\n# c\n", "one")).isEmpty();
  }

  @Test
  void aCarriageReturnOfALineEndIsNotTrailing() {
    assertThat(trailing("one \r\ntwo", "one")).containsExactly(" ");
    assertThat(leading("one \r\ntwo", "two")).containsExactly("\r\n");
  }

  @Test
  void everyTriviaTokenBelongsToExactlyOneWord() {
    SyntaxTree tree = Toy.tree("# a\none # b\n\n two\tthree\r\n # c\nfour");
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < tree.tokenCount(); i++) {
      if (!tree.tokenKind(i).isTrivia()) {
        tree.token(i).leadingTrivia().forEach(t -> joined.append(t.text()));
        joined.append(tree.tokenText(i));
        tree.token(i).trailingTrivia().forEach(t -> joined.append(t.text()));
      }
    }
    assertThat(joined).hasToString(tree.source().toString());
  }
}
