package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;

/** What must hold for the tokens of whatever bytes. */
final class TokenChecks {
  private TokenChecks() {}

  /** Returns the bytes of all tokens one after the other; no token may be empty. */
  static byte[] joined(SourceText source) {
    TokenBuffer tokens = GoLexer.tokens(source);
    ByteArrayOutputStream joined = new ByteArrayOutputStream(source.length());
    for (int i = 0; i < tokens.size(); i++) {
      int start = tokens.start(i);
      int end = tokens.end(i);
      if (end <= start) {
        assertThat(end).as("end of token %d, which starts at %d", i, start).isGreaterThan(start);
      }
      joined.write(source.bytes(), start, end - start);
    }
    return joined.toByteArray();
  }
}
