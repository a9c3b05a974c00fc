package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.Comment;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The comments of Go files. What looks like one inside a string is none. */
public final class GoComments {
  private GoComments() {}

  /** Returns the comments of a file in order. Never throws, whatever the bytes are. */
  public static List<Comment> of(SourceText source) {
    TokenBuffer tokens = GoLexer.tokens(source);
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      GoKind kind = GoKind.of(tokens.kindOrdinal(i));
      if (kind == GoKind.LINE_COMMENT || kind == GoKind.BLOCK_COMMENT) {
        comments.add(Comment.at(source, new Span(tokens.start(i), tokens.end(i))));
      }
    }
    return List.copyOf(comments);
  }
}
