package dev.untether.golang;

import dev.untether.text.Position;
import dev.untether.text.Span;
import java.util.Optional;

/**
 * A comment that is a linkname directive, or was meant to be one.
 *
 * @param span the comment, without the end of its line
 * @param position line and column of the comment
 * @param text the comment as it is written
 * @param std whether the word is {@code go:linknamestd}
 * @param shape what sort of directive it is, or what is wrong with it
 * @param local the first argument, if there is one
 * @param target the second argument, if there is one
 */
public record LinknameDirective(
    Span span,
    Position position,
    String text,
    boolean std,
    Shape shape,
    Optional<Argument> local,
    Optional<Argument> target) {

  /**
   * One argument of a directive.
   *
   * @param text what is written
   * @param span where
   */
  public record Argument(String text, Span span) {}

  /** What the compiler makes of the spelling alone. */
  public enum Shape {
    /** {@code //go:linkname local}. */
    ONE_ARGUMENT,
    /** {@code //go:linkname local target}. */
    TWO_ARGUMENTS,
    /** No argument, or more than two; a comment behind the arguments counts as arguments. */
    WRONG_ARGUMENT_COUNT,
    /** Something stands before it on its line. */
    BEHIND_CODE,
    /** White space between the slashes and the word, which makes it a mere comment. */
    SPACE_BEFORE_WORD,
    /** No plain space behind the word but a tab or nothing, which makes it a mere comment. */
    NO_SPACE_BEHIND_WORD,
    /** A block comment, which is a mere comment. */
    BLOCK_COMMENT;

    /** Returns whether the compiler reads it as a linkname. */
    public boolean isWellFormed() {
      return this == ONE_ARGUMENT || this == TWO_ARGUMENTS;
    }

    /** Returns whether the compiler passes over it without a word. */
    public boolean isIgnored() {
      return compareTo(SPACE_BEFORE_WORD) >= 0;
    }
  }

  /** Returns the word as Go's messages print it, with the slashes. */
  public String word() {
    return std ? "//go:linknamestd" : "//go:linkname";
  }
}
