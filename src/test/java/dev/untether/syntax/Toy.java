package dev.untether.syntax;

import dev.untether.text.SourceText;

/** A language of words, blanks and newlines: enough to say what trees do. */
enum Toy implements Kind {
  SPACE,
  NEWLINE,
  COMMENT,
  WORD,
  FILE,
  LINE,
  PAIR;

  @Override
  public boolean isTrivia() {
    return compareTo(COMMENT) <= 0;
  }

  /** Cuts {@code text} into tokens: {@code #} starts a comment that ends before the newline. */
  static TokenBuffer tokens(SourceText text) {
    TokenBuffer tokens = new TokenBuffer(0);
    byte[] bytes = text.bytes();
    for (int at = 0; at < bytes.length; ) {
      Toy kind = kind(bytes[at]);
      int end = at + 1;
      if (kind == NEWLINE) {
        end = bytes[at] == '\r' ? at + 2 : end;
      } else {
        while (end < bytes.length
            && (kind == COMMENT ? kind(bytes[end]) != NEWLINE : kind(bytes[end]) == kind)) {
          end++;
        }
      }
      tokens.add(kind, end);
      at = end;
    }
    tokens.trim();
    return tokens;
  }

  private static Toy kind(byte b) {
    return switch (b) {
      case ' ', '\t' -> SPACE;
      case '\n', '\r' -> NEWLINE;
      case '#' -> COMMENT;
      default -> WORD;
    };
  }

  /** Returns a tree with a node for each line that has words. */
  static SyntaxTree tree(String text) {
    SourceText source = SourceText.of(text);
    TokenBuffer tokens = tokens(source);
    TreeBuilder builder = new TreeBuilder(source, tokens, values(), FILE);
    int first = -1;
    int end = -1;
    for (int i = 0; i <= tokens.size(); i++) {
      Toy kind = i == tokens.size() ? NEWLINE : values()[tokens.kindOrdinal(i)];
      if (kind == WORD) {
        first = first < 0 ? i : first;
        end = i + 1;
      } else if (kind == NEWLINE && first >= 0) {
        builder.start(LINE, first);
        builder.finish(end);
        first = -1;
      }
    }
    return builder.build();
  }
}
