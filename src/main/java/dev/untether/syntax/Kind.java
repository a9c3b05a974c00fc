package dev.untether.syntax;

/** What a token or node is. Each language brings one closed enum, with at most 127 constants. */
public interface Kind {

  /** Returns the constant's name. */
  String name();

  /** Returns the constant's position in its enum. */
  int ordinal();

  /** Returns whether tokens of this kind are trivia: they never change what a file means. */
  boolean isTrivia();
}
