package dev.untether.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SyntaxTreeTest {
  private static Node node(SyntaxTree tree, int nth) {
    List<Node> nodes = new ArrayList<>();
    tree.root().nodes().forEach(nodes::add);
    return nodes.get(nth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a", "a b\n", " a\r\n\r\n# c", "\t", "a·b # ∕\nc"})
  void printsTheBytesItWasMadeOf(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Toy.tree(text).print(out);
    assertThat(SourceText.of(out.toByteArray())).isEqualTo(SourceText.of(text));
  }

  @Test
  void tokensFollowEachOtherWithoutGapOrOverlap() {
    SyntaxTree tree = Toy.tree("one  two\n# three\r\nfour");
    int at = 0;
    for (int i = 0; i < tree.tokenCount(); i++) {
      assertThat(tree.tokenStart(i)).isEqualTo(at);
      assertThat(tree.tokenEnd(i)).isGreaterThan(at);
      assertThat(tree.tokenSpan(i)).isEqualTo(new Span(at, tree.tokenEnd(i)));
      at = tree.tokenEnd(i);
    }
    assertThat(at).isEqualTo(tree.source().length());
  }

  @Test
  void theRootHoldsEveryByteAlsoTriviaAtItsEdges() {
    SyntaxTree tree = Toy.tree("\n a \n");
    assertThat(tree.root().text()).isEqualTo("\n a \n");
    assertThat(tree.root().span()).isEqualTo(new Span(0, 5));
  }

  @Test
  void theTreeOfAnEmptyFileIsAnEmptyRoot() {
    SyntaxTree tree = Toy.tree("");
    assertThat(tree.tokenCount()).isZero();
    assertThat(tree.nodeCount()).isEqualTo(1);
    assertThat(tree.root().span()).isEqualTo(Span.at(0));
    assertThat(tree.root().children()).isEmpty();
  }

  @Test
  void aNodeReachesFromItsFirstToItsLastTokenThatIsNoTrivia() {
    Node line = node(Toy.tree("  one two # three\n"), 0);
    assertThat(line.text()).isEqualTo("one two");
    assertThat(line.span()).isEqualTo(new Span(2, 9));
  }

  @Test
  void triviaBetweenNodesBelongsToTheNodeAroundThem() {
    Node root = Toy.tree("one\n # c\ntwo").root();
    assertThat(root.children())
        .extracting(Element::text)
        .containsExactly("one", "\n", " ", "# c", "\n", "two");
    assertThat(root.children())
        .extracting(child -> child instanceof Node)
        .containsExactly(true, false, false, false, false, true);
  }

  @Test
  void nodesAreVisitedWithoutTheTokensBetween() {
    assertThat(Toy.tree("a b\nc\n\nd").root().nodes())
        .extracting(Node::text)
        .containsExactly("a b", "c", "d");
  }

  @Test
  void anEmptyNodeStandsWhereTheTokenBeforeItEnds() {
    SourceText text = SourceText.of("one two");
    TreeBuilder builder = new TreeBuilder(text, Toy.tokens(text), Toy.values(), Toy.FILE);
    builder.start(Toy.LINE, 1);
    builder.finish(1);
    Node empty = node(builder.build(), 0);
    assertThat(empty.span()).isEqualTo(Span.at(3));
    assertThat(empty.text()).isEmpty();
  }
}
