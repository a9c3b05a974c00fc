package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The identifiers that a Go file mentions. */
public final class Identifiers {
  private Identifiers() {}

  /**
   * Returns every identifier of a file, keywords and the words in comments and strings excepted.
   * Never throws, whatever the bytes are.
   */
  public static Set<String> of(SourceText source) {
    TokenBuffer tokens = GoLexer.tokens(source);
    Set<String> words = new TreeSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (GoKind.of(tokens.kindOrdinal(i)) == GoKind.IDENT) {
        words.add(source.slice(tokens.start(i), tokens.end(i)));
      }
    }
    return Collections.unmodifiableSet(words);
  }
}
