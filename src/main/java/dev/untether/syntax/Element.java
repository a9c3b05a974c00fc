package dev.untether.syntax;

import dev.untether.text.Span;

/** A part of a tree: a node or a token. */
public sealed interface Element permits Node, Token {

  /** Returns what this is. */
  Kind kind();

  /** Returns the bytes covered. */
  Span span();

  /** Returns the text covered. */
  String text();
}
