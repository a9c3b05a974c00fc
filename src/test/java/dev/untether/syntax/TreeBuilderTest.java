package dev.untether.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.text.SourceText;
import org.junit.jupiter.api.Test;

final class TreeBuilderTest {
  private final SourceText text = SourceText.of("a b c");
  private final TokenBuffer tokens = Toy.tokens(text);
  private final TreeBuilder builder = new TreeBuilder(text, tokens, Toy.values(), Toy.FILE);

  @Test
  void nodesNest() {
    builder.start(Toy.LINE, 0);
    builder.start(Toy.PAIR, 0);
    builder.finish(3);
    builder.start(Toy.PAIR, 4);
    builder.finish(5);
    builder.finish(5);
    Node line = builder.build().root().nodes().iterator().next();
    assertThat(line.kind()).isEqualTo(Toy.LINE);
    assertThat(line.nodes()).extracting(Node::text).containsExactly("a b", "c");
  }

  @Test
  void whatWasRewoundLeavesNoTrace() {
    int mark = builder.mark();
    builder.start(Toy.LINE, 0);
    builder.start(Toy.PAIR, 0);
    builder.rewindTo(mark);
    builder.start(Toy.PAIR, 2);
    builder.finish(3);
    SyntaxTree tree = builder.build();
    assertThat(tree.nodeCount()).isEqualTo(2);
    assertThat(tree.root().nodes()).extracting(Node::text).containsExactly("b");
  }

  @Test
  void closedNodesCanBeRewoundToo() {
    int mark = builder.mark();
    builder.start(Toy.LINE, 0);
    builder.finish(5);
    builder.rewindTo(mark);
    assertThat(builder.build().nodeCount()).isEqualTo(1);
  }

  @Test
  void aTreeWithOpenNodesIsRefused() {
    builder.start(Toy.LINE, 0);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1 nodes are still open");
  }

  @Test
  void thereIsRoomForManyAndDeepNodes() {
    for (int i = 0; i < 1000; i++) {
      builder.start(Toy.PAIR, 0);
    }
    for (int i = 0; i < 1000; i++) {
      builder.finish(5);
    }
    assertThat(builder.build().nodeCount()).isEqualTo(1001);
  }

  @Test
  void aBufferHoldsMoreTokensThanExpected() {
    SourceText long100 = SourceText.of("x ".repeat(50));
    TokenBuffer many = new TokenBuffer(1);
    for (int end = 1; end <= 100; end++) {
      many.add(end % 2 == 0 ? Toy.SPACE : Toy.WORD, end);
    }
    many.trim();
    assertThat(many.size()).isEqualTo(100);
    assertThat(many.start(0)).isZero();
    assertThat(many.start(99)).isEqualTo(99);
    assertThat(many.end(99)).isEqualTo(100);
    SyntaxTree tree = new TreeBuilder(long100, many, Toy.values(), Toy.FILE).build();
    assertThat(tree.tokenKind(98)).isEqualTo(Toy.WORD);
    assertThat(tree.tokenKind(99)).isEqualTo(Toy.SPACE);
  }
}
